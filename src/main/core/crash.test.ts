import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { expect, it, onTestFinished } from 'vitest';
import { unwrap } from '../../shared/result';
import { openLibrary, silentLog } from '../library/open';
import { temporaryFolder } from '../library/testing';
import { verifyLibrary } from '../library/verify/verify';
import { startCore, type CoreProcess } from './client';
import { forkCore } from './fork';

const kills = 50;

/** The core's entry as one plain file: fifty starts are then quick. Below node_modules, where it finds its packages. */
async function bundle(): Promise<string> {
  const folder = fileURLToPath(new URL(`../../../node_modules/.cache/crash-test-${process.pid}`, import.meta.url));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  await build({
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: fileURLToPath(new URL('claims-only-core.ts', import.meta.url)),
      outDir: folder,
      emptyOutDir: true,
      target: 'node20',
      rolldownOptions: { output: { entryFileNames: 'core.mjs' } },
    },
  });
  return join(folder, 'core.mjs');
}

it(`kill -9 of the core ${kills} times while it writes loses nothing that was acknowledged`, async () => {
  const home = await temporaryFolder();
  const entry = await bundle();
  let child: CoreProcess | undefined;
  const core = startCore({
    spawn: () => (child = forkCore(entry)),
    settings: { appFolder: join(home, 'app'), documentsFolder: join(home, 'documents') },
    restartsPerMinute: kills + 1,
  });
  onTestFinished(() => core.close());
  unwrap(await core.call('library.create', { name: 'Crash' }));

  const acknowledged: string[] = [];
  let asked = 0;
  /** Writes until the core stops; kills it when `after` writes are acknowledged, with more under way. */
  const writeUntilKilled = async (after: number): Promise<void> => {
    let acknowledgedNow = 0;
    let alive = true;
    const lane = async (): Promise<void> => {
      while (alive) {
        const statement = `claim ${asked++}`;
        const result = await core.call('claims.create', { statement });
        if (!result.ok) {
          expect(result.error.code, result.error.message).toBe('internal');
          alive = false;
        } else {
          acknowledged.push(statement);
          acknowledgedNow += 1;
          if (acknowledgedNow === after) child?.kill();
        }
      }
    };
    await Promise.all([lane(), lane(), lane(), lane()]);
  };
  for (let n = 0; n < kills; n++) await writeUntilKilled(1 + ((n * 7) % 23));
  await core.close();

  const library = await openLibrary(join(home, 'documents', 'Crash.commonplace'), { clock: Date.now, log: silentLog });
  onTestFinished(() => library.close());
  const rows = await library.context.db.read((db) =>
    db.all<{ statement: string; notes: number }>(
      'SELECT statement, (SELECT count(*) FROM note WHERE target_id = claim.id) AS notes FROM claim',
    ),
  );
  const saved = new Set(rows.map((row) => row.statement));
  expect(acknowledged.filter((statement) => !saved.has(statement))).toEqual([]);
  expect(rows.filter((row) => row.notes !== 1)).toEqual([]);
  expect(acknowledged.length).toBeGreaterThan(kills * 5);
  expect(await verifyLibrary(library.context)).toMatchObject({ ok: true, findings: [] });
}, 120_000);
