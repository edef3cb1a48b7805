import { expect, test } from 'vitest';
import { askForFolder, folderDialogs, folderOpeners, openInSystem, showInSystem, urlOpeners } from './system';

const node = (script: string) => ({ program: process.execPath, arguments: ['-e', script] });
const missing = { program: 'commonplace-no-such-program', arguments: [] };

test('the first dialog that is there is asked', async () => {
  expect(await askForFolder([missing, node("console.log('/a/Təhlil.commonplace')")])).toBe('/a/Təhlil.commonplace');
});

test('cancelling is an answer, not an error', async () => {
  expect(await askForFolder([node('process.exit(1)'), node("console.log('/other')")])).toBeNull();
});

test('a machine without dialogs says what to type instead', async () => {
  await expect(askForFolder([missing])).rejects.toMatchObject({
    code: 'unavailable',
    message: expect.stringContaining('npm start -- --library DIR'),
  });
});

test('a link that nothing opens is shown to be copied', async () => {
  await expect(openInSystem('https://example.org/', [missing])).rejects.toMatchObject({
    code: 'unavailable',
    message: expect.stringContaining('https://example.org/'),
  });
});

test('a folder that nothing shows is named', async () => {
  await expect(showInSystem('/a/Təhlil.commonplace/inbox', [missing])).rejects.toMatchObject({
    code: 'unavailable',
    message: expect.stringContaining('/a/Təhlil.commonplace/inbox'),
  });
});

test('no platform goes through a command interpreter', () => {
  for (const platform of ['linux', 'darwin', 'win32'] as const) {
    for (const { program, arguments: args } of [
      ...urlOpeners(platform, 'https://a/?x&y'),
      ...folderDialogs(platform),
      ...folderOpeners(platform, '/a & b'),
    ]) {
      expect(program).not.toMatch(/cmd|sh$/);
      expect(args.some((argument) => argument === '/c' || argument === '-c')).toBe(false);
    }
    expect(urlOpeners(platform, 'https://a/?x&y')[0]!.arguments).toContain(
      platform === 'win32' ? 'url.dll,FileProtocolHandler' : 'https://a/?x&y',
    );
  }
});
