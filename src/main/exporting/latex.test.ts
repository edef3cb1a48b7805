import { execFile, spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { prepareJudged, saveJudged, type JudgedStyle } from './fixtures/judging';
import { memoFixtures } from './fixtures/memos';

const run = promisify(execFile);
const has = (program: string, flag = '--version') => spawnSync(program, [flag]).error === undefined;
const tex = ['lualatex', 'biber'].every((program) => has(program)) && has('pdftotext', '-v');

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'commonplace-latex-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function saved(name: string, style: JudgedStyle = { id: 'chicago-notes', locale: 'en-GB' }): Promise<string> {
  const fixture = memoFixtures.find((one) => one.name === name);
  if (!fixture) throw new Error(name);
  return saveJudged(folder, `${name}-${style.id}`, await prepareJudged(fixture, style, 'tex'), 'tex');
}

describe('LaTeX', () => {
  it('sets each paragraph in its own direction, and the rest in the memo’s', async () => {
    const persian = await readFile(await saved('persian'), 'utf8');
    expect(persian).toContain('\\babelprovide[main,import]{persian}');
    expect(persian).toContain('\\begin{inenglish}\nA paragraph in English');
    // Digits and words without a letter of Persian's own are the memo's all the same.
    expect(persian).toContain('تارن & ۴۰');
    expect(persian).not.toContain('{arabic}');
    const mixed = await readFile(await saved('mixed-directions'), 'utf8');
    expect(mixed).toContain('\\begin{inarabic}\nالسفينة');
    expect(mixed).toContain('\\begin{inhebrew}\nהספינה');
  });

  it.skipIf(!tex).each([
    ['hostile', ['\\input{/etc/passwd} \\write18{id} 100% $x^2$', '<script>alert(1)</script>']],
    ['persian', ['A paragraph in English stands among them', '3. Mira Vale, The Straits of Orlan']],
    ['mixed-directions', ['both were ignored', '3. ']],
    ['languages', ['Quoted in their own words', 'Le péage fut doublé', '1. Mira Vale, The Straits of Orlan']],
    ['scripts', ['Илья Жуков', 'Νίκος Μαύρος', 'Əsmər']],
  ])('compiles with notes and bibliography, no letter missing: %s', { timeout: 90_000 }, async (name, words) => {
    const path = await saved(name);
    const cwd = dirname(path);
    const stem = basename(path, '.tex');
    const latex = () => run('lualatex', ['-interaction=nonstopmode', '-halt-on-error', path], { cwd, maxBuffer: 64e6 });
    await latex();
    await run('biber', [stem], { cwd });
    await latex();
    const log = await readFile(join(cwd, `${stem}.log`), 'utf8');
    expect(log).not.toMatch(/Missing character|not supported|untranslated|No style for language/);
    const text = (await run('pdftotext', ['-layout', `${stem}.pdf`, '-'], { cwd })).stdout.replace(/\s+/g, ' ');
    for (const part of words) expect(text).toContain(part);
  });
});
