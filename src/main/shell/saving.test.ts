import fc from 'fast-check';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { safeFileName, saveUniquely, userFolder } from './saving';

const folder = mkdtempSync(join(tmpdir(), 'commonplace-saving-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('names of saved files', () => {
  test.each([
    ['../../etc/passwd', 'etc-passwd'],
    ['CON', '_CON'],
    ['con.txt', '_con.txt'],
    ['a\u0000b.pdf', 'ab.pdf'],
    ['memo\u202efdp.exe', 'memofdp.exe'],
    ['.hidden', 'hidden'],
    ['trailing. ', 'trailing'],
    ['', 'file'],
    ['...', 'file'],
    ['Şəhər — «mətn».docx', 'Şəhər — «mətn».docx'],
  ])('%j becomes %j', (name, safe) => expect(safeFileName(name)).toBe(safe));

  test('any name at all becomes one harmless name that stays as it is', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary', maxLength: 400 }), fc.string({ maxLength: 400 })), (name) => {
        const safe = safeFileName(name);
        expect(safe).not.toBe('');
        expect([...safe].length).toBeLessThanOrEqual(121);
        expect(safe).not.toMatch(/[/\\:*?"<>|\u0000-\u001f\u202a-\u202e\u2066-\u2069]|^\.|[. ]$/);
        expect(safeFileName(safe)).toBe(safe);
      }),
    );
  });
});

test('a file that is there is never replaced, nor a link followed', async () => {
  const source = join(folder, 'source');
  const target = join(folder, 'downloads');
  const outside = join(folder, 'outside.txt');
  writeFileSync(source, 'new');
  mkdirSync(target);
  writeFileSync(join(target, 'memo.txt'), 'old');
  if (process.platform !== 'win32') symlinkSync(outside, join(target, 'memo (2).txt'));
  const name = await saveUniquely(source, target, 'memo.txt');
  expect(name).toBe(process.platform === 'win32' ? 'memo (2).txt' : 'memo (3).txt');
  expect(readFileSync(join(target, 'memo.txt'), 'utf8')).toBe('old');
  expect(readFileSync(join(target, name), 'utf8')).toBe('new');
  expect(readdirSync(folder)).not.toContain('outside.txt');
});

test('the Downloads folder is the one the desktop names', async () => {
  const home = join(folder, 'home');
  mkdirSync(join(home, '.config'), { recursive: true });
  writeFileSync(join(home, '.config', 'user-dirs.dirs'), '# x\nXDG_DOWNLOAD_DIR="$HOME/Yükləmələr"\n');
  expect(await userFolder('downloads', { HOME: home }, 'linux')).toBe(join(home, 'Yükləmələr'));
  expect(await userFolder('documents', { HOME: home }, 'linux')).toBe(join(home, 'Documents'));
  expect(await userFolder('downloads', { HOME: home }, 'darwin')).toBe(join(home, 'Downloads'));
});
