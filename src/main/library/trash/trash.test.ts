import { stat } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import type { TrashTarget } from '../../../shared/domain/common';
import { attachmentPath, storeAttachment } from '../attachments';
import { contents, memoOf, openTestNouns } from '../common/testing';
import { addAttachment } from '../sources/store';

async function everything() {
  const nouns = await openTestNouns();
  const { call, source, library } = nouns;
  const { sourceId } = await source('Vell', 'The dam broke at night.');
  const excerpt = await call('excerpts.quote', { sourceId, quote: 'dam broke', tags: ['Dam'] });
  const actor = await call('actors.create', {
    kind: 'person',
    name: 'Selm',
    names: [{ kind: 'alias', text: 'S.' }],
    roles: [{ title: 'Envoy' }],
  });
  const claim = await call('claims.create', { statement: 'The dam broke.' });
  await call('actors.tag', { excerptId: excerpt.id, actorId: actor.id });
  await call('claims.addEvidence', { claimId: claim.id, excerptId: excerpt.id, stance: 'supports' });
  await call('claims.addPosition', {
    claimId: claim.id,
    actorId: actor.id,
    stance: 'asserts',
    manner: 'held',
    excerptId: excerpt.id,
  });
  const event = await call('events.create', {
    title: 'Break',
    actors: [{ actorId: actor.id, role: '' }],
    excerptIds: [excerpt.id],
  });
  const mark = { kind: 'claim' as const, id: claim.id };
  const memo = await call('memos.create', {
    title: 'Report',
    document: memoOf([{ type: 'text', text: 'x', formats: [], marks: [mark] }]),
  });
  await call('memos.nameRevision', { memoId: memo.id, name: 'v1' });
  const note = await call('notes.create', { target: { kind: 'excerpt', id: excerpt.id }, body: memoOf('n') });
  const collection = await call('collections.create', { name: 'C' });
  await call('collections.create', { name: 'Inside', parentId: collection.id });
  await call('collections.add', {
    id: collection.id,
    items: [
      { kind: 'excerpt', id: excerpt.id },
      { kind: 'memo', id: memo.id },
    ],
  });
  const [tag] = await call('tags.list', {});
  const hash = await storeAttachment(library.folder, new TextEncoder().encode('the file'));
  await library.context.change({ label: 'Attach' }, (change) =>
    addAttachment(change, { sourceId, fileName: 'a.txt', mediaType: 'text/plain', bytes: 8, sha256: hash }),
  );
  return { ...nouns, sourceId, excerpt, actor, claim, event, memo, note, collection, tagId: tag?.id ?? '', hash };
}

describe('the Trash', () => {
  it('lists what was put there, latest first, and gives it back', async () => {
    const { call, library, excerpt, actor, claim, event, memo, note, collection, sourceId, tagId } = await everything();
    const put: [() => Promise<null>, TrashTarget, string][] = [
      [() => call('notes.trash', { id: note.id }), { kind: 'note', id: note.id }, 'n'],
      [() => call('excerpts.trash', { id: excerpt.id }), { kind: 'excerpt', id: excerpt.id }, 'dam broke'],
      [() => call('sources.trash', { id: sourceId }), { kind: 'source', id: sourceId }, 'Vell'],
      [() => call('actors.trash', { id: actor.id }), { kind: 'actor', id: actor.id }, 'Selm'],
      [() => call('claims.trash', { id: claim.id }), { kind: 'claim', id: claim.id }, 'The dam broke.'],
      [() => call('events.trash', { id: event.id }), { kind: 'event', id: event.id }, 'Break'],
      [() => call('memos.trash', { id: memo.id }), { kind: 'memo', id: memo.id }, 'Report'],
      [() => call('tags.trash', { id: tagId }), { kind: 'tag', id: tagId }, 'Dam'],
      [() => call('collections.trash', { id: collection.id }), { kind: 'collection', id: collection.id }, 'C'],
    ];
    const before = await contents(library);
    for (const [trash] of put) {
      library.advance();
      await trash();
    }
    const listed = await call('trash.list', {});
    expect(listed.map(({ target, title }) => [target, title])).toEqual(
      put.map(([, target, title]) => [target, title]).reverse(),
    );
    for (const { target } of listed) await call('trash.restore', { target });
    expect(await contents(library)).toEqual(before);
    expect(await call('trash.list', {})).toEqual([]);
  });

  it('is emptied of a source with all that hangs on it; a position only loses its place', async () => {
    const { call, library, sourceId, claim, actor, event, hash } = await everything();
    await call('sources.trash', { id: sourceId });
    expect(await call('trash.empty', {})).toEqual({ erased: 1 });
    const left = await contents(library);
    for (const table of [
      'source',
      'snapshot',
      'attachment',
      'excerpt',
      'evidence',
      'actor_mention',
      'event_excerpt',
      'tagging',
      'note',
    ]) {
      expect([table, left[table]]).toEqual([table, []]);
    }
    expect((await call('claims.get', { id: claim.id })).positionList).toMatchObject([
      { actorId: actor.id, excerpt: null },
    ]);
    expect((await call('events.get', { id: event.id })).actors).toHaveLength(1);
    await expect(stat(attachmentPath(library.folder, hash))).rejects.toMatchObject({ code: 'ENOENT' });
    expect(await library.context.db.read((db) => db.all('PRAGMA foreign_key_check'))).toEqual([]);
  });

  it('is emptied of everything there is', async () => {
    const { call, library, sourceId, actor, claim, event, memo, collection, tagId } = await everything();
    await call('actors.trash', { id: actor.id });
    await call('claims.trash', { id: claim.id });
    await call('events.trash', { id: event.id });
    await call('memos.trash', { id: memo.id });
    await call('collections.trash', { id: collection.id });
    await call('tags.trash', { id: tagId });
    await call('sources.trash', { id: sourceId });
    await call('trash.empty', {});
    for (const [table, rows] of Object.entries(await contents(library))) expect([table, rows]).toEqual([table, []]);
    expect(await call('trash.empty', {})).toEqual({ erased: 0 });
  });

  it('keeps a file that another source still has', async () => {
    const { call, library, source, sourceId, hash } = await everything();
    const other = await source('Orr', 'Text.');
    await library.context.change({ label: 'Attach' }, (change) =>
      addAttachment(change, {
        sourceId: other.sourceId,
        fileName: 'b.txt',
        mediaType: 'text/plain',
        bytes: 8,
        sha256: hash,
      }),
    );
    await call('sources.trash', { id: sourceId });
    await call('trash.empty', {});
    expect((await stat(attachmentPath(library.folder, hash))).isFile()).toBe(true);
  });

  it('erases for good: nothing of it is left in the log, and Undo does not bring it back', async () => {
    const { call, library, sourceId } = await everything();
    await call('sources.trash', { id: sourceId });
    await call('trash.empty', {});
    const log = await library.context.db.read((db) => db.all('SELECT before FROM change_log WHERE before IS NOT NULL'));
    expect(JSON.stringify(log)).not.toContain('dam broke at night');
    expect(await call('history.state', {})).toEqual({ undo: null, redo: null });
    await call('claims.create', { statement: 'Later' });
    await call('history.undo', {});
    expect(await call('history.undo', {})).toEqual({ undo: null, redo: 'Add claim' });
    expect((await call('sources.list', { includeTrashed: true })).total).toBe(0);
  });
});
