import { describe, expect, it } from 'vitest';
import type { ComparisonRow } from '../../../shared/domain/sources';
import { changeName, isChange, summary, type ChangedRow } from './changes';

const row = (kind: ChangedRow['kind'], moved = false, excerptIds: string[] = []): ChangedRow => ({
  kind,
  moved,
  excerptIds,
  parts: [],
  older: null,
  newer: null,
  locator: null,
});

describe('changes of a comparison', () => {
  it('are told in words, each moved paragraph once and each excerpt once', () => {
    const rows: ComparisonRow[] = [
      { kind: 'unchanged', paragraphs: 4 },
      row('changed', false, ['a', 'b']),
      row('changed', false, ['b']),
      row('added'),
      row('removed', true),
      row('added', true),
    ];
    expect(summary(rows)).toBe('2 paragraphs changed, 1 added, 1 moved; 2 excerpts touched.');
    expect(rows.filter(isChange).map(changeName)).toEqual([
      'Changed',
      'Changed',
      'Added',
      'Moved elsewhere',
      'Moved here',
    ]);
  });

  it('are none where the texts are the same', () => {
    expect(summary([{ kind: 'unchanged', paragraphs: 9 }])).toBe('The two texts are the same, word for word.');
    expect(summary([row('removed')])).toBe('1 removed; no excerpt is touched.');
  });
});
