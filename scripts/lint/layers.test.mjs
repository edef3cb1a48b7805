import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { root } from '../lib/run.mjs';
import { brokenRule, looksLikeSql } from './layers.mjs';

const folder = mkdtempSync(join(tmpdir(), 'commonplace-lint-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What `npm run check:lint` says about a file of this content, were it at that path. */
function lint(path, code) {
  const file = join(folder, path.replaceAll('/', '_'));
  writeFileSync(file, `// stands for: ${path}\n${code}\n`);
  const oxlint = join(root, 'node_modules/oxlint/bin/oxlint');
  const config = join(root, '.oxlintrc.json');
  const answer = spawnSync(process.execPath, [oxlint, '--deny-warnings', '-c', config, file], {
    cwd: root,
    encoding: 'utf8',
  });
  return { failed: answer.status !== 0, output: answer.stdout + answer.stderr };
}

describe('the layer rules', () => {
  test('npm run check:lint fails when the core imports electron', () => {
    const answer = lint(
      'src/main/library/excerpts/handlers.ts',
      "import { app } from 'electron';\nexport const name = app.name;",
    );
    expect(answer.failed).toBe(true);
    expect(answer.output).toContain('electron is imported only under');
  });

  test('the same import passes in the Electron shell', () => {
    expect(
      lint('src/main/shell/electron/x.ts', "import { app } from 'electron';\nexport const name = app.name;"),
    ).toMatchObject({
      failed: false,
    });
  });

  test('SQL outside a store fails, and passes inside one', () => {
    const code = "export const all = 'SELECT * FROM excerpts';";
    expect(lint('src/main/library/excerpts/handlers.ts', code).output).toContain('SQL stands only in');
    expect(lint('src/main/library/excerpts/store.ts', code).failed).toBe(false);
  });

  test.each([
    ['src/main/library/claims/handlers.ts', '../../shell/app'],
    ['src/main/library/claims/store.ts', 'sqlite3'],
    ['src/main/exporting/docx/write.ts', 'lexical'],
    ['src/main/citing/cache.ts', '@lexical/html'],
    ['src/shared/search/fold.ts', 'node:fs'],
    ['src/shared/search/fold.ts', '../../main/library/context'],
    ['src/renderer/features/claims/view.tsx', '../../../main/library/context'],
    ['src/renderer/client/call.ts', 'node:path'],
    ['src/preload/index.ts', 'node:fs'],
    ['src/main/shell/app.ts', '../library/open'],
    ['src/main/core/app.ts', 'electron/main'],
  ])('%s may not import %s', (file, specifier) => expect(brokenRule(file, specifier)).not.toBeNull());

  test.each([
    ['src/main/library/db/driver.ts', 'sqlite3'],
    ['src/main/shell/electron/window.ts', 'electron'],
    ['src/preload/index.ts', 'electron'],
    ['src/shared/memo/lexical.ts', 'lexical'],
    ['src/renderer/editor/nodes.ts', 'lexical'],
    ['src/renderer/client/call.ts', '../../shared/contract'],
    ['src/main/shell/app.ts', '../core/client'],
    ['src/shared/search/fold.test.ts', 'node:fs'],
  ])('%s may import %s', (file, specifier) => expect(brokenRule(file, specifier)).toBeNull());

  test('English is not SQL', () => {
    for (const text of ['Select a source', 'Update the memo', 'Delete from trash', 'With sources', 'INSERT']) {
      expect(looksLikeSql(text)).toBe(false);
    }
    for (const text of [
      '\n  SELECT id FROM t',
      'INSERT OR IGNORE INTO t VALUES (1)',
      'WITH RECURSIVE a AS (SELECT 1)',
    ]) {
      expect(looksLikeSql(text)).toBe(true);
    }
  });
});
