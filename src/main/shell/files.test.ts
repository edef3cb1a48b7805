import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openFileMap, type FileMap } from './files';

const folder = mkdtempSync(join(tmpdir(), 'commonplace-files-'));
let files: FileMap;
beforeAll(async () => {
  mkdirSync(join(folder, 'renderer', 'assets'), { recursive: true });
  writeFileSync(join(folder, 'secret.json'), '{}');
  writeFileSync(join(folder, 'renderer', 'index.html'), '<p>app</p>');
  writeFileSync(join(folder, 'renderer', 'assets', 'a b.js'), '1');
  writeFileSync(join(folder, 'renderer', 'notes.unknown'), 'x');
  files = await openFileMap(join(folder, 'renderer'), 'app://commonplace');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the app’s files', () => {
  test('index.html is the root, with the policy in its headers', async () => {
    const answer = await files.answer('GET', 'app://commonplace/');
    expect(answer.status).toBe(200);
    expect(answer.body.toString()).toBe('<p>app</p>');
    expect(answer.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(answer.headers['content-security-policy']).toContain("default-src 'none'");
    expect(answer.headers['x-content-type-options']).toBe('nosniff');
  });

  test.each([
    'app://commonplace/../secret.json',
    'app://commonplace/..%2fsecret.json',
    'app://commonplace/%2e%2e/secret.json',
    'app://commonplace/%2e%2e%2fsecret.json',
    'app://commonplace/assets/..%5c..%5c..%5csecret.json',
    'app://commonplace//etc/passwd',
    'app://commonplace/index.html/',
    'app://commonplace/INDEX.HTML',
    'app://commonplace/notes.unknown',
    'app://commonplace/constructor',
    'app://elsewhere/index.html',
    'file:///etc/passwd',
    'not a url',
  ])('%s is not found', async (url) => {
    const answer = await files.answer('GET', url);
    expect(answer.status).toBe(404);
    expect(answer.body.length).toBe(0);
    expect(answer.headers['content-security-policy']).toContain("default-src 'none'");
  });

  test('query and fragment do not matter; other methods are refused', async () => {
    expect((await files.answer('GET', 'app://commonplace/index.html?x=1#y')).status).toBe(200);
    expect((await files.answer('POST', 'app://commonplace/index.html')).status).toBe(405);
    const head = await files.answer('HEAD', 'app://commonplace/index.html');
    expect(head).toMatchObject({ status: 200 });
    expect(head.body.length).toBe(0);
  });
});
