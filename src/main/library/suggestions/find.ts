import type { Suggestions } from '../../../shared/domain/suggestions';
import { CommonplaceError } from '../../../shared/result';
import { suggest } from '../../../shared/suggesting';
import { listActors } from '../actors/store';
import { listEvents } from '../events/store';
import { listExcerpts } from '../excerpts/store';
import type { Reader } from '../db/types';
import { latestSnapshot } from '../snapshots/store';
import { getSource } from '../sources/store';

interface Place {
  start: number;
  end: number;
}

/**
 * What the rules propose from the newest text of a source, without what is in the library already: quotations that are
 * excerpts of this source, and events of the same date that rest on the same sentence. Actors of the library stay, with the link to them.
 * @throws `not-found` where the source is not there, or has no text
 */
export async function suggestionsFor(db: Reader, sourceId: string): Promise<Suggestions> {
  const source = await getSource(db, sourceId);
  const snapshot = await latestSnapshot(db, sourceId);
  if (snapshot === undefined) {
    throw new CommonplaceError(
      'not-found',
      'This source has no text in the library, so nothing can be proposed from it. Import its file or paste its text first.',
    );
  }
  const actors = await listActors(db, { includeTrashed: false });
  const found = suggest({
    text: snapshot.text,
    blocks: snapshot.blocks,
    language: snapshot.language,
    published: source.issued,
    known: actors.map(({ id, name, kind, aliases }) => ({ id, name, kind, aliases })),
  });
  const excerpts = await excerptPlaces(db, sourceId, snapshot.id);
  const places = [...excerpts.values()];
  const events = await listEvents(db, { includeTrashed: false });
  const dated = events.flatMap(({ date, excerptIds }) =>
    excerptIds.flatMap((id) => {
      const place = excerpts.get(id);
      return place === undefined ? [] : [{ date, place }];
    }),
  );
  return {
    sourceId,
    snapshotId: snapshot.id,
    ...found,
    quotations: found.quotations.filter((quotation) => !places.some((place) => covers(place, quotation))),
    events: found.events.filter(
      (event) => !dated.some(({ date, place }) => date === event.date && touch(place, event)),
    ),
  };
}

/** Where each excerpt of a source stands in a snapshot. */
async function excerptPlaces(db: Reader, sourceId: string, snapshotId: string): Promise<Map<string, Place>> {
  const places = new Map<string, Place>();
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

const shared = (a: Place, b: Place) => Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start));
/** Nearly all of what is proposed stands in the excerpt. */
const covers = (excerpt: Place, found: Place) => shared(excerpt, found) >= 0.9 * (found.end - found.start);
const touch = (a: Place, b: Place) => shared(a, b) > 0;
