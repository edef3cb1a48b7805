import type { ParsedInputOf } from '../../../shared/contract';
import type { Suggestions } from '../../../shared/domain/suggestions';
import { CommonplaceError } from '../../../shared/result';
import type { Found, SuggestionInput } from '../../../shared/suggesting';
import { listActors } from '../actors/store';
import { listEvents } from '../events/store';
import type { Database, Reader } from '../db/types';
import { getSnapshot, latestSnapshot } from '../snapshots/store';
import { getSource } from '../sources/store';
import { covers, excerptPlaces, touch } from './places';
import type { Read } from './reading';
import { decisionsOf } from './store';

/**
 * What the rules propose from a text of a source (the newest, where none is named), without what is in the library already:
 * quotations that are excerpts of this source, and events of the same date that rest on the same sentence; and without what
 * somebody has decided about, unless it is asked for. Actors of the library stay, with the link to them.
 * @throws `not-found` where the source is not there, or has no text; `timed-out`
 */
export async function suggestionsFor(
  db: Database,
  read: Read,
  input: ParsedInputOf<'suggestions.forSource'>,
): Promise<Suggestions> {
  const { snapshotId, question } = await db.read((reader) => questionOf(reader, input));
  // Not inside a reading of the database: it may take seconds.
  const found = await read(question);
  return db.read((reader) => proposed(reader, input, snapshotId, found));
}

/** The text, and who is known, from which suggestions are made. */
async function questionOf(
  db: Reader,
  { sourceId, snapshotId }: ParsedInputOf<'suggestions.forSource'>,
): Promise<{ snapshotId: string; question: SuggestionInput }> {
  const source = await getSource(db, sourceId);
  const snapshot = snapshotId === undefined ? await latestSnapshot(db, sourceId) : await getSnapshot(db, snapshotId);
  if (snapshot?.sourceId !== source.id) {
    throw new CommonplaceError(
      'not-found',
      'This source has no text in the library, so nothing can be proposed from it. Import its file or paste its text first.',
    );
  }
  const actors = await listActors(db, { includeTrashed: false });
  const question: SuggestionInput = {
    text: snapshot.text,
    blocks: snapshot.blocks,
    language: snapshot.language,
    published: source.issued,
    // A weak alias proves nothing by itself: "the Foreign Ministry" of another country's article is not this one.
    known: actors.map(({ id, name, kind, names }) => ({
      id,
      name,
      kind,
      aliases: names.filter((one) => one.kind !== 'weak-alias' && one.text !== name).map(({ text }) => text),
    })),
  };
  return { snapshotId: snapshot.id, question };
}

/** What was found, without what the library has already, or what somebody has decided about. */
async function proposed(
  db: Reader,
  { sourceId, includeDecided }: ParsedInputOf<'suggestions.forSource'>,
  snapshotId: string,
  found: Found,
): Promise<Suggestions> {
  const excerpts = await excerptPlaces(db, sourceId, snapshotId);
  const places = [...excerpts.values()];
  const events = await listEvents(db, { includeTrashed: false });
  const dated = events.flatMap(({ date, excerptIds }) =>
    excerptIds.flatMap((id) => {
      const place = excerpts.get(id);
      return place === undefined ? [] : [{ date, place }];
    }),
  );
  const decided = new Set((await decisionsOf(db, sourceId)).map(({ key }) => key));
  /** Whether it is proposed: what was decided about only where that is asked for, though it is in the library. */
  const open = (key: string, isThere: boolean) => (decided.has(key) ? includeDecided : !isThere);
  return {
    sourceId,
    snapshotId,
    ...found,
    actors: found.actors.filter(({ key }) => open(key, false)),
    quotations: found.quotations.filter((said) =>
      open(
        said.key,
        places.some((place) => covers(place, said)),
      ),
    ),
    statements: found.statements.filter(({ key }) => open(key, false)),
    events: found.events.filter((event) =>
      open(
        event.key,
        dated.some(({ date, place }) => date === event.date && touch(place, event)),
      ),
    ),
  };
}
