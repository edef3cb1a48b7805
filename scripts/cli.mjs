/** `npm run cli -- …`: the command line on the current sources. */
import { join } from 'node:path';
import { buildIfStale } from './lib/build.mjs';
import { root } from './lib/run.mjs';
import { spawn } from 'node:child_process';

await buildIfStale();
// Not `run`: the command works in the folder it was called from, where its relative paths point.
const child = spawn(process.execPath, [join(root, 'out/main/cli.js'), ...process.argv.slice(2)], {
  stdio: 'inherit',
  cwd: process.env['INIT_CWD'] ?? process.cwd(),
});
process.on('SIGINT', () => {});
process.on('SIGTERM', () => child.kill('SIGTERM'));
child.on('error', (error) => {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 127;
});
child.on('close', (code, signal) => (process.exitCode = code ?? (signal === null ? 1 : 130)));
