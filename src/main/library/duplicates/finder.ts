import type { CslItem } from '../../../shared/domain/csl';
import { factsOf, type SourceFacts } from '../../../shared/sources/duplicates/facts';
import { createPairIndex, pairKey, type FoundPair } from '../../../shared/sources/duplicates/find';
import { inSlices } from '../common/slices';
import type { Database } from '../db/types';
import {
  changesSince,
  comparedSources,
  keptApart,
  logEnd,
  sharedHashes,
  sourcesAfter,
  type ComparedRow,
} from './store';

/** Finds the pairs of a library that look like one source, and keeps them up to date. */
export interface DuplicateFinder {
  pairs(): Promise<readonly FoundPair[]>;
}

const byDatabase = new WeakMap<Database, DuplicateFinder>();

/** The finder of a library: the same for everyone who asks. */
export function duplicateFinder(db: Database): DuplicateFinder {
  let finder = byDatabase.get(db);
  if (!finder) byDatabase.set(db, (finder = createFinder(db)));
  return finder;
}

/** More changed sources than this, and all are compared anew. */
const mostChanged = 500;

/**
 * The first question reads and compares all sources, in slices; later ones read from the log of changes which sources to compare
 * again.
 */
function createFinder(db: Database): DuplicateFinder {
  const index = createPairIndex();
  let end: number | null = null;
  let changed = 0;
  let apart = new Set<string>();
  let found: readonly FoundPair[] = [];
  let running: Promise<unknown> = Promise.resolve();

  async function refresh(): Promise<readonly FoundPair[]> {
    const now = await db.read(logEnd);
    if (end === now) return found;
    const ids = end === null ? null : await db.read((reader) => changesSince(reader, end ?? 0, mostChanged + 1));
    const decided = new Set((await db.read(keptApart)).map(({ firstId, secondId }) => pairKey(firstId, secondId)));
    const redecided = [...decided, ...apart].filter((pair) => decided.has(pair) !== apart.has(pair));
    const touched = new Set([...(ids ?? []), ...redecided.flatMap((pair) => pair.split(' '))]);
    changed += touched.size;
    if (ids === null || changed > mostChanged) {
      const sources = await readAll(db);
      await inSlices(index.rebuild(sources, { ...(await hashes(db, null)), apart: decided }));
      changed = 0;
    } else if (touched.size > 0) {
      const rows = await db.read((reader) => comparedSources(reader, [...touched]));
      const facts = rows.flatMap((row) => readFacts(row) ?? []);
      const gone = new Set([...touched].filter((id) => !facts.some((source) => source.id === id)));
      index.update(facts, gone, { ...(await hashes(db, facts)), apart: decided });
    }
    apart = decided;
    if (ids === null || touched.size > 0) found = index.pairs();
    end = now;
    return found;
  }

  return {
    pairs() {
      // subtle: whoever asks while it is running may have changed something just before, so they wait for another run.
      const next = running.catch(() => undefined).then(refresh);
      running = next;
      return next;
    },
  };
}

async function hashes(db: Database, sources: readonly SourceFacts[] | null) {
  const ids = sources?.map(({ id }) => id) ?? null;
  return db.read(async (reader) => ({
    sameFile: await sharedHashes(reader, 'attachment', ids),
    sameText: await sharedHashes(reader, 'snapshot', ids),
  }));
}

async function readAll(db: Database): Promise<SourceFacts[]> {
  const facts: SourceFacts[] = [];
  for (let after = ''; ;) {
    const page = await db.read((reader) => sourcesAfter(reader, after));
    await inSlices(
      (function* () {
        for (const row of page) {
          const read = readFacts(row);
          if (read) facts.push(read);
          yield;
        }
      })(),
    );
    const last = page.at(-1);
    if (last === undefined) return facts;
    after = last.id;
  }
}

/** A source whose metadata cannot be read is like no other. */
function readFacts({ id, created_at: createdAt, csl }: ComparedRow): SourceFacts | null {
  try {
    return factsOf({ id, createdAt, csl: JSON.parse(csl) as CslItem });
  } catch {
    return null;
  }
}
