import type { Lane, TimelineItem } from '../../../shared/timeline/lanes';

const ways = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -1, ArrowDown: 1, Home: 0, End: 0 } as const;
type Way = keyof typeof ways;

/**
 * Where the keyboard goes from an item: left and right to the one before and after in its lane, up and down to the nearest in time of
 * the lane above and below, Home and End to the lane's first and last. An item that stands in several lanes is walked from the one
 * that was walked into.
 */
export function besideInTime(lanes: readonly Lane[]) {
  let lane = 0;
  const next = (from: TimelineItem | null, way: Way): TimelineItem | null => {
    if (from === null) return lanes[0]?.items[0] ?? null;
    if (!lanes[lane]?.items.some(({ key }) => key === from.key)) {
      lane = lanes.findIndex(({ items }) => items.some(({ key }) => key === from.key));
    }
    const items = lanes[lane]?.items ?? [];
    if (way === 'Home') return items[0] ?? null;
    if (way === 'End') return items.at(-1) ?? null;
    if (way === 'ArrowLeft' || way === 'ArrowRight') {
      return items[items.findIndex(({ key }) => key === from.key) + ways[way]] ?? null;
    }
    const other = lanes[lane + ways[way]];
    if (!other) return null;
    lane += ways[way];
    const distance = (item: TimelineItem) => Math.abs(item.span.start - from.span.start);
    return other.items.reduce((best, item) => (distance(item) < distance(best) ? item : best), other.items[0]!);
  };
  return { ways, next };
}
