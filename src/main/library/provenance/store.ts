import type { CslItem } from '../../../shared/domain/csl';
import type { EvidenceStance } from '../../../shared/domain/claims';
import type { Locator, LocatorLabel } from '../../../shared/domain/common';
import type { ExcerptKind } from '../../../shared/domain/excerpts';
import type { MemoDocument } from '../../../shared/memo/document';
import { parseDocument } from '../../../shared/memo/load';
import type { ActorFact, ClaimFact, ExcerptFact, SnapshotFact, SourceFact } from '../../../shared/provenance/facts';
import type { ActorKind, ActorName } from '../../../shared/domain/actors';
import { isRetracted } from '../../../shared/sources/retraction';
import { unwrap } from '../../../shared/result';
import { currentActorIds } from '../actors/merges/store';
import { rolesByActor } from '../actors/roles/store';
import { claimMaterial } from '../claims/material/store';
import { claimStatus } from '../../../shared/claims/status';
import { missingOrTrashed } from '../common/errors';
import { groupBy, idList, jsonList, sha256 } from '../common/rows';
import { tagNamesSql } from '../common/store';
import type { Reader } from '../db/types';
import { currentIds } from '../sources/merges/store';
import { parseCsl } from '../sources/read';

export interface CheckedMemo {
  id: string;
  title: string;
  locale: string;
  modifiedAt: string;
  /** Of the document as it is stored. */
  sha256: string;
  version: number;
  document: MemoDocument;
}

/** A memo to check. @throws CommonplaceError `not-found`, `library-damaged` */
export async function checkedMemo(db: Reader, id: string): Promise<CheckedMemo> {
  const row = await db.get<{ title: string; locale: string; modifiedAt: string; version: number; document: string }>(
    `SELECT title, locale, modified_at AS modifiedAt, save_count AS version, document FROM memo
     WHERE id = ? AND deleted_at IS NULL`,
    [id],
  );
  if (!row) throw missingOrTrashed('memo');
  const document = unwrap(parseDocument(row.document, 'This memo'));
  return { ...row, id, sha256: sha256(row.document), document };
}

const standing = (deletedAt: string | null) => (deletedAt === null ? 'live' : 'trashed');

/** Sources by the ids that name them: of one that was merged, what it was merged into. Those in the Trash too. */
export async function sourceFacts(db: Reader, ids: Iterable<string>): Promise<Map<string, SourceFact>> {
  const named = [...new Set(ids)];
  const now = await currentIds(db, named);
  const current = idList(named.map((id) => now.get(id) ?? id));
  const rows = await db.all<{
    id: string;
    deletedAt: string | null;
    citationKey: string;
    title: string;
    shortCitation: string;
    issued: string;
    csl: string;
    tags: string;
  }>(
    `SELECT s.id, s.deleted_at AS deletedAt, s.citation_key AS citationKey, s.title, s.short_citation AS shortCitation,
       s.issued, s.csl, ${tagNamesSql('source', 's.id')} AS tags
     FROM source s WHERE s.id IN (SELECT value FROM json_each(?))`,
    [current],
  );
  const snapshots = groupBy(
    await db.all<SnapshotFact & { sourceId: string }>(
      `SELECT id, source_id AS sourceId, captured_at AS capturedAt, characters, sha256 FROM snapshot
       WHERE deleted_at IS NULL AND source_id IN (SELECT value FROM json_each(?)) ORDER BY captured_at DESC, id DESC`,
      [current],
    ),
    ({ sourceId }) => sourceId,
  );
  const byId = new Map(
    rows.map(({ deletedAt, csl: json, tags, ...row }) => {
      const csl: CslItem = parseCsl(json);
      const own = (snapshots.get(row.id) ?? []).map(({ sourceId: _, ...snapshot }) => snapshot);
      return [
        row.id,
        { ...row, standing: standing(deletedAt), csl, retracted: isRetracted(csl, jsonList(tags)), snapshots: own },
      ] as const;
    }),
  );
  return new Map(
    named.flatMap((id): [string, SourceFact][] => {
      const fact = byId.get(now.get(id) ?? id);
      return fact ? [[id, fact]] : [];
    }),
  );
}

/** Excerpts by id, those in the Trash too; one of a trashed source counts as trashed. */
export async function excerptFacts(db: Reader, ids: Iterable<string>): Promise<Map<string, ExcerptFact>> {
  const rows = await db.all<
    Omit<ExcerptFact, 'standing' | 'locator' | 'kind'> & {
      kind: ExcerptKind;
      deletedAt: string | null;
      label: LocatorLabel | null;
      value: string | null;
    }
  >(
    `SELECT e.id, coalesce(e.deleted_at, s.deleted_at) AS deletedAt, e.source_id AS sourceId, e.snapshot_id AS snapshotId, e.kind,
       e.text, e.text_sha256 AS textSha256, e.snapshot_sha256 AS snapshotSha256, e.start_offset AS start,
       e.end_offset AS end, e.exact, e.locator_label AS label, e.locator_value AS value
     FROM excerpt e JOIN source s ON s.id = e.source_id WHERE e.id IN (SELECT value FROM json_each(?)) ORDER BY e.id`,
    [idList(ids)],
  );
  return new Map(
    rows.map(({ deletedAt, label, value, ...row }) => {
      const locator: Locator | null = label === null || !value ? null : { label, value };
      return [row.id, { ...row, standing: standing(deletedAt), locator }];
    }),
  );
}

