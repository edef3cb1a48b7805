import type { ParsedInputOf } from '../../../shared/contract';
import type { Page } from '../../../shared/domain/common';
import type { CslItem } from '../../../shared/domain/csl';
import type { AttachmentInfo, SnapshotInfo, SourceDetail, SourceSummary } from '../../../shared/domain/sources';
import { CommonplaceError } from '../../../shared/result';
import { uniqueCitationKey } from '../../../shared/sources/citation-key';
import { byHand } from '../../../shared/sources/origins';
import { sourceColumns } from '../../../shared/sources/describe';
import type { Change } from '../changes/types';
import { missing } from '../common/errors';
import { wellFormed } from '../common/rows';
import { requireLive, tagNamesSql } from '../common/store';
import { Where } from '../common/where';
import type { Reader, SqlRow } from '../db/types';
import { openFindings } from './findings/store';
import { sameJson } from './merges/record';
import { aliasesSql, aliasKeys, currentId, mergedInto } from './merges/store';
import { givenKey, isPinned, keyFor, keyOriginField, madeByPattern, setKeyOrigin } from '../citation-keys/store';
import { parseCsl, parseOrigin, toSourceSummary, type SourceRow } from './read';

const summarySql = `s.id, s.created_at, s.modified_at, s.deleted_at, s.citation_key, s.type, s.title, s.authors,
  s.publisher, s.issued, s.short_citation,
  (SELECT count(*) FROM excerpt e WHERE e.source_id = s.id AND e.deleted_at IS NULL) AS excerpt_count,
  ${tagNamesSql('source', 's.id')} AS tags, ${aliasesSql('s.id')} AS aliases`;

// Undated sources and those without authors come last either way.
const orders = {
  modified: (direction: string) => `s.modified_at ${direction}`,
  added: (direction: string) => `s.created_at ${direction}`,
  title: (direction: string) => `s.title COLLATE NOCASE ${direction}`,
  author: (direction: string) => `s.authors = '', s.authors COLLATE NOCASE ${direction}`,
  issued: (direction: string) => `s.issued = '', s.issued ${direction}`,
} as const;

/** One page of sources. Trashed ones only when asked for, merged ones never. */
export async function listSources(db: Reader, input: ParsedInputOf<'sources.list'>): Promise<Page<SourceSummary>> {
  const where = new Where();
  if (!input.includeTrashed) where.and('s.deleted_at IS NULL');
  else where.and('NOT EXISTS (SELECT 1 FROM source_merge m WHERE m.merged_id = s.id AND m.deleted_at IS NULL)');
  if (input.collectionId !== undefined) {
    where.and(
      `s.id IN (SELECT target_id FROM collection_item WHERE collection_id = ? AND target_kind = 'source' AND deleted_at IS NULL)`,
      input.collectionId,
    );
  }
  if (input.tagId !== undefined) {
    where.and(
      `s.id IN (SELECT target_id FROM tagging WHERE tag_id = ? AND target_kind = 'source' AND deleted_at IS NULL)`,
      input.tagId,
    );
  }
  where.words(input.filter, ['s.title', 's.authors', 's.publisher', 's.citation_key', 's.issued']);
  const order = orders[input.sort](input.descending ? 'DESC' : 'ASC');
  const total = await db.get<{ total: number }>(`SELECT count(*) AS total FROM source s ${where.sql}`, where.params);
  const rows = await db.all<SourceRow>(
    `SELECT ${summarySql} FROM source s ${where.sql} ORDER BY ${order}, s.id LIMIT ? OFFSET ?`,
    [...where.params, input.limit, input.offset],
  );
  return { total: total?.total ?? 0, offset: input.offset, items: rows.map(toSourceSummary) };
}

/**
 * One source with its metadata, snapshots and attachments. Of one that was merged, the source it was merged into.
 * @throws `not-found`, `library-damaged`
 */
