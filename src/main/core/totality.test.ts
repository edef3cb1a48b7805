import fc from 'fast-check';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { contract, type CoreMethodName } from '../../shared/contract';
import { errorCodes } from '../../shared/result';
import { libraryHandlers } from '../library/handlers';
import { silentLog } from '../library/open';
import { temporaryFolder } from '../library/testing';
import { verifyLibrary } from '../library/verify/verify';
import { inputsOf } from './inputs-of';
import { isCoreMethod } from './router';
import { createSession } from './session';

const tables = ['source', 'snapshot', 'excerpt', 'claim', 'actor', 'event', 'memo', 'tag', 'collection', 'note'];
/** Import in a worker of its own, or render many pages: tested elsewhere, and slow here. */
const slow: CoreMethodName[] = ['imports.file', 'imports.text', 'exports.memo', 'citing.render'];
const methods = Object.keys(contract).filter(
  (method): method is CoreMethodName =>
    isCoreMethod(method) && !slow.includes(method) && !method.startsWith('library.'),
);

it('no method, in any order, with any input, breaks: every answer is a value or a typed failure that wrote nothing', async () => {
  const internal = new Map<string, string>();
  let now = Date.UTC(2024, 2, 14);
  const options = { clock: () => (now += 1000), log: silentLog, handlers: libraryHandlers, name: 'Total' };
  const session = await createSession(join(await temporaryFolder(), 'Total.commonplace'), options);
  onTestFinished(() => session.close());
  const { db } = session.library.context;
  await session.call('imports.text', {
    jobId: 'seed',
    title: 'Harbour',
    text: 'The harbour was closed at dawn.\n\n“Nobody said why,” the pilot told us.',
  });
  const currentIds = () =>
    db.read(async (reader) => {
      const ids: string[] = [];
      for (const table of tables) {
        const rows = await reader.all<{ id: string }>(`SELECT id FROM ${table} ORDER BY id DESC LIMIT 4`);
        ids.push(...rows.map((row) => row.id));
      }
      return ids;
    });
  const entries = () => db.read((reader) => reader.get('SELECT count(*) AS n FROM change_log'));

  let reached = 0;
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...methods), fc.integer(), async (method, seed) => {
      const ids = await currentIds();
      const [input] = fc.sample(inputsOf(contract[method].input, ids), { numRuns: 1, seed });
      const before = await entries();
      const result = await session.route(method, input);
      if (result.ok) {
        reached += 1;
        return;
      }
      expect(errorCodes).toContain(result.error.code);
      expect(await entries()).toEqual(before);
      if (result.error.code === 'internal') {
        internal.set(`${method}: ${String(result.error.details)}`, JSON.stringify(input)?.slice(0, 300));
      }
    }),
    { numRuns: 1500, endOnFailure: true },
  );
  expect([...internal]).toEqual([]);
  expect(reached).toBeGreaterThan(300);
  expect(await verifyLibrary(session.library.context)).toMatchObject({ ok: true, findings: [] });
}, 120_000);
