import type { Reader } from '../../db/types';
import type { TouchedRow } from '../../changes/types';
import type { IndexedNoun } from '../documents/documents';
import { memosMentioning } from '../../actors/merges/store';
import { aliasesSql, memosCiting } from '../../sources/merges/store';
import { nounOf, ownerKinds, type NounRow, type OwnerKind } from './noun';

export { ownerKinds, type OwnerKind } from './noun';

const ids = (sql: string) => `coalesce((SELECT group_concat(${sql}), '')`;
const tagIds = (kind: string, owner: string) =>
  ids(`t.tag_id) FROM tagging t JOIN tag ON tag.id = t.tag_id AND tag.deleted_at IS NULL
    WHERE t.target_kind = '${kind}' AND t.target_id = ${owner}.id AND t.deleted_at IS NULL`);
const tagNames = (kind: string, owner: string) =>
  `coalesce((SELECT group_concat(tag.name, char(10)) FROM tagging t JOIN tag ON tag.id = t.tag_id AND tag.deleted_at IS NULL
    WHERE t.target_kind = '${kind}' AND t.target_id = ${owner}.id AND t.deleted_at IS NULL), '')`;
const collectionIds = (kind: string, owner: string) =>
  ids(`c.collection_id) FROM collection_item c
    WHERE c.target_kind = '${kind}' AND c.target_id = ${owner}.id AND c.deleted_at IS NULL`);
const common = (kind: string, owner: string) =>
  `${tagIds(kind, owner)} AS tags, ${tagNames(kind, owner)} AS tag_names, ${collectionIds(kind, owner)} AS collections`;
/** subtle: the plus keeps SQLite from reading all that is not in the Trash by the index on deleted_at. */
const wanted = (owner: string) => `${owner}.id IN (SELECT value FROM json_each(?)) AND +${owner}.deleted_at IS NULL`;

const queries: Record<OwnerKind, string> = {
  excerpt: `SELECT e.id, e.text, e.note, e.kind AS form, e.source_id, e.snapshot_id, e.start_offset, e.end_offset, e.modified_at,
      s.title AS source_title, s.authors, s.short_citation, s.citation_key, s.issued, ${common('excerpt', 'e')},
      ${ids(`m.actor_id) FROM actor_mention m WHERE m.excerpt_id = e.id AND m.deleted_at IS NULL`)} AS actors,
      ${ids(`v.claim_id) FROM evidence v WHERE v.excerpt_id = e.id AND v.deleted_at IS NULL`)} AS claims
    FROM excerpt e JOIN source s ON s.id = e.source_id AND s.deleted_at IS NULL WHERE ${wanted('e')}`,
  source: `SELECT s.id, s.title, s.authors, s.publisher, s.issued, s.short_citation, s.citation_key, s.doi, s.url, s.csl, s.type,
      s.modified_at, ${aliasesSql('s.id')} AS aliases, ${common('source', 's')} FROM source s WHERE ${wanted('s')}`,
  snapshot: `SELECT n.id, n.source_id, n.text, n.blocks, n.captured_at, s.issued FROM snapshot n
    JOIN source s ON s.id = n.source_id AND s.deleted_at IS NULL WHERE ${wanted('n')}
    AND NOT EXISTS (SELECT 1 FROM snapshot l WHERE l.source_id = n.source_id AND l.deleted_at IS NULL
      AND (l.captured_at, l.id) > (n.captured_at, n.id))`,
  claim: `SELECT c.id, c.statement, c.note, c.modified_at, ${common('claim', 'c')},
      ${ids(`p.actor_id) FROM position p WHERE p.claim_id = c.id AND p.deleted_at IS NULL`)} AS actors
    FROM claim c WHERE ${wanted('c')}`,
  actor: `SELECT a.id, a.name, a.kind AS form, a.description, a.modified_at, ${common('actor', 'a')},
      coalesce((SELECT group_concat(text, char(10)) FROM (SELECT n.text FROM actor_name n
        WHERE n.actor_id = a.id AND n.deleted_at IS NULL ORDER BY n.ordinal)), '') AS names,
      coalesce((SELECT group_concat(text, char(10)) FROM (SELECT trim(r.title || ', ' || r.organisation, ', ') AS text
        FROM actor_role r WHERE r.actor_id = a.id AND r.deleted_at IS NULL ORDER BY r.ordinal)), '') AS roles
    FROM actor a WHERE ${wanted('a')}`,
  event: `SELECT e.id, e.title, e.date, e.place, e.description, e.modified_at, ${common('event', 'e')},
      ${ids(`x.actor_id) FROM event_actor x WHERE x.event_id = e.id AND x.deleted_at IS NULL`)} AS actors
    FROM event e WHERE ${wanted('e')}`,
  memo: `SELECT m.id, m.title, m.text, m.modified_at, ${common('memo', 'm')},
      ${ids(`r.target_id) FROM memo_reference r WHERE r.memo_id = m.id AND r.kind = 'actor'`)} AS actors,
      ${ids(`r.target_id) FROM memo_reference r WHERE r.memo_id = m.id AND r.kind = 'claim'`)} AS claims,
      ${ids(`r.target_id) FROM memo_reference r WHERE r.memo_id = m.id AND r.kind = 'source'`)} AS sources
    FROM memo m WHERE ${wanted('m')}`,
  note: `SELECT n.id, n.text, n.target_kind, n.target_id, n.modified_at, coalesce(s.title, es.title, c.statement, a.name, v.title, m.title) AS title,
      coalesce(s.id, es.id) AS source_id
    FROM note n
    LEFT JOIN source s ON n.target_kind = 'source' AND s.id = n.target_id AND s.deleted_at IS NULL
    LEFT JOIN excerpt e ON n.target_kind = 'excerpt' AND e.id = n.target_id AND e.deleted_at IS NULL
    LEFT JOIN source es ON es.id = e.source_id AND es.deleted_at IS NULL
    LEFT JOIN claim c ON n.target_kind = 'claim' AND c.id = n.target_id AND c.deleted_at IS NULL
    LEFT JOIN actor a ON n.target_kind = 'actor' AND a.id = n.target_id AND a.deleted_at IS NULL
    LEFT JOIN event v ON n.target_kind = 'event' AND v.id = n.target_id AND v.deleted_at IS NULL
    LEFT JOIN memo m ON n.target_kind = 'memo' AND m.id = n.target_id AND m.deleted_at IS NULL
    WHERE ${wanted('n')} AND coalesce(s.id, es.id, c.id, a.id, v.id, m.id) IS NOT NULL`,
};