export async function getSource(db: Reader, wantedId: string): Promise<SourceDetail> {
  const id = await currentId(db, wantedId);
  const row = await db.get<SourceRow & { csl: string; metadata_origin: string }>(
    `SELECT ${summarySql}, s.csl, s.metadata_origin FROM source s WHERE s.id = ?`,
    [id],
  );
  if (row === undefined) throw missing('source');
  const snapshots = await db.all<SnapshotInfo>(
    `SELECT id, source_id AS sourceId, attachment_id AS attachmentId, captured_at AS capturedAt, characters, paragraphs, language, sha256
     FROM snapshot WHERE source_id = ? AND deleted_at IS NULL ORDER BY captured_at DESC, id DESC`,
    [id],
  );
  const attachments = await db.all<AttachmentInfo>(
    `SELECT id, file_name AS fileName, media_type AS mediaType, bytes, sha256
     FROM attachment WHERE source_id = ? AND deleted_at IS NULL ORDER BY created_at, id`,
    [id],
  );
  const collections = await db.all<{ id: string }>(
    `SELECT c.id FROM collection_item i JOIN collection c ON c.id = i.collection_id
     WHERE i.target_kind = 'source' AND i.target_id = ? AND i.deleted_at IS NULL AND c.deleted_at IS NULL`,
    [id],
  );
  const csl = parseCsl(row.csl);
  return {
    ...toSourceSummary(row),
    csl,
    metadataOrigin: withoutKey(parseOrigin(row.metadata_origin)),
    citationKeyPinned: isPinned(row.citation_key, csl, parseOrigin(row.metadata_origin)),
    snapshots,
    attachments,
    collectionIds: collections.map((collection) => collection.id),
    findings: await openFindings(db, id, csl),
    merged: await mergedInto(db, id),
  };
}

/** Whose the key is stands among the origins, and is none of a field. */
function withoutKey({ [keyOriginField]: _key, ...origins }: Record<string, string>): Record<string, string> {
  return origins;
}

/** The columns that follow from the CSL item, and the item itself. */
function cslColumns(csl: CslItem): SqlRow {
  // The id is the citation key's affair: whoever exports sets it.
  const { id: _id, ...kept } = csl;
  const json = JSON.stringify(kept);
  if (json.length > 2_000_000) {
    throw new CommonplaceError(
      'too-large',
      'The bibliographic data of this source is too long. Shorten its abstract or note.',
    );
  }
  const columns = sourceColumns(csl);
  return {
    csl: wellFormed(json),
    type: columns.type,
    title: wellFormed(columns.title),
    authors: wellFormed(columns.authors),
    publisher: wellFormed(columns.publisher),
    issued: columns.issued,
    short_citation: wellFormed(columns.shortCitation),
    doi: columns.doi,
    url: columns.url,
  };
}

/** A citation key that no source has, those in the Trash included. */
async function freeCitationKey(db: Reader, base: string): Promise<string> {
  const rows = await db.all<{ citation_key: string }>(
    `SELECT citation_key FROM source WHERE citation_key >= ? AND citation_key < ?`,
    [base, `${base}\u{10FFFF}`],
  );
  const taken = new Set(rows.map((row) => row.citation_key));
  return uniqueCitationKey(base, (key) => taken.has(key));
}

export interface NewSource {
  csl: CslItem;
  /** CSL field → where its value was found. */
  metadataOrigin?: Record<string, string>;
  /** The key wished for, e.g. from an imported bibliography; a, b… is added if it is taken. Made up when left out. */
  citationKey?: string;
}

/** Adds a source with a fresh citation key. Answers its id. */
export async function addSource(change: Change, source: NewSource): Promise<string> {
  const base = wellFormed(source.citationKey ?? (await keyFor(change, source.csl)));
  const origin = { [keyOriginField]: source.citationKey === undefined ? madeByPattern : givenKey };
  return change.insert('source', {
    citation_key: await freeCitationKey(change, base),
    metadata_origin: JSON.stringify({ ...source.metadataOrigin, ...origin }),
    ...cslColumns(source.csl),
  });
}

/** A source's citation key and title, without the rest. @throws `not-found` */
export async function sourceName(db: Reader, id: string): Promise<{ citationKey: string; title: string }> {
  const row = await db.get<{ citationKey: string; title: string }>(
    'SELECT citation_key AS citationKey, title FROM source WHERE id = ?',
    [id],
  );
  if (row === undefined) throw missing('source');
  return row;
}

