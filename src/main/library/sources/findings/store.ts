import * as v from 'valibot';
import { cslItem, type CslItem } from '../../../../shared/domain/csl';
import type { MetadataFinding } from '../../../../shared/domain/sources';
import { CommonplaceError } from '../../../../shared/result';
import { sameValue, type Finding } from '../../../../shared/sources/findings';
import type { Change } from '../../changes/types';
import type { LibraryContext } from '../../context';
import type { Reader } from '../../db/types';
import { wellFormed } from '../../common/rows';

interface FindingRow {
  id: string;
  field: string;
  value: string;
  origin: string;
  dismissed: 0 | 1;
}

const columns = 'id, field, value, origin, dismissed';

/** A stored value; undefined if it cannot be read. It is only an offer. */
function valueOf({ field, value }: FindingRow): unknown {
  try {
    const stored: unknown = JSON.parse(value);
    return typeof stored === 'object' && stored !== null ? (stored as Record<string, unknown>)[field] : undefined;
  } catch {
    return undefined;
  }
}

/** What the latest import found that the source does not say, and nobody turned down. */
export async function openFindings(db: Reader, sourceId: string, csl: CslItem): Promise<MetadataFinding[]> {
  const rows = await db.all<FindingRow>(
    `SELECT ${columns} FROM metadata_finding WHERE source_id = ? AND dismissed = 0 AND deleted_at IS NULL ORDER BY created_at, id`,
    [sourceId],
  );
  return rows.flatMap((row) => {
    const value = valueOf(row);
    if (value === undefined || sameValue(row.field, csl[row.field], value)) return [];
    return [{ field: row.field, value, origin: row.origin }];
  });
}

/** Whether these findings would change what is stored. What was turned down stays so until something else is found. */
export async function findingsAreNews(db: Reader, sourceId: string, findings: readonly Finding[]): Promise<boolean> {
  const rows = await storedFindings(db, sourceId);
  return rows.length !== findings.length || findings.some((finding) => !isStored(rows, finding));
}

function isStored(rows: readonly FindingRow[], { field, value, origin }: Finding): boolean {
  const row = rows.find((one) => one.field === field);
  return row !== undefined && row.origin === wellFormed(origin) && sameValue(field, valueOf(row), value);
}

/** Puts what an import found in the place of what the one before it found. */
export async function writeFindings(
  change: Change,
  linkId: LibraryContext['linkId'],
  sourceId: string,
  findings: readonly Finding[],
): Promise<void> {
  const rows = await storedFindings(change, sourceId);
  for (const row of rows) {
    if (!findings.some(({ field }) => field === row.field)) await change.erase('metadata_finding', row.id);
  }
  for (const finding of findings) {
    if (isStored(rows, finding)) continue;
    await change.insert('metadata_finding', {
      id: linkId('metadata-finding', sourceId, finding.field),
      source_id: sourceId,
      field: wellFormed(finding.field),
      value: wellFormed(JSON.stringify({ [finding.field]: finding.value })),
      origin: wellFormed(finding.origin),
      dismissed: 0,
    });
  }
}

function storedFindings(db: Reader, sourceId: string): Promise<FindingRow[]> {
  return db.all<FindingRow>(`SELECT ${columns} FROM metadata_finding WHERE source_id = ? AND deleted_at IS NULL`, [
    sourceId,
  ]);
}

async function requireFinding(db: Reader, sourceId: string, field: string): Promise<FindingRow> {
  const row = await db.get<FindingRow>(
    `SELECT ${columns} FROM metadata_finding WHERE source_id = ? AND field = ? AND deleted_at IS NULL`,
    [sourceId, field],
  );
  if (row) return row;
  throw new CommonplaceError('not-found', 'This is no longer on offer. The source may have been imported again.');
}

/** The source's metadata with what was found in this field, and where that was; the offer is used up. */
export async function takeFinding(
  change: Change,
  sourceId: string,
  field: string,
  csl: CslItem,
): Promise<{ csl: CslItem; origins: Record<string, string> }> {
  const row = await requireFinding(change, sourceId, field);
  const parsed = v.safeParse(cslItem, { ...csl, [field]: valueOf(row) });
  if (!parsed.success || valueOf(row) === undefined)
    throw new CommonplaceError('bad-input', 'What was found cannot be used for this field. Write it by hand.');
  await change.erase('metadata_finding', row.id);
  return { csl: { ...csl, [field]: valueOf(row) } as CslItem, origins: { [field]: row.origin } };
}

/** Remembers that somebody saw it and kept what the source says. */
export async function dismissFinding(change: Change, sourceId: string, field: string): Promise<void> {
  const row = await requireFinding(change, sourceId, field);
  await change.update('metadata_finding', row.id, { dismissed: 1 });
}
