import { describe, expect, it } from 'vitest';
import type { Excerpt } from '../../../shared/domain/excerpts';
import { expectUndoable, openTestNouns, type TestNouns } from '../common/testing';
import { Connection } from '../db/driver';
import { libraryPaths } from '../open';
import { addSnapshot } from '../snapshots/store';
import { verifyLibrary } from '../verify/verify';
import { excerptStandings } from './derive';

const paragraphs = [
  'The ferry left at dawn with nine people on board, and the keeper signed the page.',
  'Asked whether the rope had been cut, the keeper said it was cut, not worn.',
  'The harbour office declined to comment on the report, which it called baseless.',
  'Three lines of the log are torn off below this entry, and nobody found them again afterwards.',
  'Nobody else was asked about the lamp in the tower on the following morning.',
];

interface Captured extends TestNouns {
  sourceId: string;
  first: string;
  /** Adds a snapshot of these paragraphs as an import would. */
  recapture(...texts: string[]): Promise<string>;
  standing(excerpt: Excerpt): Promise<Excerpt['standing']>;
}

async function captured(): Promise<Captured> {
  const nouns = await openTestNouns();
  const { sourceId, snapshotId } = await nouns.source('Ferry', ...paragraphs);
  return {
    ...nouns,
    sourceId,
    first: snapshotId,
    async recapture(...texts) {
      nouns.library.advance();
      return nouns.library.context.change({ label: 'Add snapshot' }, (change) => {
        let at = 0;
        const blocks = texts.map((text, index) => {
          const start = at;
          at += text.length + 2;
          return { kind: 'paragraph' as const, start, end: start + text.length, paragraph: index + 1, spans: [] };
        });
        return addSnapshot(change, { sourceId, text: texts.join('\n\n'), blocks, language: 'en' });
      });
    },
    standing: async ({ id }) => (await nouns.call('excerpts.get', { id })).standing,
  };
}

const quote = (nouns: Captured, words: string) =>
  nouns.call('excerpts.quote', { sourceId: nouns.sourceId, quote: words });
const changed = paragraphs.with(0, paragraphs[0]!.replace('nine', 'eight'));

describe('a new snapshot', () => {
  it('leaves each excerpt its own anchor, and says how it stands in the new text', async () => {
    const nouns = await captured();
    const excerpts = {
      exact: await quote(nouns, 'declined to comment on the report'),
      moved: await quote(nouns, 'the keeper said it was cut, not worn'),
      changed: await quote(nouns, 'left at dawn with nine people on board'),
      lost: await quote(nouns, 'the lamp in the tower'),
    };
    expect(await nouns.standing(excerpts.exact)).toBeNull();
    const second = await nouns.recapture(
      'A line put in before everything else.',
      changed[0]!,
      ...paragraphs.slice(2, 4),
      'On a page of its own at the end stands once more that the keeper said it was cut, not worn, and nothing else.',
    );
    for (const [verdict, excerpt] of Object.entries(excerpts)) {
      const now = await nouns.call('excerpts.get', { id: excerpt.id });
      expect(now.anchor).toEqual(excerpt.anchor);
      expect(now.locator).toEqual(excerpt.locator);
      expect(now.standing).toMatchObject({
        snapshotId: second,
        verdict,
        decision: null,
        needsLook: verdict === 'changed' || verdict === 'lost',
      });
    }
    expect((await nouns.standing(excerpts.exact))?.locator).toEqual({ label: 'paragraph', value: '3' });
    const open = await nouns.call('excerpts.list', { needsLook: true });
    expect(open.items.map(({ id }) => id).sort()).toEqual([excerpts.changed.id, excerpts.lost.id].sort());
    expect((await nouns.call('anchors.list', { snapshotId: second })).map(({ place }) => place === null)).toEqual([
      false,
      false,
      false,
      true,
    ]);
  });

  it('can be undone and redone', async () => {
    const nouns = await captured();
    const excerpt = await quote(nouns, 'nine people');
    await expectUndoable(nouns, 'Add snapshot', () => nouns.recapture(...changed));
    expect(await nouns.standing(excerpt)).toMatchObject({ verdict: 'changed' });
    await nouns.call('history.undo', {});
    expect(await nouns.standing(excerpt)).toBeNull();
  });

  it('shows excerpts of a newer text in an older one too', async () => {
    const nouns = await captured();
    await nouns.recapture(...changed);
    const excerpt = await quote(nouns, 'eight people on board');
    expect(excerpt.standing).toBeNull();
    expect(await nouns.call('anchors.list', { snapshotId: nouns.first })).toMatchObject([
      { excerptId: excerpt.id, verdict: 'changed', needsLook: false },
    ]);
  });

  it('is looked into for an excerpt that is made in an older text afterwards', async () => {
    const nouns = await captured();
    const second = await nouns.recapture(...changed);
    const excerpt = await nouns.call('excerpts.add', { snapshotId: nouns.first, start: 4, end: 40 });
    expect(excerpt.id && (await nouns.standing(excerpt))).toMatchObject({ snapshotId: second, verdict: 'changed' });
  });
});

