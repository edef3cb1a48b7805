import type { Database, Reader, Writer } from '../../db/types';
import { batches } from '../documents/batches';
import { documentsOf, type IndexedNoun, type SearchDocument } from '../documents/documents';
import { addDocuments, AddingDocuments, ownersIndexed, passagesStored, removeSome } from '../documents/store';
import { dateOfWanted, loadNouns, longSnapshots, nounsAfter, ownerKinds } from '../nouns/store';
import { documentsOfAll, indexFormat, indexNeedsRebuild } from './indexing';
import { clearIndex, indexFacts, longText, longTexts, mergeIndex, readState, writeState } from './store';

/** About how long other writes wait for a piece of a rebuild, in milliseconds. */
const patience = 300;
/** Characters of a long text that are brought in by one transaction, and documents of one that are taken out. */
const pieceLength = 500_000;
const removedAtOnce = 1000;
const mergedPages = 500;

/** Builds the whole index anew, a piece at a time. */
export async function rebuildIndex(db: Database): Promise<void> {
  await db.write((writer) => writeState(writer, 'format', null));
  await settleIndex(db, new AbortController().signal);
}

/**
 * Finishes what is unfinished of the index, in transactions that other writes go in between of: rebuilds it where it was
 * built by other rules or not at all, brings in or takes out long texts, merges what a rebuild wrote. Cut off at any point, it goes on from there.
 */
export async function settleIndex(db: Database, signal: AbortSignal): Promise<void> {
  // subtle: in one write, so that whatever is written after the library was opened finds the index begun.
  await db.write(async (writer) => {
    if (await indexNeedsRebuild(writer)) await beginRebuild(writer);
  });
  while (!signal.aborted && (await db.write(rebuildMore)));
  let [long] = await db.read(longTexts);
  while (!signal.aborted && long !== undefined) {
    await settleLongText(db, long, signal);
    [long] = await db.read(longTexts);
  }
  while (!signal.aborted && (await db.write(mergeMore)));
}

async function beginRebuild(db: Writer): Promise<void> {
  await clearIndex(db);
  await writeState(db, 'format', indexFormat);
  await writeState(db, 'rebuilt', '');
  await writeState(db, 'merging', 'first');
  await nextGeneration(db);
}

/** Another generation makes the vocabulary in memory be read anew, in order. */
async function nextGeneration(db: Writer): Promise<void> {
  await writeState(db, 'generation', String(Number((await indexFacts(db)).generation ?? 0) + 1));
}

/** Indexes further nouns in the order in which they were made, which is that of their ids. False when there are no more. */
async function rebuildMore(db: Writer): Promise<boolean> {
  let after = await readState(db, 'rebuilt');
  if (after === null) return false;
  const started = performance.now();
  const adding = new AddingDocuments(db);
  while (after !== null && performance.now() - started < patience) {
    const page = await nounsAfter(db, after);
    // What was written since the rebuild began is in the index already.
    const indexed = await ownersIndexed(
      db,
      page.map(({ id }) => id),
    );
    const missing = page.filter(({ id }) => !indexed.has(id));
    const long = await longSnapshots(
      db,
      missing.map(({ id }) => id),
    );
    for (const id of long) await writeState(db, longText(id), '');
    const nouns = new Map<string, IndexedNoun>();
    for (const kind of ownerKinds) {
      const ids = missing.filter((noun) => noun.kind === kind && !long.has(noun.id)).map(({ id }) => id);
      for (const noun of await loadNouns(db, kind, ids)) nouns.set(noun.id, noun);
    }
    await adding.add(documentsOfAll(missing.flatMap(({ id }) => nouns.get(id) ?? [])));
    after = page.at(-1)?.id ?? null;
  }
  await adding.end();
  await writeState(db, 'rebuilt', after);
  if (after === null) await nextGeneration(db);
  return after !== null;
}

/** Brings in what is missing of a long text, or takes it out; ends early where the text was trashed or restored meanwhile. */
async function settleLongText(db: Database, id: string, signal: AbortSignal): Promise<void> {
  const { noun, stored } = await db.read(async (reader) => ({
    noun: (await loadNouns(reader, 'snapshot', [id]))[0],
    stored: await passagesStored(reader, id),
  }));
  const isStill = async (reader: Reader) => (await dateOfWanted(reader, id)) === (noun?.date ?? null);
  if (stored.count > 0 && stored.date !== noun?.date) {
    const takeOut = async (writer: Writer) => (await isStill(writer)) && removeSome(writer, id, removedAtOnce);
    while (!signal.aborted && (await db.write(takeOut)));
    return;
  }
  for (const piece of noun === undefined ? [] : batches(passagesFrom(noun, stored.count), Infinity, pieceLength)) {
    if (signal.aborted) return;
    const still = await db.write(async (writer) => {
      const wanted = await isStill(writer);
      if (wanted) await addDocuments(writer, piece);
      return wanted;
    });
    if (!still) return;
  }
  await db.write(async (writer) => {
    if (await isStill(writer)) await writeState(writer, longText(id), null);
  });
}

function* passagesFrom(noun: IndexedNoun, part: number): Generator<SearchDocument> {
  for (const passage of documentsOf(noun)) if (passage.part >= part) yield passage;
}

/** Goes on merging the segments of the index, if a rebuild asked for it. False when they are one. */
async function mergeMore(db: Writer): Promise<boolean> {
  const merging = await readState(db, 'merging');
  if (merging === null || (await readState(db, 'rebuilt')) !== null) return false;
  const more = await mergeIndex(db, mergedPages, merging === 'first');
  await writeState(db, 'merging', more ? 'more' : null);
  return more;
}
