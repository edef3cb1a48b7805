import { mkdtemp, open, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { runInside } from './testing';

let folder: string;
let library: string;

const run = (...args: string[]) => runInside(library, ...args);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'commonplace-check-'));
  library = join(folder, 'Test.commonplace');
  const text = 'Velia closed its three northern ports on Tuesday.\n\nNobody was hurt, the harbour minister said.\n';
  await writeFile(join(folder, 'ports.txt'), text);
  await run('init', library);
  const { out } = await run('import', '--json', join(folder, 'ports.txt'));
  const key = (JSON.parse(out) as { citationKey: string }).citationKey;
  const good = `# Good\n\nThe paper wrote that “Velia closed its three northern ports” [@${key}, para. 1].\n`;
  await writeFile(join(folder, 'good.md'), good);
  await writeFile(join(folder, 'bad.md'), good.replace('# Good', '# Bad').replace('northern', 'northers'));
  await run('memo', 'import', join(folder, 'good.md'));
  await run('memo', 'import', join(folder, 'bad.md'));
}, 60_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

it('prints what does not hold in a memo, with the difference, and exits with 1', async () => {
  const { code, out } = await run('check', 'Bad');
  expect(code).toBe(1);
  expect(out).toContain('error · quotation-not-verbatim');
  expect(out).toMatch(/northers\s+→\s+northern/u);
  const json = await run('check', 'Bad', '--json');
  expect(json.code).toBe(1);
  expect(JSON.parse(json.out)).toMatchObject({
    ok: false,
    findings: expect.arrayContaining([expect.objectContaining({ rule: 'quotation-not-verbatim', dismissed: null })]),
  });
  expect(await run('check', 'No such memo')).toMatchObject({ code: 2 });
  expect(await run('check')).toMatchObject({ code: 2 });
});

it('saves a ledger, which agrees with the library until a source goes', async () => {
  const file = join(folder, 'good.ledger.json');
  await run('check', 'Good', '--ledger-out', file);
  expect(JSON.parse(await readFile(file, 'utf8'))).toMatchObject({ format: 'commonplace-ledger', version: 1 });
  const again = await run('check', 'Good', '--ledger-out', file);
  expect(again).toMatchObject({ code: 2, err: expect.stringContaining('already') });
  const agreed = await run('check', '--ledger', file);
  expect(agreed).toMatchObject({ code: 0, out: expect.stringContaining('agrees with this library') });

  const ledger = await readFile(file, 'utf8');
  const spoilt = join(folder, 'spoilt.json');
  await writeFile(
    spoilt,
    ledger.replace(/"sha256": "[0-9a-f]/gu, (hash) => `${hash.slice(0, -1)}${hash.endsWith('0') ? '1' : '0'}`),
  );
  const report = await run('check', '--ledger', spoilt, '--json');
  expect(report.code).toBe(1);
  expect(JSON.parse(report.out)).toMatchObject({ ok: false });
});

it('refuses what is no ledger in a sentence, however large', async () => {
  const notOne = join(folder, 'ports.txt');
  expect(await run('check', '--ledger', notOne)).toMatchObject({ code: 2, err: expect.stringContaining('not JSON') });
  expect(await run('check', '--ledger', join(folder, 'none.json'))).toMatchObject({ code: 2 });
  const huge = join(folder, 'huge.json');
  const handle = await open(huge, 'w');
  await handle.truncate(100_000_000);
  await handle.close();
  expect(await run('check', '--ledger', huge)).toMatchObject({ code: 2, err: expect.stringContaining('100 MB') });
});