describe('settling', () => {
  const settled = async () => {
    const nouns = await captured();
    const excerpt = await quote(nouns, 'left at dawn with nine people on board');
    const snapshotId = await nouns.recapture(...changed);
    return { nouns, excerpt, snapshotId };
  };

  it('shows old and new side by side with what differs', async () => {
    const { nouns, excerpt } = await settled();
    const { old, candidates } = await nouns.call('anchors.get', { excerptId: excerpt.id });
    expect(old).toMatchObject({ before: 'The ferry ', text: excerpt.text });
    expect(candidates).toMatchObject([
      {
        passage: { text: 'left at dawn with eight people on board' },
        locator: { label: 'paragraph', value: '1' },
        differences: [
          { kind: 'same', text: 'left at dawn with ' },
          { kind: 'removed', text: 'nine' },
          { kind: 'added', text: 'eight' },
          { kind: 'same', text: ' people on board' },
        ],
      },
    ]);
  });

  it('keeps what a person decides, and can be undone', async () => {
    const { nouns, excerpt, snapshotId } = await settled();
    const before = (await nouns.standing(excerpt))!;
    const settle = (choice: Parameters<typeof place>[0]) =>
      nouns.call('anchors.settle', { excerptId: excerpt.id, snapshotId, choice });
    const place = (choice: { decision: 'place'; start: number; end: number } | { decision: 'keep' | 'gone' }) => choice;
    await expectUndoable(nouns, 'Settle excerpt', () => settle({ decision: 'place', ...before.place! }));
    expect(await nouns.standing(excerpt)).toEqual({ ...before, decision: 'place', needsLook: false });
    await settle({ decision: 'gone' });
    expect(await nouns.standing(excerpt)).toMatchObject({ decision: 'gone', place: null, verdict: 'changed' });
    await settle({ decision: 'keep' });
    expect(await nouns.standing(excerpt)).toMatchObject({ decision: 'keep', place: null });
    await nouns.call('history.undo', {});
    await nouns.call('history.undo', {});
    await nouns.call('history.undo', {});
    expect(await nouns.standing(excerpt)).toEqual(before);
  });

  it('refuses places that are not in the text, excerpts in the Trash, and texts that are not the newest', async () => {
    const { nouns, excerpt, snapshotId } = await settled();
    const settle = (start: number, end: number, into = snapshotId) =>
      nouns.call('anchors.settle', {
        excerptId: excerpt.id,
        snapshotId: into,
        choice: { decision: 'place', start, end },
      });
    await expect(settle(5, 5)).rejects.toMatchObject({ code: 'bad-input' });
    await expect(settle(5, 5_000_000)).rejects.toMatchObject({ code: 'bad-input' });
    await expect(settle(5, 9, nouns.first)).rejects.toMatchObject({ code: 'conflict' });
    await nouns.call('excerpts.trash', { id: excerpt.id });
    await expect(settle(5, 9)).rejects.toMatchObject({ code: 'not-found' });
    const other = await quote(nouns, 'eight people');
    await expect(nouns.call('anchors.get', { excerptId: other.id })).rejects.toMatchObject({ code: 'conflict' });
  });

  it('holds for later texts as long as nothing new is to be decided', async () => {
    const { nouns, excerpt, snapshotId } = await settled();
    const { place } = (await nouns.standing(excerpt))!;
    await nouns.call('anchors.settle', { excerptId: excerpt.id, snapshotId, choice: { decision: 'place', ...place! } });
    await nouns.recapture('A line put in.', ...changed);
    const third = await nouns.standing(excerpt);
    expect(third).toMatchObject({ verdict: 'changed', decision: 'place', needsLook: false });
    expect(third!.place!.start).toBe(place!.start + 'A line put in.\n\n'.length);
    await nouns.recapture(...changed.with(0, changed[0]!.replace('eight', 'seven')));
    expect(await nouns.standing(excerpt)).toMatchObject({ verdict: 'changed', decision: null, needsLook: true });
    await nouns.recapture(...paragraphs);
    expect(await nouns.standing(excerpt)).toMatchObject({ verdict: 'exact', needsLook: false });
  });

  it('that turned a passage down asks again only when another one turns up', async () => {
    const { nouns, excerpt, snapshotId } = await settled();
    await nouns.call('anchors.settle', { excerptId: excerpt.id, snapshotId, choice: { decision: 'keep' } });
    await nouns.recapture('A line put in.', ...changed);
    expect(await nouns.standing(excerpt)).toMatchObject({ decision: 'keep', needsLook: false, place: null });
    await nouns.recapture(...changed.with(0, changed[0]!.replace('eight', 'seven')));
    expect(await nouns.standing(excerpt)).toMatchObject({ decision: null, needsLook: true });
  });
});

