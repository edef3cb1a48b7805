import { memoFormats, type MemoFormat, type RememberedExport } from '../../../../shared/domain/exports';
import { defaultMemoExport, readMemoExport, type MemoExportOptions } from '../../../../shared/domain/memo-export';
import type { Change } from '../../changes/types';
import { requireLive } from '../../common/store';
import type { LibraryContext } from '../../context';
import type { Reader } from '../../db/types';

interface Row {
  format: string;
  options: string;
}

const sql = 'SELECT format, options FROM memo_export WHERE deleted_at IS NULL';

function optionsOf({ options }: Row): MemoExportOptions {
  try {
    return readMemoExport(JSON.parse(options));
  } catch {
    return defaultMemoExport;
  }
}

/** How a memo was exported the last time. One that never was has the paper, the author and the Word template of the memo exported last. */
export async function rememberedExport(db: Reader, memoId: string): Promise<RememberedExport> {
  const own = await db.get<Row>(`${sql} AND memo_id = ?`, [memoId]);
  if (own) return { format: memoFormats.find((known) => known === own.format) ?? null, options: optionsOf(own) };
  const other = await db.get<Row>(`${sql} ORDER BY modified_at DESC, id LIMIT 1`);
  if (!other) return { format: null, options: defaultMemoExport };
  const { paper, author, wordTemplate } = optionsOf(other);
  return { format: null, options: { ...defaultMemoExport, paper, author, wordTemplate } };
}

/** Keeps how a memo was exported. @throws `not-found` */
export async function rememberExport(
  change: Change,
  linkId: LibraryContext['linkId'],
  { memoId, format, options }: { memoId: string; format: MemoFormat; options: MemoExportOptions },
): Promise<void> {
  await requireLive(change, 'memo', memoId);
  await change.insert('memo_export', {
    id: linkId('memo_export', memoId),
    memo_id: memoId,
    format,
    options: JSON.stringify(options),
  });
}