/** Writes a source's metadata and where it came from, just as given. `modifiedAt`: now, when left out. */
export async function writeMetadata(
  change: Change,
  id: string,
  csl: CslItem,
  metadataOrigin: Record<string, string>,
  modifiedAt?: string,
): Promise<void> {
  await change.update('source', id, {
    ...cslColumns(csl),
    metadata_origin: JSON.stringify(metadataOrigin),
    ...(modifiedAt === undefined ? {} : { modified_at: modifiedAt }),
  });
}

/** The id itself, if such a source is there and not in the Trash. */
export async function liveSourceId(db: Reader, id: string): Promise<string | undefined> {
  return (await db.get<{ id: string }>('SELECT id FROM source WHERE id = ? AND deleted_at IS NULL', [id]))?.id;
}

/** The source of a title, where there is exactly one; case does not count. */
export async function onlySourceOfTitle(db: Reader, title: string): Promise<string | undefined> {
  const rows = await db.all<{ id: string }>(
    'SELECT id FROM source WHERE title = ? COLLATE NOCASE AND deleted_at IS NULL LIMIT 2',
    [title],
  );
  return rows.length === 1 ? rows[0]?.id : undefined;
}

/** Writes a source's metadata; its citation key stays. Fields that changed are now the user's own, emptied ones too, but those that `origins` names. */
export async function updateSource(
  change: Change,
  id: string,
  csl: CslItem,
  origins: Record<string, string> = {},
): Promise<void> {
  const row = await change.get<{ csl: string; metadata_origin: string; deleted_at: string | null }>(
    'SELECT csl, metadata_origin, deleted_at FROM source WHERE id = ?',
    [id],
  );
  if (row === undefined) throw missing('source');
  await requireLive(change, 'source', id);
  let before: Record<string, unknown> = {};
  try {
    before = JSON.parse(row.csl) as Record<string, unknown>;
  } catch {
    // Damaged metadata is mended by writing it anew.
  }
  const after: Record<string, unknown> = csl;
  const origin = parseOrigin(row.metadata_origin);
  for (const field of new Set([...Object.keys(before), ...Object.keys(after)])) {
    if (!sameJson(before[field], after[field])) origin[field] = byHand;
  }
  await writeMetadata(change, id, csl, { ...origin, ...origins });
}

/** Gives a source a key of the user's choice. @throws `duplicate` if another source has it */
export async function setCitationKey(change: Change, id: string, citationKey: string): Promise<void> {
  await requireLive(change, 'source', id);
  const other = await change.get<{ id: string; short_citation: string; deleted_at: string | null }>(
    'SELECT id, short_citation, deleted_at FROM source WHERE citation_key = ? AND id <> ?',
    [citationKey, id],
  );
  if (other !== undefined) {
    const hidden = (await currentId(change, other.id)) === other.id ? 'in the Trash' : 'merged with another source';
    const where = other.deleted_at === null ? '' : `, which is ${hidden}`;
    throw new CommonplaceError(
      'duplicate',
      `The citation key “${citationKey}” belongs to “${other.short_citation}”${where}. Choose another one.`,
    );
  }
  await change.update('source', id, { citation_key: citationKey });
  await setKeyOrigin(change, id, givenKey);
}

export interface NewAttachment {
  sourceId: string;
  fileName: string;
  mediaType: string;
  bytes: number;
  sha256: string;
}

/** Records a file that lies in the attachments folder. Answers the row's id. */
export async function addAttachment(change: Change, attachment: NewAttachment): Promise<string> {
  return change.insert('attachment', {
    source_id: attachment.sourceId,
    file_name: wellFormed(attachment.fileName),
    media_type: attachment.mediaType,
    bytes: attachment.bytes,
    sha256: attachment.sha256,
  });
}

/** Sources that are not in the Trash by citation key. The keys of sources that were merged name those they were merged into. */
export async function citationKeys(db: Reader): Promise<Map<string, string>> {
  const rows = await db.all<{ citation_key: string; id: string }>(
    'SELECT citation_key, id FROM source WHERE deleted_at IS NULL',
  );
  const there = new Set(rows.map((row) => row.id));
  const aliases = [...(await aliasKeys(db))].filter(([, id]) => there.has(id));
  return new Map([...aliases, ...rows.map((row) => [row.citation_key, row.id] as const)]);
}
