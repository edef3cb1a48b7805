import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createSession } from '../../core/session';
import { libraryHandlers } from '../handlers';
import { silentLog } from '../open';
import { temporaryFolder } from '../testing';
import { writeSample } from './write';

test('the sample dossier fits: every quotation stands in its source, every key has its row, and the library verifies', async () => {
  const session = await createSession(join(await temporaryFolder(), 'Sample.commonplace'), {
    name: 'Sample',
    clock: Date.now,
    log: silentLog,
    trusted: true,
    emit: () => {},
    handlers: libraryHandlers,
  });
  await writeSample(session.call);

  expect(await session.call('library.verify', {})).toMatchObject({ ok: true, findings: [] });
  const [sources, excerpts, claims, actors, events, [memo]] = await Promise.all([
    session.call('sources.list', {}),
    session.call('excerpts.list', {}),
    session.call('claims.list', {}),
    session.call('actors.list', {}),
    session.call('events.list', {}),
    session.call('memos.list', {}),
  ]);
  expect([sources.total, excerpts.total, claims.length, actors.length, events.length]).toEqual([9, 39, 15, 15, 10]);
  expect(sources.items.filter(({ issued, authors }) => issued === '' || authors === '')).toEqual([]);
  expect(new Set(claims.map(({ status }) => status))).toEqual(
    new Set(['corroborated', 'contested', 'denied', 'retracted', 'single-source', 'unsupported']),
  );
  expect(memo?.citations).toBeGreaterThanOrEqual(12);
  const { document } = await session.call('memos.get', { id: memo?.id ?? '' });
  expect(document.blocks.map(({ type }) => type)).toContain('excerpt-quotation');
  await session.close();
});