/** Longer texts, in characters, are indexed a piece at a time; a page of a rebuild has at most so many shorter ones. */
const longText = 1_000_000;
const textsAtOnce = 8;

/** Loads the living ones among the given rows; those in the Trash, or whose source is, are not in the answer. */
export async function loadNouns(db: Reader, kind: OwnerKind, wantedIds: readonly string[]): Promise<IndexedNoun[]> {
  if (wantedIds.length === 0) return [];
  const rows = await db.all<NounRow>(queries[kind], [JSON.stringify(wantedIds)]);
  return rows.map((row) => nounOf(kind, row));
}

/** Ids of one kind after `after`, in order: the pages of a rebuild. */
export async function nounIdsAfter(db: Reader, kind: OwnerKind, after: string, limit: number): Promise<string[]> {
  const rows = await db.all<{ id: string }>(
    `SELECT id FROM ${kind} WHERE id > ? AND +deleted_at IS NULL ORDER BY id LIMIT ${limit}`,
    [after],
  );
  return rows.map((row) => row.id);
}

/** Nouns of all kinds with ids after `after`, in the order of their ids: a page of a rebuild. No more than a few texts at once. */
export async function nounsAfter(db: Reader, after: string): Promise<{ id: string; kind: OwnerKind }[]> {
  const some = (kind: OwnerKind) =>
    `SELECT * FROM (SELECT id, '${kind}' AS kind FROM ${kind} WHERE id > ? AND +deleted_at IS NULL ORDER BY id LIMIT 300)`;
  const rows = await db.all<{ id: string; kind: OwnerKind }>(
    `${ownerKinds.map(some).join(' UNION ALL ')} ORDER BY id LIMIT 300`,
    ownerKinds.map(() => after),
  );
  const snapshots = rows.flatMap(({ kind }, place) => (kind === 'snapshot' ? [place] : []));
  return rows.slice(0, snapshots[textsAtOnce]);
}

/** Which of the snapshots, in the Trash or not, have long texts. */
export async function longSnapshots(db: Reader, ids: readonly string[]): Promise<Set<string>> {
  const found = await column(
    db,
    `SELECT w.value AS id FROM json_each(?) w CROSS JOIN snapshot n ON n.id = w.value WHERE n.characters > ${longText}`,
    [JSON.stringify(ids)],
  );
  return new Set(found);
}

/** The living latest snapshot of a living source. */
const wantedSnapshot = (
  id: string,
) => `SELECT s.issued FROM snapshot n JOIN source s ON s.id = n.source_id AND +s.deleted_at IS NULL
  WHERE n.id = ${id} AND +n.deleted_at IS NULL AND NOT EXISTS (SELECT 1 FROM snapshot l
    WHERE l.source_id = n.source_id AND l.deleted_at IS NULL AND (l.captured_at, l.id) > (n.captured_at, n.id))`;

/** The date of a snapshot's source, if its text belongs into the index; null if it does not. */
export async function dateOfWanted(db: Reader, snapshotId: string): Promise<string | null> {
  return (await db.get<{ issued: string }>(wantedSnapshot('?'), [snapshotId]))?.issued ?? null;
}

