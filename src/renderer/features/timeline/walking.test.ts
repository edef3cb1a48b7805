import { describe, expect, it } from 'vitest';
import type { Timeline } from '../../../shared/domain/timeline';
import { lanesOf } from '../../../shared/timeline/lanes';
import { besideInTime } from './walking';

const event = (id: string, date: string, ...actors: string[]): Timeline['events'][number] => ({
  id,
  title: id,
  date,
  actors: actors.map((name) => ({ id: name, name })),
  tags: [],
  collections: [],
  otherDates: [],
  datesConflict: false,
});

describe('walking the timeline by keyboard', () => {
  const lanes = lanesOf(
    {
      events: [
        event('a', '2001', 'Tarn'),
        event('b', '2002', 'Tarn', 'Vell'),
        event('c', '2003', 'Tarn'),
        event('d', '2010', 'Vell'),
      ],
      positions: [],
    },
    'actors',
    false,
  );
  const walk = (...keys: Parameters<ReturnType<typeof besideInTime>['next']>[1][]) => {
    const { next } = besideInTime(lanes);
    let at = next(null, 'ArrowRight');
    for (const key of keys) at = next(at, key) ?? at;
    return at?.key;
  };

  it('goes through a lane, to its ends, and to the nearest of the lane beside', () => {
    expect(walk()).toBe('a');
    expect(walk('ArrowRight', 'ArrowRight', 'ArrowRight')).toBe('c');
    expect(walk('End', 'ArrowLeft')).toBe('b');
    expect(walk('End', 'ArrowDown')).toBe('b');
    // It stands in both lanes: one goes on in the one that was walked into.
    expect(walk('End', 'ArrowDown', 'ArrowRight')).toBe('d');
    expect(walk('End', 'ArrowDown', 'ArrowRight', 'ArrowUp')).toBe('c');
  });
});
