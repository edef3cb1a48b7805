import { execFile, type ExecFileException } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { redPixel } from '../exporting/fixture';
import { letterhead } from '../exporting/word-template/letterhead';
import { runInside, type Ran } from './testing';

const entry = fileURLToPath(new URL('../cli.ts', import.meta.url));
let folder: string;
let library: string;

/** The same command line in this process, for what needs none of its own. */
const inside = (...args: string[]) => runInside(library, ...args);

/** The real command line in a process of its own. */
function cli(...args: string[]): Promise<Ran> {
  return new Promise((resolve) => {
    const command = ['--import', 'tsx', entry, ...args];
    const options = { cwd: dirname(entry), env: { ...process.env, COMMONPLACE_LIBRARY: library }, maxBuffer: 1e8 };
    execFile(process.execPath, command, options, (error: ExecFileException | null, out, err) =>
      resolve({ code: typeof error?.code === 'number' ? error.code : error ? -1 : 0, out, err }),
    );
  });
}

const article = `<html lang="en"><head><title>Ports closed | Harbour Gazette</title>
<meta property="og:site_name" content="Harbour Gazette"><meta name="author" content="Ana Petrova"></head>
<body><article><h1>Ports closed</h1><p>May 6, 2031</p>
<p>Velia closed its three northern ports on Tuesday, a day after the seizure of a grain ship off the town of Tarsk.</p>
<p>“We will not trade where our sailors are not safe,” the harbour minister told reporters who had waited since dawn.</p>
</article></body></html>`;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'commonplace-cli-'));
  library = join(folder, 'Test.commonplace');
  await writeFile(join(folder, 'article.html'), article);
  expect(await cli('init', library)).toMatchObject({ code: 0, err: '' });
  expect(await cli('import', join(folder, 'article.html'))).toMatchObject({ code: 0, err: '' });
}, 60_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('the command line', { timeout: 120_000 }, () => {
  it('lists what was imported', async () => {
    const { out, code } = await cli('sources', '--json');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject([{ title: 'Ports closed', authors: 'Petrova', issued: '2031-05-06' }]);
    expect((await inside('sources', '--filter', 'nothing like it')).out).toBe('');
  });

  it('proposes actors, quotations with speakers and dated events', async () => {
    const { out, code } = await inside('suggest', '--source', 'petrova2031', '--json');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      citationKey: expect.stringContaining('petrova2031') as string,
      language: 'en',
      quotations: [
        { text: 'We will not trade where our sailors are not safe,', speaker: { name: 'harbour minister' } },
      ],
      events: [{ date: '2031-05-06' }],
    });
    expect((await inside('suggest', '--source', 'petrova2031')).out).toMatch(/^Actors[^]*Quotations[^]*Dated events/u);
    expect(await inside('suggest')).toMatchObject({ code: 2, err: expect.stringContaining('--source') as string });
  });

  it('adds an excerpt with its paragraph, and refuses words that are not there', async () => {
    const added = await cli(
      'excerpt',
      'add',
      '--source',
      'petrova2031',
      '--quote',
      'three northern ports',
      '--tag',
      'trade',
      '--json',
    );
    expect(added.code).toBe(0);
    expect(JSON.parse(added.out)).toMatchObject({
      text: 'three northern ports',
      locator: { label: 'paragraph', value: '1' },
      tags: ['trade'],
    });
    const refused = await cli(
      'excerpt',
      'add',
      '--source',
      'Ports',
      '--quote',
      'Velia closed its four northern ports on Tuesday',
    );
    expect(refused).toMatchObject({ code: 2, out: '' });
    expect(refused.err).toContain('three northern ports');
    const json = await cli('excerpt', 'add', '--source', 'Ports', '--quote', 'our sailors are safe', '--json');
    expect(JSON.parse(json.out)).toMatchObject({ ok: false, error: { code: 'not-verbatim' } });
    expect((await inside('excerpt', 'add', '--source', 'Ports', '--quote', 'x', '--locator', 'somewhere')).code).toBe(
      2,
    );
  });

  it('finds misspelt words', async () => {
    const { out, code } = await cli('search', 'nothern', 'prots', '--json');
    expect(code).toBe(0);
    const answer = JSON.parse(out) as { hits: { kind: string; text: string }[]; tookMs: number };
    expect(answer.hits[0]?.text).toContain('northern ports');
    expect(answer.tookMs).toBeTypeOf('number');
  });

  it('brings a memo in and exports it with its citation', async () => {
    await writeFile(
      join(folder, 'memo.md'),
      '# A memo\n\nThe ports are closed [@petrova2031ports, para. 1].\n\nNo [@nobody].\n',
    );
    const brought = await cli('memo', 'import', join(folder, 'memo.md'));
    expect(brought.code).toBe(0);
    expect(brought.err).toContain('“nobody”');
    const target = join(folder, 'memo-out.md');
    expect(await cli('export', 'A memo', '--to', 'md', '-o', target)).toMatchObject({ code: 0 });
    expect(await readFile(target, 'utf8')).toContain('@petrova2031ports');
    expect((await inside('export', 'A memo', '--to', 'md', '-o', target, '--force')).code).toBe(0);
    const bibliography = await cli('bibliography', '--to', 'csl-json');
    expect(JSON.parse(bibliography.out)).toMatchObject([{ title: 'Ports closed' }]);
    expect((await inside('export', 'No such memo', '--to', 'md')).code).toBe(2);
  });

  it('adds, finds, shows and removes citation styles, and refuses a broken one', async () => {
    const file = join(folder, 'tiny.csl');
    const style = `<style xmlns="http://purl.org/net/xbiblio/csl" class="note" version="1.0">
<info><title>Tarn notes</title><id>https://styles.example/tarn</id></info>
<citation><layout><text variable="title"/></layout></citation></style>`;
    await writeFile(file, style.replace('</layout>', '</layoot>'));
    expect(await inside('styles', 'add', file)).toMatchObject({ code: 2, err: expect.stringContaining('line 3') });
    await writeFile(file, style);
    expect((await inside('styles', 'add', file)).out).toContain('https://styles.example/tarn');
    expect((await inside('styles', 'list')).out).toMatch(/^https:\/\/styles\.example\/tarn +note +added +Tarn notes/);
    expect((await inside('styles', 'list', '--filter', 'tarn notes')).out.trim().split('\n')).toHaveLength(1);
    expect((await inside('styles', 'show', 'https://styles.example/tarn')).out).toContain('Ports closed');
    expect(await inside('styles', 'remove', 'https://styles.example/tarn')).toMatchObject({ code: 0 });
    expect((await inside('styles', 'list')).out).not.toContain('Tarn');
  });

  it('makes a memo of what is in the library', async () => {
    const made = await inside('memo', 'new', '--template', 'bibliography', '--title', 'All of it');
    expect(made).toMatchObject({ code: 0, out: expect.stringMatching(/All of it {2}\(\d+ words, \d+ citations\)/) });
    const none = await inside('memo', 'new', '--template', 'chronology');
    expect(none).toMatchObject({ code: 2, err: expect.stringContaining('no events in the library') });
    const undated = await inside('memo', 'new', '--template', 'claims', '--from', '2023');
    expect(undated).toMatchObject({ code: 2, err: expect.stringContaining('Only a chronology has dates') });
    const nowhere = await inside('memo', 'new', '--template', 'claims', '--collection', 'Nothing');
    expect(nowhere.code).toBe(2);
  });

  it('exports with the options that are named', async () => {
    const whole = await inside('export', 'A memo', '--to', 'txt', '-o', '-');
    expect(whole.out).toContain('Bibliography\n---');
    const bare = await inside('export', 'A memo', '--to', 'txt', '--no-bibliography', '-o', '-');
    expect(bare.out).not.toContain('Bibliography');
    const titled = await inside('export', 'A memo', '--to', 'txt', '--bibliography-title', 'Sources', '-o', '-');
    expect(titled.out).toContain('Sources\n---');
    const word = join(folder, 'house.docx');
    const templated = join(folder, 'templated.docx');
    expect((await inside('export', 'A memo', '--to', 'docx', '-o', word)).code).toBe(0);
    const again = ['export', 'A memo', '--to', 'docx', '-o', templated, '--template'];
    expect((await inside(...again, join(folder, 'no.docx'))).code).not.toBe(0);
    expect((await inside(...again, word)).code).toBe(0);
    expect((await readFile(templated)).subarray(0, 2).toString()).toBe('PK');
    // What of a template does not come along is said.
    await writeFile(word, await letterhead(redPixel));
    expect((await inside(...again, word, '--force')).err).toContain(
      'Of the headers of “house.docx” was left behind: a linked picture, a watermark.',
    );
    const refused = await inside('export', 'A memo', '--to', 'pdf', '--paper', 'a5');
    expect(refused).toMatchObject({ code: 2, err: expect.stringContaining('a4, letter') });
  });

  it('replaces no file that holds anything, neither the one named nor the one beside it, unless told to', async () => {
    const target = join(folder, 'kept.md');
    await writeFile(join(folder, 'A-memo.json'), 'somebody’s notes');
    await writeFile(target, '');
    const refused = await inside('export', 'A memo', '--to', 'md', '-o', target);
    expect(refused).toMatchObject({ code: 2, err: expect.stringContaining('A-memo.json” already') });
    expect(await readFile(target, 'utf8')).toBe('');
    expect(await readFile(join(folder, 'A-memo.json'), 'utf8')).toBe('somebody’s notes');
    await writeFile(target, 'mine');
    expect((await inside('bibliography', '--to', 'ris', '-o', target)).code).toBe(2);
    expect(await readFile(target, 'utf8')).toBe('mine');
    expect((await inside('bibliography', '--to', 'ris', '-o', target, '--force')).code).toBe(0);
    expect(await readFile(target, 'utf8')).toContain('TY  - ');
    expect((await inside('bibliography', '--to', 'ris', '-o', folder)).err).toContain('it is a folder');
  });

  it.skipIf(process.platform !== 'linux')('says in a sentence that its results could not be written', async () => {
    const script = `"${process.execPath}" --import tsx "${entry}" help > /dev/full`;
    const ran = await new Promise<{ code: unknown; err: string }>((resolve) => {
      execFile('sh', ['-c', script], { cwd: dirname(entry) }, (error, _out, err) =>
        resolve({ code: error?.code, err }),
      );
    });
    expect(ran.code).toBe(2);
    expect(ran.err).toContain('the disk is full');
    expect(ran.err).not.toContain('    at ');
  });

  it('answers every kind of bad file with a sentence, and the library stays sound', async () => {
    await mkdir(join(folder, 'a-folder'));
    await writeFile(join(folder, 'empty.txt'), '');
    await writeFile(
      join(folder, 'noise.bin'),
      Uint8Array.from({ length: 5000 }, (_, index) => (index * 31) % 256),
    );
    await writeFile(join(folder, 'big.txt'), 'All work and no play makes a dull text. '.repeat(1_250_000));
    const files = ['a-folder', 'empty.txt', 'noise.bin', 'big.txt', 'missing.txt'].map((name) => join(folder, name));
    const { out, err, code } = await cli('import', ...files, '--json');
    expect(code).toBe(2);
    const lines = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { ok: boolean; error: { code: string } });
    expect(lines.map((line) => [line.ok, line.error.code])).toEqual([
      [false, 'bad-input'],
      [false, 'unreadable'],
      [false, 'unsupported-format'],
      [false, 'too-large'],
      [false, 'not-found'],
    ]);
    expect(err.trim().split('\n')).toHaveLength(5);
    const verified = await cli('verify', '--json');
    expect(verified.code).toBe(0);
    expect(JSON.parse(verified.out)).toMatchObject({ ok: true, findings: [] });
  });

  it('archives the library and makes it again', async () => {
    const file = join(folder, 'archive.zip');
    const made = await inside('archive', '-o', file, '--json');
    expect([made.code, JSON.parse(made.out)]).toMatchObject([0, { ok: true, missing: [] }]);
    expect((await inside('archive', '-o', file)).err).toContain('Choose another name');
    const again = join(folder, 'Again.commonplace');
    expect(await inside('restore', file, again)).toMatchObject({ code: 0, out: expect.stringContaining('Restored') });
    expect((await inside('search', 'harbur minster', '--library', again)).out).toContain('Ports closed');
    expect(await inside('restore', file, again)).toMatchObject({ code: 2 });
    expect((await inside('restore', file)).err).toContain('Name the archive and the new folder');
  });

  it('lists duplicates, merges two sources and makes two again', async () => {
    const titled = (title: string, more: string) =>
      `---\ntitle: ${title}\nauthor: Tal Oren\ndate: 2031-05-06\n${more}---\n\nThe dam at Vell broke at night ${more}.\n`;
    const files = [join(folder, 'dam-1.md'), join(folder, 'dam-2.md')] as const;
    await writeFile(files[0], titled('The dam at Vell breaks again', ''));
    await writeFile(files[1], titled('The dam at Vell braeks again', 'publisher: Courier\n'));
    const keys: string[] = [];
    for (const file of files)
      keys.push((JSON.parse((await inside('import', file, '--json')).out) as { citationKey: string }).citationKey);
    const [keep = '', other = ''] = keys;
    const listed = await inside('duplicates');
    expect(listed.code).toBe(1);
    expect(listed.out).toMatch(new RegExp(`@${keep} +@${other} +likely +Nearly the same title`, 'u'));
    expect(JSON.parse((await inside('duplicates', '--json')).out)).toMatchObject([
      { first: { citationKey: keep }, second: { citationKey: other }, confidence: 'likely' },
    ]);
    expect((await inside('merge', keep, other, '--field', 'title')).code).toBe(2);
    const merged = await inside('merge', keep, other, '--field', 'title=other', '--field', 'author=kept');
    expect(merged).toMatchObject({ code: 0, out: `@${other} is merged into @${keep}\n` });
    expect((await inside('sources', '--filter', 'braeks')).out).toContain(`@${keep}`);
    expect((await inside('excerpts', '--source', other)).code).toBe(0);
    expect((await inside('duplicates')).code).toBe(0);
    expect((await inside('unmerge', keep)).err).toContain(`@${other}`);
    expect(await inside('unmerge', other)).toMatchObject({ code: 0, out: `@${other} is a source of its own again\n` });
    expect((await inside('sources', '--filter', 'Vell')).out.trim().split('\n')).toHaveLength(2);
  });

  it('captures a source again, says how its excerpts stand, and lists them', async () => {
    const once = join(folder, 'again.md');
    const gates = 'The gates of the port were shut at noon.';
    await writeFile(once, `# Gates\n\n${gates}\n\nNine ships waited outside, said the pilot.`);
    const { citationKey } = JSON.parse((await inside('import', once, '--json')).out) as { citationKey: string };
    for (const quote of ['gates of the port were shut', 'Nine ships waited outside'])
      expect((await inside('excerpt', 'add', '--source', citationKey, '--quote', quote)).code).toBe(0);
    expect((await inside('anchors', '--source', citationKey)).code).toBe(0);

    await writeFile(once, `# Gates\n\nA line put in.\n\n${gates}\n\nTen ships waited outside, said the pilot.`);
    const again = await inside('import', once, '--source', citationKey);
    expect(again.out).toContain('new snapshot; ');
    expect(again.out).toContain('2 excerpts: 1 exact, 1 changed');
    const listed = await inside('anchors', '--source', citationKey);
    expect(listed.code).toBe(1);
    expect(listed.out).toMatch(/exact +¶ 1 → ¶ 2 +gates of the port/u);
    expect(listed.out).toContain('1 of 2 need a look.');
    const json = JSON.parse((await inside('anchors', '--source', citationKey, '--json')).out) as unknown[];
    expect(json).toMatchObject([
      { verdict: 'exact', standing: { locator: { value: '2' }, needsLook: false } },
      { verdict: 'changed', standing: { needsLook: true } },
    ]);
    expect((await inside('verify')).code).toBe(0);
  });

  it('says how to type what was typed wrongly', async () => {
    for (const args of [
      ['frobnicate'],
      ['sources', '--frob'],
      ['excerpt'],
      ['export', 'A memo'],
      ['search'],
      ['init', library],
    ]) {
      const { code, out, err } = await inside(...args);
      expect([code, out]).toEqual([2, '']);
      expect(err).toMatch(/^commonplace: .+\n$/u);
      expect(err).not.toContain('    at ');
    }
    expect((await inside('help')).out).toContain('excerpt add --source KEY');
    expect((await cli('--version')).out).toMatch(/^\d+\.\d+\.\d+\n$/u);
  });

  it('relates, merges and unmerges actors, and writes them as FollowTheMoney entities', async () => {
    const sample = join(folder, 'Actors.commonplace');
    expect(await inside('init', sample, '--sample')).toMatchObject({ code: 0 });
    const run = (...args: string[]) => inside(...args, '--library', sample);
    expect(await run('actors', 'show', 'Ильян Дорсев')).toMatchObject({
      code: 0,
      out: expect.stringContaining('then Minister of Foreign Affairs'),
    });
    const shown = JSON.parse((await run('actors', 'show', 'ilyan dorsev', '--json')).out);
    expect(shown.positions[0].roleThen).toMatchObject([{ title: 'Minister of Foreign Affairs', certainty: 'held' }]);
    expect(await run('actors', 'relate', 'Ilyan Dorsev', 'represents', 'Merevia')).toMatchObject({
      code: 0,
      out: 'Ilyan Dorsev: represents Merevia\n',
    });
    expect((await run('actors', 'relate', 'Ilyan Dorsev', 'likes', 'Merevia')).code).toBe(2);
    const network = JSON.parse((await run('actors', 'network', 'Ilyan Dorsev', '--json')).out);
    expect(network.ties.some(({ relations }: { relations: unknown[] }) => relations.length === 1)).toBe(true);
    const lines = (await run('actors', '--to', 'ftm')).out.trimEnd().split('\n');
    const schemata = new Set(lines.map((line) => (JSON.parse(line) as { schema: string }).schema));
    expect([...schemata].sort()).toEqual(
      ['Address', 'Occupancy', 'Organization', 'Person', 'Position', 'PublicBody', 'Representation'].sort(),
    );
    const before = (await run('actors', '--json')).out;
    expect((await run('actors', 'merge', 'Ilyan Dorsev', 'Lena Marask')).code).toBe(0);
    expect((await run('actors', 'show', 'Лена Мараск')).out).toMatch(/^Ilyan Dorsev/);
    expect((await run('actors', 'unmerge', 'Ilyan Dorsev', 'lena marask')).code).toBe(0);
    expect((await run('actors', '--json')).out).toBe(before);
    expect((await run('actors', 'unmerge', 'Ilyan Dorsev')).code).toBe(2);
    expect((await run('actors', 'alike')).code).toBe(0);
  });
});
