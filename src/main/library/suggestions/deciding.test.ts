import { describe, expect, it } from 'vitest';
import type { Suggestions } from '../../../shared/domain/suggestions';
import { expectUndoable, openTestNouns, type TestNouns } from '../common/testing';
import { addSnapshot } from '../snapshots/store';

const paragraphs = [
  'On 6 March 2023 President Anna Orr met Piet Wallin in Geneva.',
  '“We will wait for the ships,” Orr said.',
];

async function suggested(): Promise<
  TestNouns & { sourceId: string; snapshotId: string; text: string; found: Suggestions }
> {
  const nouns = await openTestNouns();
  const source = await nouns.source('Vell', ...paragraphs);
  const found = await nouns.call('suggestions.forSource', { sourceId: source.sourceId });
  return { ...nouns, ...source, found };
}

const namesOf = ({ actors }: Suggestions) => actors.map(({ name }) => name).sort();

describe('deciding about suggestions', () => {
  it('accepts a new actor in one action, tags it where excerpts name it, and does not propose it again', async () => {
    const nouns = await suggested();
    const { call, sourceId, snapshotId, found } = nouns;
    const excerpt = await call('excerpts.quote', { sourceId, quote: 'met Piet Wallin in Geneva' });
    const { key, kind, name, mentions } = found.actors.find((actor) => actor.name === 'Piet Wallin')!;
    const actor = await expectUndoable(nouns, 'Accept actor', () =>
      call('suggestions.acceptActor', {
        sourceId,
        snapshotId,
        key,
        actor: { is: 'new', kind, name, aliases: ['P. Wallin', 'piet wallin', 'Wallin'] },
        mentions: mentions.map(({ start, end }) => ({ start, end })),
      }),
    );
    expect(actor).toMatchObject({ kind: 'person', name: 'Piet Wallin' });
    expect(actor.names.map((one) => [one.kind, one.text])).toEqual([
      ['name', 'Piet Wallin'],
      ['alias', 'P. Wallin'],
      ['weak-alias', 'Wallin'],
    ]);
    expect(actor.excerpts.map(({ id }) => id)).toEqual([excerpt.id]);
    expect(namesOf(await call('suggestions.forSource', { sourceId }))).toEqual(['Anna Orr', 'Geneva']);
    expect(namesOf(await call('suggestions.forSource', { sourceId, includeDecided: true }))).toContain('Piet Wallin');
    expect(await call('suggestions.decisions', { sourceId })).toEqual([
      { key, kind: 'actor', decision: 'accepted', label: 'Piet Wallin', targetId: actor.id },
    ]);
    await call('actors.trash', { id: actor.id });
    expect(namesOf(await call('suggestions.forSource', { sourceId }))).toContain('Piet Wallin');
  });

  it('links to an actor that is there, which gets the names it does not have', async () => {
    const nouns = await suggested();
    const { call, sourceId, snapshotId, found } = nouns;
    const there = await call('actors.create', {
      kind: 'person',
      name: 'A. Orr',
      roles: [{ title: 'president', from: '2020' }],
    });
    const { key } = found.actors.find(({ name }) => name === 'Anna Orr')!;
    const actor = await expectUndoable(nouns, 'Accept actor', () =>
      call('suggestions.acceptActor', {
        sourceId,
        snapshotId,
        key,
        actor: { is: 'existing', actorId: there.id, aliases: ['Anna Orr', 'a. orr'] },
      }),
    );
    expect(actor).toMatchObject({ id: there.id, name: 'A. Orr', aliases: ['Anna Orr'], roles: there.roles });
  });

  it('accepts a quotation with a new speaker and a position on a new claim, all in one action', async () => {
    const nouns = await suggested();
    const { call, sourceId, snapshotId, found, text } = nouns;
    const [quotation] = found.quotations;
    const { key, start, end, speaker } = quotation!;
    const excerpt = await expectUndoable(nouns, 'Accept quotation', () =>
      call('suggestions.acceptQuotation', {
        sourceId,
        snapshotId,
        key,
        start,
        end,
        speaker: {
          is: 'new',
          key: speaker!.actorKey!,
          kind: 'person',
          name: 'Anna Orr',
          roles: [{ title: 'President' }],
        },
        position: {
          claim: { is: 'new', statement: 'The fleet waits for the ships.' },
          stance: 'asserts',
          manner: 'held',
          date: '2023-03-06',
        },
      }),
    );
    expect(excerpt.text).toBe(text.slice(start, end));
    expect(excerpt.locator).toEqual({ label: 'paragraph', value: '2' });
    const [claim] = await call('claims.list', {});
    expect(claim).toMatchObject({ statement: 'The fleet waits for the ships.', positions: 1 });
    expect((await call('claims.get', { id: claim!.id })).positionList).toMatchObject([
      { actorName: 'Anna Orr', stance: 'asserts', manner: 'held', date: '2023-03-06', excerptId: excerpt.id },
    ]);
    const again = await call('suggestions.forSource', { sourceId });
    expect(again.quotations).toEqual([]);
    expect(namesOf(again)).toEqual(['Geneva', 'Piet Wallin']);
  });

  it('accepts an event with its actors and the excerpt of its sentence', async () => {
    const nouns = await suggested();
    const { call, sourceId, snapshotId, found } = nouns;
    const orr = await call('actors.create', { kind: 'person', name: 'Anna Orr' });
    const { key, start, end, title, date, place } = found.events[0]!;
    const event = await expectUndoable(nouns, 'Accept event', () =>
      call('suggestions.acceptEvent', {
        sourceId,
        snapshotId,
        key,
        start,
        end,
        title,
        date,
        place,
        actors: [
          { actor: { is: 'existing', actorId: orr.id }, role: 'host' },
          { actor: { is: 'new', kind: 'person', name: 'Piet Wallin' } },
        ],
      }),
    );
    expect(event).toMatchObject({
      date: '2023-03-06',
      place: 'Geneva',
      actors: [
        { name: 'Anna Orr', role: 'host' },
        { name: 'Piet Wallin', role: '' },
      ],
      excerpts: [{ text: paragraphs[0] }],
    });
    expect((await call('suggestions.forSource', { sourceId })).events).toEqual([]);
  });

  it('keeps what was rejected rejected, also in a text that is captured later, until it is taken back', async () => {
    const nouns = await suggested();
    const { call, sourceId, found, library } = nouns;
    const { key, name } = found.actors.find((actor) => actor.name === 'Geneva')!;
    await expectUndoable(nouns, 'Reject suggestion', () => call('suggestions.reject', { sourceId, key, label: name }));
    const text = 'Editor’s note.\n\nPiet Wallin left Geneva on 7 March 2023.';
    await library.context.change({ label: 'Capture again' }, (change) =>
      addSnapshot(change, {
        sourceId,
        text,
        blocks: [
          { kind: 'paragraph', start: 0, end: 14, paragraph: 1, spans: [] },
          { kind: 'paragraph', start: 16, end: text.length, paragraph: 2, spans: [] },
        ],
        language: 'en',
      }),
    );
    expect(namesOf(await call('suggestions.forSource', { sourceId }))).toEqual(['Piet Wallin']);
    await expectUndoable(nouns, 'Propose again', () => call('suggestions.reconsider', { sourceId, key }));
    expect(namesOf(await call('suggestions.forSource', { sourceId }))).toEqual(['Geneva', 'Piet Wallin']);
  });

  it('remembers what was decided at a source that was merged into another', async () => {
    const { call, sourceId, found, source } = await suggested();
    const { key, name } = found.actors.find((actor) => actor.name === 'Geneva')!;
    await call('suggestions.reject', { sourceId, key, label: name });
    const other = await source('Vell again', ...paragraphs);
    await call('sources.merge', { keptId: other.sourceId, otherId: sourceId, fields: [] });
    expect(namesOf(await call('suggestions.forSource', { sourceId: other.sourceId }))).not.toContain('Geneva');
    await call('suggestions.reconsider', { sourceId: other.sourceId, key });
    expect(namesOf(await call('suggestions.forSource', { sourceId: other.sourceId }))).toContain('Geneva');
  });

  it('refuses what cannot be: a text of another source, a position of nobody, a key that is none; nothing is written', async () => {
    const { call, source, sourceId, snapshotId, found } = await suggested();
    const { key, start, end } = found.quotations[0]!;
    const other = await source('Other', 'Nothing.');
    const quotation = { sourceId, snapshotId, key, start, end };
    await expect(
      call('suggestions.acceptQuotation', { ...quotation, snapshotId: other.snapshotId }),
    ).rejects.toMatchObject({ code: 'bad-input' });
    const position = { claim: { is: 'new', statement: 'It waits.' }, stance: 'asserts', manner: 'held' } as const;
    await expect(call('suggestions.acceptQuotation', { ...quotation, position })).rejects.toMatchObject({
      message: expect.stringContaining('Say who speaks') as string,
    });
    await expect(call('suggestions.acceptQuotation', { ...quotation, end: 100_000 })).rejects.toMatchObject({
      code: 'bad-input',
    });
    await expect(call('suggestions.reject', { sourceId, key: 'nonsense', label: 'x' })).rejects.toMatchObject({
      code: 'bad-input',
    });
    expect(await call('suggestions.decisions', { sourceId })).toEqual([]);
    expect((await call('excerpts.list', {})).total).toBe(0);
    expect(await call('claims.list', {})).toEqual([]);
  });
});
