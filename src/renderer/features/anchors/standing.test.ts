import { describe, expect, it } from 'vitest';
import type { ExcerptStanding } from '../../../shared/domain/anchors';
import type { Excerpt } from '../../../shared/domain/excerpts';
import { isProposed, placeExcerpts, standingKind } from './standing';

const excerpt = (id: string, snapshotId: string, start: number) =>
  ({ id, anchor: { snapshotId, start, end: start + 5 } }) as Excerpt;
const standing = (excerptId: string, fields: Partial<ExcerptStanding>) => ({
  excerptId,
  snapshotId: 'new',
  verdict: 'exact' as const,
  place: null,
  locator: null,
  decision: null,
  needsLook: false,
  ...fields,
});

describe('excerpts of a source in the snapshot that is shown', () => {
  const excerpts = [excerpt('moved', 'old', 10), excerpt('own', 'new', 40), excerpt('lost', 'old', 0)];
  const standings = [
    standing('moved', { verdict: 'moved', place: { start: 90, end: 95 } }),
    standing('lost', { verdict: 'lost' }),
    standing('own', {}),
  ];

  it('stand where they were made, or where they were found, in the order of this text', () => {
    const { shown, elsewhere } = placeExcerpts(excerpts, standings, 'new');
    expect(shown.map(({ id, place, here }) => [id, place.start, here?.verdict ?? null])).toEqual([
      ['own', 40, null],
      ['moved', 90, 'moved'],
    ]);
    expect(elsewhere.map(({ id }) => id)).toEqual(['lost']);
  });

  it('never get a place of another snapshot, while the answer for this one is not there yet', () => {
    const { shown, elsewhere } = placeExcerpts(excerpts, standings, 'newer still');
    expect(shown).toEqual([]);
    expect(elsewhere).toHaveLength(3);
  });

  it('are told by what a person decided before what was found', () => {
    expect(standingKind({ verdict: 'lost', decision: null })).toBe('lost');
    expect(standingKind({ verdict: 'lost', decision: 'gone' })).toBe('gone');
    expect(standingKind({ verdict: 'changed', decision: 'place' })).toBe('placed');
    expect(isProposed({ verdict: 'changed', decision: null })).toBe(true);
    expect(isProposed({ verdict: 'changed', decision: 'place' })).toBe(false);
    expect(isProposed({ verdict: 'moved', decision: null })).toBe(false);
  });
});