/**
 * Which of the snapshots must be indexed or taken out, and whether they are long. One that is in the index and belongs there is
 * left alone, because its text never changes and may be long; only its source's date may, or the source itself.
 */
export async function snapshotsToIndex(
  db: Reader,
  wantedIds: readonly string[],
): Promise<{ id: string; long: boolean }[]> {
  if (wantedIds.length === 0) return [];
  const rows = await db.all<{ id: string; long: 0 | 1 }>(
    `SELECT w.value AS id, coalesce((SELECT characters FROM snapshot WHERE id = w.value) > ${longText},
         (SELECT count(*) FROM search_document WHERE owner_id = w.value) > ${longText / 1000}) AS long
     FROM json_each(?) w
     WHERE coalesce((SELECT date FROM search_document WHERE owner_id = w.value LIMIT 1), 0) IS NOT
       coalesce((${wantedSnapshot('w.value')}), 0)
       OR (SELECT d.source_id <> n.source_id FROM search_document d JOIN snapshot n ON n.id = d.owner_id
           WHERE d.owner_id = w.value LIMIT 1)`,
    [JSON.stringify(wantedIds)],
  );
  return rows.map(({ id, long }) => ({ id, long: long === 1 }));
}

export type Owners = Record<OwnerKind, Set<string>>;

export function noOwners(): Owners {
  return Object.fromEntries(ownerKinds.map((kind) => [kind, new Set<string>()])) as Owners;
}

/** Whose documents may have changed because of the touched rows: the nouns themselves, and those that show or are filtered by them. */
export async function ownersOf(db: Reader, touched: readonly TouchedRow[]): Promise<Owners> {
  const owners = noOwners();
  const tags = new Set<string>();
  const add = (kind: unknown, id: unknown) => {
    if (typeof kind === 'string' && typeof id === 'string') owners[kind as OwnerKind]?.add(id);
  };
  for (const { table, id, row } of touched) {
    switch (table) {
      case 'source':
      case 'excerpt':
      case 'claim':
      case 'actor':
      case 'event':
      case 'memo':
      case 'note':
        add(table, id);
        break;
      case 'actor_merge':
        for (const column of ['kept_id', 'merged_id']) add('actor', row[column]);
        for (const memo of await memosMentioning(db, [String(row['kept_id']), String(row['merged_id'])]))
          add('memo', memo.id);
        break;
      case 'source_merge':
        for (const column of ['kept_id', 'merged_id']) add('source', row[column]);
        for (const memo of await memosCiting(db, [String(row['kept_id']), String(row['merged_id'])]))
          add('memo', memo.id);
        break;
      case 'snapshot':
        add('snapshot', id);
        for (const sibling of await column(db, `SELECT id FROM snapshot WHERE source_id = ?`, [row['source_id'] ?? '']))
          add('snapshot', sibling);
        break;
      case 'tag':
        tags.add(id);
        break;
      case 'tagging':
      case 'collection_item':
        add(row['target_kind'], row['target_id']);
        break;
      case 'actor_name':
      case 'actor_role':
        add('actor', row['actor_id']);
        break;
      case 'actor_mention':
      case 'evidence':
        add('excerpt', row['excerpt_id']);
        break;
      case 'position':
        add('claim', row['claim_id']);
        break;
      case 'event_actor':
        add('event', row['event_id']);
        break;
      default:
    }
  }
  if (tags.size > 0) {
    const rows = await db.all<{ target_kind: string; target_id: string }>(
      `SELECT target_kind, target_id FROM tagging WHERE tag_id IN (SELECT value FROM json_each(?))`,
      [JSON.stringify([...tags])],
    );
    for (const row of rows) add(row.target_kind, row.target_id);
  }
  if (owners.source.size > 0) {
    const sources = [JSON.stringify([...owners.source])];
    const within = `source_id IN (SELECT value FROM json_each(?))`;
    for (const id of await column(db, `SELECT id FROM excerpt WHERE ${within}`, sources)) add('excerpt', id);
    for (const id of await column(db, `SELECT id FROM snapshot WHERE ${within}`, sources)) add('snapshot', id);
  }
  const targets = ownerKinds.flatMap((kind) => (kind === 'note' || kind === 'snapshot' ? [] : [...owners[kind]]));
  if (targets.length > 0) {
    const noted = `SELECT id FROM note WHERE target_id IN (SELECT value FROM json_each(?))`;
    for (const id of await column(db, noted, [JSON.stringify(targets)])) add('note', id);
  }
  return owners;
}

async function column(
  db: Reader,
  sql: string,
  params: readonly (string | number | null | Uint8Array)[],
): Promise<string[]> {
  return (await db.all<{ id: string }>(sql, params)).map((row) => row.id);
}
