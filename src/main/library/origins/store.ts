import type { ParsedInputOf } from '../../../shared/contract';
import type { Origin, OriginKind } from '../../../shared/domain/claims';
import type { Change } from '../changes/types';
import { missing } from '../common/errors';
import { groupBy, wellFormed } from '../common/rows';
import { requireLive } from '../common/store';
import type { LibraryContext } from '../context';
import type { Reader } from '../db/types';

type LinkId = LibraryContext['linkId'];

interface OriginRow {
  id: string;
  name: string;
  kind: OriginKind;
  note: string;
  evidence_count: number;
}

/** All origins by name, each with its sources that are not in the Trash. */
export async function listOrigins(db: Reader, only?: string): Promise<Origin[]> {
  const one = only === undefined ? '' : 'AND o.id = ?';
  const given = only === undefined ? [] : [only];
  const rows = await db.all<OriginRow>(
    `SELECT o.id, o.name, o.kind, o.note,
       (SELECT count(*) FROM evidence v WHERE v.origin_id = o.id AND v.deleted_at IS NULL) AS evidence_count
     FROM origin o WHERE o.deleted_at IS NULL ${one} ORDER BY o.name COLLATE NOCASE, o.id`,
    given,
  );
  const sources = groupBy(
    await db.all<{ originId: string; id: string; shortCitation: string; title: string }>(
      `SELECT x.origin_id AS originId, s.id, s.short_citation AS shortCitation, s.title
       FROM source_origin x JOIN source s ON s.id = x.source_id
       WHERE x.deleted_at IS NULL AND s.deleted_at IS NULL ORDER BY s.issued, s.short_citation, s.id`,
    ),
    (source) => source.originId,
  );
  return rows.map(({ evidence_count: evidenceCount, ...row }) => ({
    ...row,
    sources: (sources.get(row.id) ?? []).map(({ originId: _, ...source }) => source),
    evidenceCount,
  }));
}

async function getOrigin(db: Reader, id: string): Promise<Origin> {
  const [origin] = await listOrigins(db, id);
  if (origin === undefined) throw missing('origin');
  return origin;
}

export async function createOrigin(
  change: Change,
  linkId: LinkId,
  { sourceIds, ...input }: ParsedInputOf<'origins.create'>,
): Promise<Origin> {
  const id = await change.insert('origin', {
    name: wellFormed(input.name),
    kind: input.kind,
    note: wellFormed(input.note),
  });
  await setSources(change, linkId, id, sourceIds);
  return getOrigin(change, id);
}

/** Writes an origin whole: sources that the input leaves out have no known origin any more. */
export async function updateOrigin(
  change: Change,
  linkId: LinkId,
  { id, sourceIds, ...input }: ParsedInputOf<'origins.update'>,
): Promise<Origin> {
  await requireLive(change, 'origin', id);
  await change.update('origin', id, {
    name: wellFormed(input.name),
    kind: input.kind,
    note: wellFormed(input.note),
  });
  await setSources(change, linkId, id, sourceIds);
  return getOrigin(change, id);
}

async function setSources(change: Change, linkId: LinkId, originId: string, sourceIds: readonly string[]) {
  const wanted = new Set(sourceIds);
  // subtle: sources in the Trash are not shown, so a form cannot send them back; they stay for a restore.
  const present = await change.all<{ id: string; source_id: string }>(
    `SELECT x.id, x.source_id FROM source_origin x JOIN source s ON s.id = x.source_id
     WHERE x.origin_id = ? AND s.deleted_at IS NULL`,
    [originId],
  );
  for (const { id, source_id } of present) if (!wanted.has(source_id)) await change.erase('source_origin', id);
  for (const sourceId of wanted) await setOrigin(change, linkId, sourceId, originId);
}

/** Gives a source its one origin. */
async function setOrigin(change: Change, linkId: LinkId, sourceId: string, originId: string): Promise<void> {
  await requireLive(change, 'source', sourceId);
  const id = linkId(sourceId, 'origin');
  const there = await change.get<{ id: string }>('SELECT id FROM source_origin WHERE id = ?', [id]);
  if (there === undefined) await change.insert('source_origin', { id, source_id: sourceId, origin_id: originId });
  else await change.update('source_origin', id, { origin_id: originId });
}

/** Removes an origin: its sources and evidence stay, and count each for itself again. */
export async function removeOrigin(change: Change, id: string): Promise<void> {
  await requireLive(change, 'origin', id);
  for (const table of ['source_origin', 'evidence'] as const) {
    const rows = await change.all<{ id: string }>(`SELECT id FROM ${table} WHERE origin_id = ?`, [id]);
    for (const row of rows) {
      if (table === 'evidence') await change.update(table, row.id, { origin_id: null });
      else await change.erase(table, row.id);
    }
  }
  await change.erase('origin', id);
}

/** Says that two sources do not share an origin, however alike they are. */
export async function refuseOrigin(change: Change, linkId: LinkId, sourceId: string, otherId: string): Promise<void> {
  await requireLive(change, 'source', sourceId);
  await requireLive(change, 'source', otherId);
  const [first, second] = sourceId < otherId ? [sourceId, otherId] : [otherId, sourceId];
  const id = linkId(first, second, 'origin-refusal');
  if ((await change.get('SELECT 1 AS found FROM origin_refusal WHERE id = ?', [id])) !== undefined) return;
  await change.insert('origin_refusal', { id, source_id: first, other_id: second });
}

/** A source that is evidence on a claim, with its newest text and the origin it has. */
export interface Candidate {
  id: string;
  shortCitation: string;
  title: string;
  snapshotId: string;
  originId: string | null;
  originName: string | null;
}

/** Sources that are evidence on some claim: only there does it matter whether they share an origin. */
export async function evidenceSources(db: Reader): Promise<Candidate[]> {
  return db.all<Candidate>(
    `SELECT s.id, s.short_citation AS shortCitation, s.title, o.id AS originId, o.name AS originName,
       (SELECT n.id FROM snapshot n WHERE n.source_id = s.id AND n.deleted_at IS NULL
         ORDER BY n.captured_at DESC, n.id DESC LIMIT 1) AS snapshotId
     FROM source s
     LEFT JOIN source_origin x ON x.source_id = s.id AND x.deleted_at IS NULL
     LEFT JOIN origin o ON o.id = x.origin_id AND o.deleted_at IS NULL
     WHERE s.deleted_at IS NULL AND s.id IN (SELECT e.source_id FROM evidence v JOIN excerpt e ON e.id = v.excerpt_id
       WHERE v.deleted_at IS NULL AND e.deleted_at IS NULL)
     ORDER BY s.id`,
  );
}

export async function textOf(db: Reader, snapshotId: string): Promise<string> {
  return (await db.get<{ text: string }>('SELECT text FROM snapshot WHERE id = ?', [snapshotId]))?.text ?? '';
}

/** Pairs about which somebody said no, as "smaller id, larger id". */
export async function refusedPairs(db: Reader): Promise<Set<string>> {
  const rows = await db.all<{ source_id: string; other_id: string }>(
    'SELECT source_id, other_id FROM origin_refusal WHERE deleted_at IS NULL',
  );
  return new Set(rows.map((row) => `${row.source_id} ${row.other_id}`));
}
