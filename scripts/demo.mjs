/** `npm run demo`: the main job on the sample library, without a window, exported to `demo-out/`. */
import { spawn } from 'node:child_process';
import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { buildIfStale } from './lib/build.mjs';
import { fail, root } from './lib/run.mjs';

const started = Date.now();
await buildIfStale();
const out = join(root, 'demo-out');
const library = join(out, 'Sample.commonplace');
rmSync(out, { recursive: true, force: true });
mkdirSync(out);

say('Making the sample library');
await cli('init', library, '--sample');
const nouns = ['sources', 'excerpts', 'claims', 'actors'];
const lists = await Promise.all(nouns.map((noun) => cli(noun, '--library', library, '--json')));
nouns.forEach((noun, i) => say(`  ${listOf(lists[i]).length} ${noun}`));

const [memo] = listOf(await cli('memos', '--library', library, '--json'));
if (memo === undefined) fail('The sample library has no memo.');
say(`Exporting the memo “${memo.title}”`);
await Promise.all(
  ['docx', 'pdf', 'html', 'md'].map((format) =>
    cli('export', memo.id, '--library', library, '--to', format, '-o', join(out, `memo.${format}`)),
  ),
);

say('Verifying the library');
await cli('verify', '--library', library);
say(`\nDone in ${((Date.now() - started) / 1000).toFixed(1)} s:`);
for (const name of readdirSync(out).sort()) {
  const file = statSync(join(out, name));
  say(`  demo-out/${name}${file.isDirectory() ? '/' : `  ${Math.ceil(file.size / 1024)} kB`}`);
}

function say(text) {
  process.stdout.write(`${text}\n`);
}

/** Lists come bare or as a page of a longer list. */
function listOf(text) {
  const value = JSON.parse(text);
  return Array.isArray(value) ? value : value.items;
}

function cli(...args) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [join(root, 'out/main/cli.js'), ...args], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let output = '';
    child.stdout.setEncoding('utf8').on('data', (text) => (output += text));
    child.on('close', (code) => {
      if (code !== 0) fail(`commonplace ${args.join(' ')} ended with exit code ${code}.\n${output}`);
      resolve(output);
    });
  });
}
