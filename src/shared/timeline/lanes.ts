import type { Timeline, TimelineEvent, TimelinePosition } from '../domain/timeline';
import { spanOf, type Span } from './span';

export const groupings = ['none', 'actors', 'tags', 'collections'] as const;
/** What has a lane of its own. */
export type Grouping = (typeof groupings)[number];

interface Dated {
  key: string;
  title: string;
  date: string;
  span: Span;
}
export type TimelineItem =
  (Dated & { kind: 'event'; event: TimelineEvent }) | (Dated & { kind: 'position'; position: TimelinePosition });

export interface Lane {
  /** '' for the lane of what belongs to none. */
  key: string;
  name: string;
  /** In order of their start. */
  items: TimelineItem[];
}

const without: Record<Grouping, string> = {
  none: 'Events',
  actors: 'No actor',
  tags: 'No tag',
  collections: 'No collection',
};

/**
 * What is dated, in lanes: one for each actor, tag or collection, the fullest first, and a last one for what has none. What belongs
 * to several stands in each of their lanes.
 */
export function lanesOf(timeline: Timeline, grouping: Grouping, withPositions: boolean): Lane[] {
  const lanes = new Map<string, Lane>();
  for (const item of itemsOf(timeline, withPositions)) {
    const groups = groupsOf(item, grouping);
    for (const { key, name } of groups.length === 0 ? [{ key: '', name: without[grouping] }] : groups) {
      const lane = lanes.get(key);
      if (lane) lane.items.push(item);
      else lanes.set(key, { key, name, items: [item] });
    }
  }
  return [...lanes.values()].sort(
    (a, b) => Number(a.key === '') - Number(b.key === '') || b.items.length - a.items.length || compare(a.name, b.name),
  );
}

/** Everything that is dated, in order of its start. */
export function itemsOf(timeline: Timeline, withPositions: boolean): TimelineItem[] {
  const items: TimelineItem[] = [];
  for (const event of timeline.events) {
    const span = spanOf(event.date);
    if (span) items.push({ kind: 'event', key: event.id, title: event.title, date: event.date, span, event });
  }
  for (const position of withPositions ? timeline.positions : []) {
    const span = spanOf(position.date);
    const title = `${position.actorName}: ${position.statement}`;
    if (span) items.push({ kind: 'position', key: position.id, title, date: position.date, span, position });
  }
  return items.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end || compare(a.key, b.key));
}

function groupsOf(item: TimelineItem, grouping: Grouping): { key: string; name: string }[] {
  if (grouping === 'none') return [];
  if (grouping === 'actors') {
    if (item.kind === 'position') return [{ key: item.position.actorId, name: item.position.actorName }];
    // An actor in two roles is in the event once.
    const actors = new Map(item.event.actors.map(({ id, name }) => [id, name]));
    return [...actors].map(([key, name]) => ({ key, name }));
  }
  const names = item.kind === 'event' ? item.event[grouping] : item.position[grouping];
  return [...new Set(names)].map((name) => ({ key: name, name }));
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** First start and last end of everything; null where nothing is dated. */
export function wholeOf(lanes: readonly Lane[]): [number, number] | null {
  let whole: [number, number] | null = null;
  for (const { items } of lanes) {
    for (const { span } of items) {
      whole = whole ? [Math.min(whole[0], span.start), Math.max(whole[1], span.end)] : [span.start, span.end];
    }
  }
  return whole;
}
