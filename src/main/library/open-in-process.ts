/** For open.test.ts: opens a library in a process of its own and says how that went. */
import { CommonplaceError } from '../../shared/result';
import { openLibrary, silentLog } from './open';

try {
  const library = await openLibrary(process.argv[2] ?? '', { clock: Date.now, log: silentLog });
  await library.close();
  process.stdout.write('opened\n');
} catch (error) {
  process.stdout.write(`${error instanceof CommonplaceError ? error.code : String(error)}\n`);
  process.exitCode = 1;
}
