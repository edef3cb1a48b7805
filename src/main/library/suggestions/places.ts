import type { TextPlace } from '../../../shared/domain/anchors';
import type { Reader } from '../db/types';
import { listExcerpts } from '../excerpts/store';

/** Where each excerpt of a source stands in a snapshot, by id. */
export async function excerptPlaces(db: Reader, sourceId: string, snapshotId: string): Promise<Map<string, TextPlace>> {
  const places = new Map<string, TextPlace>();
  for (let offset = 0; ;) {
    const page = await listExcerpts(db, {
      sourceId,
      offset,
      limit: 1000,
      sort: 'source',
      descending: false,
      includeTrashed: false,
    });
    for (const { id, anchor, standing } of page.items) {
      const place =
        anchor.snapshotId === snapshotId ? anchor : standing?.snapshotId === snapshotId ? standing.place : null;
      if (place !== null) places.set(id, { start: place.start, end: place.end });
    }
    offset += page.items.length;
    if (page.items.length === 0 || offset >= page.total) return places;
  }
}

const shared = (a: TextPlace, b: TextPlace) => Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start));

/** Nearly all of what is proposed stands in the excerpt. */
export const covers = (excerpt: TextPlace, found: TextPlace) =>
  shared(excerpt, found) >= 0.9 * (found.end - found.start);

export const touch = (a: TextPlace, b: TextPlace) => shared(a, b) > 0;
