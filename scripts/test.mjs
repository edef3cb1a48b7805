/**
 * `npm test`: everything CI runs, in order, all of it even when something fails. The last line is plain:
 * `N passed, N failed, N skipped`.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onPath } from './lib/machine.mjs';
import { root, runNode } from './lib/run.mjs';
import { emptyTally, fromPlaywright, fromVitest, summary } from './lib/tally.mjs';

const reports = mkdtempSync(join(tmpdir(), 'commonplace-test-'));
const tally = emptyTally();
const bin = (...path) => join(root, 'node_modules', ...path);

for (const [name, script, args] of [
  ['format', bin('prettier/bin/prettier.cjs'), ['--check', '--log-level', 'warn', '.']],
  ['lint', bin('oxlint/bin/oxlint'), ['--deny-warnings']],
  ...['shared', 'node', 'web', 'e2e'].map((part) => [
    `types of ${part}`,
    bin('typescript/bin/tsc'),
    ['-p', `tsconfig.${part}.json`],
  ]),
]) {
  heading(`check: ${name}`);
  const code = await runNode(script, args);
  if (code === 0) tally.passed += 1;
  else tally.failures.push(`check: ${name}`);
}

heading('unit tests');
const unitReport = join(reports, 'unit.json');
const unit = await runNode(bin('vitest/vitest.mjs'), [
  'run',
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${unitReport}`,
]);
collect(fromVitest, unitReport, unit, 'unit tests');

heading('end-to-end tests');
const e2eReport = join(reports, 'e2e.json');
const e2e = await runNode(join(root, 'scripts/e2e.mjs'), [], {
  env: { ...process.env, COMMONPLACE_E2E_REPORT: e2eReport },
});
collect(fromPlaywright, e2eReport, e2e, 'end-to-end tests');

rmSync(reports, { recursive: true, force: true });
const judges = { LibreOffice: ['soffice', 'libreoffice'], pandoc: ['pandoc'], 'poppler (pdftotext)': ['pdftotext'] };
const absent = Object.entries(judges).flatMap(([name, programs]) => (onPath(...programs) === null ? [name] : []));
process.stdout.write(`\n${summary(tally, absent)}\n`);
process.exitCode = tally.failures.length === 0 ? 0 : 1;

function heading(text) {
  process.stdout.write(`\n── ${text}\n`);
}

/** A run that left no report, or ended badly although every test in it passed, is a failure of its own. */
function collect(read, file, code, name) {
  const before = tally.failures.length;
  try {
    read(JSON.parse(readFileSync(file, 'utf8')), tally);
  } catch {
    tally.failures.push(`${name}: no results`);
  }
  if (code !== 0 && tally.failures.length === before) tally.failures.push(`${name}: ended with exit code ${code}`);
}
