import { CommonplaceError } from '../shared/result';
import { parseShellOptions, startChromiumApp } from './shell/chromium';

/** `node out/main/chromium.js`: the app without Electron. Ends with its window. */
try {
  const app = await startChromiumApp({ options: parseShellOptions(process.argv.slice(2)) });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => void app.shell.close());
  await app.ended;
  process.exit(0);
} catch (error) {
  const expected = error instanceof CommonplaceError;
  process.stderr.write(
    `${expected ? error.message : error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
  );
  process.exit(expected && error.code === 'bad-input' ? 2 : 1);
}