/** Where the live excerpts of some sources stand, for finding those that hold quoted words. */
export async function excerptPlaces(
  db: Reader,
  sourceIds: Iterable<string>,
): Promise<{ id: string; snapshotId: string; start: number; end: number }[]> {
  return db.all(
    `SELECT id, snapshot_id AS snapshotId, start_offset AS start, end_offset AS end FROM excerpt
     WHERE deleted_at IS NULL AND source_id IN (SELECT value FROM json_each(?)) ORDER BY created_at, id`,
    [idList(sourceIds)],
  );
}

/** Claims by id, those in the Trash too, with their status now. */
export async function claimFacts(db: Reader, ids: Iterable<string>): Promise<Map<string, ClaimFact>> {
  const named = [...new Set(ids)];
  const rows = await db.all<{ id: string; deletedAt: string | null; statement: string }>(
    `SELECT id, deleted_at AS deletedAt, statement FROM claim WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id`,
    [idList(named)],
  );
  const materialOf = await claimMaterial(db, named);
  const evidence = groupBy(
    await db.all<{ claimId: string; excerptId: string; stance: EvidenceStance }>(
      `SELECT v.claim_id AS claimId, v.excerpt_id AS excerptId, v.stance FROM evidence v
       JOIN excerpt e ON e.id = v.excerpt_id AND e.deleted_at IS NULL
       JOIN source s ON s.id = e.source_id AND s.deleted_at IS NULL
       WHERE v.deleted_at IS NULL AND v.claim_id IN (SELECT value FROM json_each(?)) ORDER BY v.created_at, v.id`,
      [idList(named)],
    ),
    ({ claimId }) => claimId,
  );
  return new Map(
    rows.map(({ id, deletedAt, statement }) => {
      const material = materialOf(id);
      return [
        id,
        {
          id,
          standing: standing(deletedAt),
          statement,
          status: claimStatus(material.evidence, material.positions),
          evidence: (evidence.get(id) ?? []).map(({ excerptId, stance }) => ({ excerptId, stance })),
          positions: material.positions.map(({ actorId, date }) => ({ actorId, date })),
        },
      ];
    }),
  );
}

/** The hash of a memo's document as it is stored; undefined where there is no such memo, or it is in the Trash. */
export async function memoHash(db: Reader, id: string): Promise<string | undefined> {
  const row = await db.get<{ document: string }>('SELECT document FROM memo WHERE id = ? AND deleted_at IS NULL', [id]);
  return row && sha256(row.document);
}

/** The text of a snapshot, as it is stored. */
export async function snapshotText(db: Reader, id: string): Promise<string | undefined> {
  return (await db.get<{ text: string }>('SELECT text FROM snapshot WHERE id = ?', [id]))?.text;
}

/** Ids of the live actors that held an office. */
export async function officeHolders(db: Reader): Promise<string[]> {
  const rows = await db.all<{ id: string }>(
    `SELECT DISTINCT a.id FROM actor_role r JOIN actor a ON a.id = r.actor_id
     WHERE r.deleted_at IS NULL AND a.deleted_at IS NULL ORDER BY a.id`,
  );
  return rows.map(({ id }) => id);
}

/** Actors by the ids that name them: of one that was merged, what it was merged into. Those in the Trash too. */
export async function actorFacts(db: Reader, ids: Iterable<string>): Promise<Map<string, ActorFact>> {
  const named = [...new Set(ids)];
  const now = await currentActorIds(db, named);
  const current = named.map((id) => now.get(id) ?? id);
  const rows = await db.all<{ id: string; deletedAt: string | null; kind: ActorKind; name: string }>(
    'SELECT id, deleted_at AS deletedAt, kind, name FROM actor WHERE id IN (SELECT value FROM json_each(?))',
    [idList(current)],
  );
  const names = groupBy(
    await db.all<{ actorId: string; kind: ActorName['kind']; text: string }>(
      `SELECT actor_id AS actorId, kind, text FROM actor_name
       WHERE deleted_at IS NULL AND actor_id IN (SELECT value FROM json_each(?)) ORDER BY ordinal, id`,
      [idList(current)],
    ),
    ({ actorId }) => actorId,
  );
  const roles = await rolesByActor(db, current);
  const byId = new Map(
    rows.map(({ deletedAt, ...row }): [string, ActorFact] => [
      row.id,
      {
        ...row,
        standing: standing(deletedAt),
        names: (names.get(row.id) ?? []).map(({ kind, text }) => ({ kind, text })),
        roles: roles.get(row.id) ?? [],
      },
    ]),
  );
  return new Map(
    named.flatMap((id): [string, ActorFact][] => {
      const fact = byId.get(now.get(id) ?? id);
      return fact ? [[id, fact]] : [];
    }),
  );
}
