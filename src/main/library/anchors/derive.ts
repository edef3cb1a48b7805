import type { Finding } from '../../../shared/domain/library';
import type { Derived, TouchedRow } from '../changes/types';
import { groupBy } from '../common/rows';
import type { Database, Reader, Writer } from '../db/types';
import { getSnapshot } from '../snapshots/store';
import { standingsIn } from './find';
import {
  decisionsOf,
  excerptsToAnchor,
  recapturedSources,
  removeForeignStandings,
  removeStandings,
  snapshotIds,
  sourceOf,
  storedStandings,
  strayStandings,
  writeStandings,
  type StoredStanding,
} from './store';

/**
 * `excerpt_standing`: how each excerpt stands in the newest snapshot of its source. Found anew in the action that adds or takes back
 * a snapshot, an excerpt of an older one, or a decision; what a person decided is read, never written.
 */
export const excerptStandings: Derived = {
  async derive(db, touched) {
    const gone = (table: TouchedRow['table']) => touched.filter((row) => row.table === table && row.erased);
    await removeStandings(db, 'excerpt_id', ids(gone('excerpt')));
    await removeStandings(db, 'snapshot_id', ids(gone('snapshot')));
    const merges = touched.filter(({ table }) => table === 'source_merge');
    if (merges.length > 0) await removeForeignStandings(db);
    for (const [sourceId, only] of await worklist(db, touched)) await anchor(db, sourceId, only);
  },
  settle: anchorMissing,
  rebuild: anchorMissing,
  async verify(db) {
    const findings: Finding[] = [];
    const report = (message: string, rowId: string) => findings.push({ check: 'anchors', message, rowId });
    for (const id of await strayStandings(db)) report('A stored place belongs to an excerpt or text that is gone.', id);
    for (const sourceId of await recapturedSources(db)) {
      const newestId = (await snapshotIds(db, sourceId)).at(-1) ?? '';
      const expected = await standingsIn(db, { sourceId, snapshotId: newestId });
      const stored = new Map(
        (await storedStandings(db, sourceId))
          .filter(({ snapshotId }) => snapshotId === newestId)
          .map((standing) => [standing.excerptId, standing]),
      );
      for (const { id, place, words, snapshotId } of await decisionsOf(db, sourceId)) {
        const { text } = await getSnapshot(db, snapshotId);
        if (place !== null && text.slice(place.start, place.end) !== words) {
          report('A place that was chosen for an excerpt does not hold the words that were chosen.', id);
        }
      }
      for (const standing of expected) {
        const kept = stored.get(standing.excerptId);
        if (kept === undefined || !same(kept, standing)) {
          report('Where an excerpt stands in the newest snapshot is not what its text says.', standing.excerptId);
        }
      }
    }
    return findings;
  },
};

/**
 * The sources whose excerpts must be looked for again: all of them (undefined) when snapshots came or went, else those that are new
 * or were decided about. An excerpt's own place never changes, so one that was only edited is left alone.
 */
async function worklist(db: Reader, touched: readonly TouchedRow[]): Promise<Map<string, Set<string> | undefined>> {
  const work = new Map<string, Set<string> | undefined>();
  const add = (sourceId: string, excerptId: string) => {
    if (!work.has(sourceId)) work.set(sourceId, new Set());
    work.get(sourceId)?.add(excerptId);
  };
  const excerpts = touched.filter(({ table, erased }) => table === 'excerpt' && !erased);
  if (excerpts.length > 0) {
    for (const { id, sourceId } of await excerptsToAnchor(db, ids(excerpts))) add(sourceId, id);
  }
  for (const { table, row } of touched) {
    if (table !== 'anchor_decision') continue;
    const excerptId = String(row.excerpt_id);
    const sourceId = await sourceOf(db, excerptId);
    if (sourceId !== undefined) add(sourceId, excerptId);
  }
  for (const { table, row } of touched) {
    if (table === 'snapshot') work.set(String(row.source_id), undefined);
    // Snapshots came to one, or went back to the other.
    if (table === 'source_merge') for (const id of [row.kept_id, row.merged_id]) work.set(String(id), undefined);
  }
  return work;
}

/** A source at a time, in a transaction of its own. */
async function anchorMissing(db: Database, signal?: AbortSignal): Promise<void> {
  const missing = groupBy(await db.read((reader) => excerptsToAnchor(reader, null)), ({ sourceId }) => sourceId);
  for (const [sourceId, excerpts] of missing) {
    if (signal?.aborted) return;
    await db.write((writer) => anchor(writer, sourceId, new Set(ids(excerpts))));
  }
}

async function anchor(db: Writer, sourceId: string, only: ReadonlySet<string> | undefined): Promise<void> {
  const snapshotId = (await snapshotIds(db, sourceId)).at(-1);
  if (snapshotId === undefined) return;
  const standings = await standingsIn(db, { sourceId, snapshotId }, only);
  if (standings.length > 0) await writeStandings(db, snapshotId, standings);
}

const ids = (rows: readonly { id: string }[]) => rows.map(({ id }) => id);

function same(a: StoredStanding, b: StoredStanding): boolean {
  return JSON.stringify(comparable(a)) === JSON.stringify(comparable(b));
}

function comparable({ verdict, place, locator, decision, needsLook, candidates }: StoredStanding) {
  return [verdict, place?.start, place?.end, locator?.label, locator?.value, decision, needsLook, candidates];
}
