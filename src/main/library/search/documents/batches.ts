import type { SearchDocument } from './documents';

/** The documents in groups of at most so many documents, and about so many UTF-16 code units of their text. */
export function* batches<T extends SearchDocument>(
  documents: Iterable<T>,
  most: number,
  longest: number,
): Generator<T[]> {
  let batch: T[] = [];
  let length = 0;
  for (const document of documents) {
    batch.push(document);
    length += document.text.length;
    if (batch.length >= most || length >= longest) {
      yield batch;
      batch = [];
      length = 0;
    }
  }
  if (batch.length > 0) yield batch;
}

/** Adds to the count of each word. */
export function countWords(counts: Map<string, number>, words: ReadonlySet<string>, by: number): void {
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + by);
}

/** Which document of its owner it is. */
export const keyOf = ({ ownerId, kind, part }: SearchDocument) => `${ownerId} ${kind} ${part}`;

/** Whether writing one over the other would change nothing. */
export function sameDocument(a: SearchDocument, b: SearchDocument): boolean {
  return (
    a.title === b.title &&
    a.text === b.text &&
    a.extra === b.extra &&
    a.facets === b.facets &&
    a.hitId === b.hitId &&
    a.opensId === b.opensId &&
    a.date === b.date &&
    a.modifiedAt === b.modifiedAt &&
    a.start === b.start &&
    a.end === b.end
  );
}
