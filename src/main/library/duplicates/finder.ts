import { factsOf, type SourceFacts } from '../../../shared/sources/duplicates/facts';
import { findPairs, pairKey, type FoundPair } from '../../../shared/sources/duplicates/find';
import { inSlices } from '../common/slices';
import type { Database } from '../db/types';
import { parseCsl } from '../sources/read';
import { changedSince, comparedSources, keptApart, sharedHashes, stampedSources } from './store';

/** Finds the pairs of a library that look like one source, and remembers them until something changes. */
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

/** What is compared of a source is made once and kept as long as its row is the same. */
function createFinder(db: Database): DuplicateFinder {
  const known = new Map<string, { stamp: string; facts: SourceFacts | null }>();
  let end = -1;
  let found: readonly FoundPair[] = [];
  let running: Promise<readonly FoundPair[]> | null = null;

  async function refresh(): Promise<readonly FoundPair[]> {
    const now = await db.read((reader) => changedSince(reader, end));
    if (end >= 0 && !now.changed) {
      end = now.end;
      return found;
    }
    const sources = await refreshFacts(db, known);
    const groups = await db.read(async (reader) => ({
      sameFile: await sharedHashes(reader, 'attachment'),
      sameText: await sharedHashes(reader, 'snapshot'),
      apart: new Set((await keptApart(reader)).map(({ firstId, secondId }) => pairKey(firstId, secondId))),
    }));
    found = await inSlices(findPairs({ sources, ...groups }));
    end = now.end;
    return found;
  }

  return {
    pairs() {
      // subtle: whoever asks while it is running may have changed something just before, so they wait for another run.
      const next = (running ?? Promise.resolve()).catch(() => undefined).then(refresh);
      running = next;
      return next;
    },
  };
}

async function refreshFacts(
  db: Database,
  known: Map<string, { stamp: string; facts: SourceFacts | null }>,
): Promise<SourceFacts[]> {
  const living = new Set<string>();
  for (let after = ''; ;) {
    const page = await db.read((reader) => stampedSources(reader, after));
    const stale = page.filter(({ id, stamp }) => known.get(id)?.stamp !== stamp).map(({ id }) => id);
    for (const { id } of page) living.add(id);
    if (stale.length > 0) {
      const rows = await db.read((reader) => comparedSources(reader, stale));
      await inSlices(
        (function* () {
          for (const { id, stamp, created_at: createdAt, csl } of rows) {
            known.set(id, { stamp, facts: readFacts(id, createdAt, csl) });
            yield;
          }
        })(),
      );
    }
    const last = page.at(-1);
    if (last === undefined) break;
    after = last.id;
  }
  for (const id of known.keys()) if (!living.has(id)) known.delete(id);
  return [...known.values()].flatMap(({ facts }) => facts ?? []);
}

/** A source whose metadata cannot be read is like no other. */
function readFacts(id: string, createdAt: string, csl: string): SourceFacts | null {
  try {
    return factsOf({ id, createdAt, csl: parseCsl(csl) });
  } catch {
    return null;
  }
}