describe('comparing snapshots', () => {
  it('says what changed and which excerpts that touches', async () => {
    const nouns = await captured();
    const hit = await quote(nouns, 'nine people');
    await quote(nouns, 'the keeper signed the page');
    const newerId = await nouns.recapture(...changed.slice(0, 4), 'A line put in at the end.');
    const { rows } = await nouns.call('snapshots.compare', { olderId: nouns.first, newerId });
    expect(rows.map(({ kind }) => kind)).toEqual(['changed', 'same', 'unchanged', 'same', 'removed', 'added']);
    expect(rows[0]).toMatchObject({ excerptIds: [hit.id], locator: { label: 'paragraph', value: '1' } });
    expect(rows[4]).toMatchObject({ excerptIds: [], moved: false, newer: null });
    const other = await nouns.source('Other', 'Something else.');
    await expect(nouns.call('snapshots.compare', { olderId: other.snapshotId, newerId })).rejects.toMatchObject({
      code: 'bad-input',
    });
  });
});

describe('stored standings', () => {
  it('are what verify expects, through undo, emptying the Trash and opening again', async () => {
    const nouns = await captured();
    const excerpts = [await quote(nouns, 'nine people'), await quote(nouns, 'the keeper signed the page')];
    const snapshotId = await nouns.recapture(...changed);
    await nouns.call('anchors.settle', { excerptId: excerpts[0]!.id, snapshotId, choice: { decision: 'gone' } });
    const { context } = nouns.library;
    const findings = async () => (await verifyLibrary(context, [excerptStandings])).findings;
    expect(await findings()).toEqual([]);
    const connection = await Connection.open(libraryPaths(nouns.library.folder).database, { mode: 'write' });
    await connection.run(`UPDATE excerpt_standing SET start_offset = 1 WHERE excerpt_id = ?`, [excerpts[1]!.id]);
    expect(await findings()).toMatchObject([{ check: 'anchors', rowId: excerpts[1]!.id }]);
    // Rules that changed: found again when the library is opened.
    await connection.run('UPDATE excerpt_standing SET method = 0');
    await connection.close();
    const again = await nouns.library.reopen();
    await again.settled();
    expect((await verifyLibrary(again.context, [excerptStandings])).findings).toEqual([]);
  });

  it('and decisions go with what they are about when the Trash is emptied', async () => {
    const nouns = await captured();
    const excerpt = await quote(nouns, 'nine people');
    const snapshotId = await nouns.recapture(...changed);
    await nouns.call('anchors.settle', { excerptId: excerpt.id, snapshotId, choice: { decision: 'keep' } });
    await nouns.call('sources.trash', { id: nouns.sourceId });
    await nouns.call('trash.empty', {});
    const left = await nouns.library.context.db.read(async (db) => [
      ...(await db.all('SELECT * FROM anchor_decision')),
      ...(await db.all('SELECT * FROM excerpt_standing')),
    ]);
    expect(left).toEqual([]);
  });
});
