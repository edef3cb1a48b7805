import type { Finding, VerifyReport } from '../../../shared/domain/library';
import { CommonplaceError } from '../../../shared/result';
import { readAttachment } from '../attachments';
import type { Derived } from '../changes/types';
import { sha256 } from '../common/rows';
import type { LibraryContext } from '../context';
import { Connection } from '../db/driver';
import { transaction } from '../db/database';
import { expectedSchema, readSchema, schemaDifferences, schemaVersion } from '../db/schema';
import type { Reader } from '../db/types';
import { shownPictures } from '../memos/images/store';
import { libraryPaths } from '../open';
import { attachmentsFrom, brokenForeignKeys, excerptsFrom, integrity, snapshotsFrom, type SnapshotText } from './store';

const most = 1000;

/**
 * Checks everything that can be checked: SQLite's own structure, references, the schema, and by hash every snapshot,
 * excerpt and attachment (about one flipped byte in five passes SQLite's check). Changes nothing.
 */
export async function verifyLibrary(context: LibraryContext, derived: readonly Derived[] = []): Promise<VerifyReport> {
  const path = libraryPaths(context.folder).database;
  const findings: Finding[] = [];
  const checked: Record<string, number> = {};
  // A connection of its own: checking a large library takes a while, and search goes on meanwhile.
  const connection = await Connection.open(path, {
    mode: 'read',
    log: context.log,
    slowAfter: Number.POSITIVE_INFINITY,
  });
  try {
    await transaction(connection, 'BEGIN', async (db) => {
      const steps: [string, () => Promise<number>][] = [
        ['integrity', async () => collect(findings, await integrity(db), 1)],
        ['foreign-key', async () => collect(findings, await brokenForeignKeys(db), 1)],
        ['schema', async () => collect(findings, await schemaFindings(db), 1)],
        ['snapshot-hash', () => checkSnapshots(db, findings)],
        ['excerpt-hash', () => checkExcerpts(db, findings)],
        ['attachment-hash', () => checkAttachments(db, context.folder, findings)],
        ...derived.map(({ verify }): [string, () => Promise<number>] => [
          'derived',
          async () => collect(findings, (await verify?.(db)) ?? [], verify ? 1 : 0),
        ]),
      ];
      for (const [name, step] of steps) {
        try {
          checked[name] = (checked[name] ?? 0) + (await step());
        } catch (error) {
          // subtle: on a damaged file any statement may fail, integrity_check too; that it does is the finding.
          const why = error instanceof Error ? error.message : String(error);
          findings.push({ check: name, message: `This check could not be finished: ${why}` });
        }
      }
    }).catch((error: unknown) => {
      if (findings.length === 0) throw error;
    });
  } finally {
    await connection.close();
  }
  return { ok: findings.length === 0, checked, findings: findings.slice(0, most) };
}

function collect(findings: Finding[], found: readonly Finding[], checked: number): number {
  findings.push(...found);
  return checked;
}

async function schemaFindings(db: Reader): Promise<Finding[]> {
  const differences = schemaDifferences(await readSchema(db), await expectedSchema(schemaVersion));
  return differences.map((message) => ({ check: 'schema', message }));
}

async function checkSnapshots(db: Reader, findings: Finding[]): Promise<number> {
  let count = 0;
  for await (const { id, text, sha256: hash } of snapshotsFrom(db)) {
    count += 1;
    if (sha256(text) !== hash) {
      findings.push({ check: 'snapshot-hash', message: 'The text of a snapshot is not what was captured.', rowId: id });
    }
  }
  return count;
}

async function checkExcerpts(db: Reader, findings: Finding[]): Promise<number> {
  let count = 0;
  let snapshot: SnapshotText | undefined;
  for await (const excerpt of excerptsFrom(db, (found) => (snapshot = found))) {
    count += 1;
    const say = (message: string) => findings.push({ check: 'excerpt-hash', message, rowId: excerpt.id });
    if (sha256(excerpt.text) !== excerpt.textSha256) say('The text of an excerpt is not what was saved.');
    if (snapshot?.sha256 !== excerpt.snapshotSha256)
      say('An excerpt names another snapshot text than the one it stands in.');
    const slice = snapshot?.text.slice(excerpt.start, excerpt.end);
    if (slice !== excerpt.exact) say('The place of an excerpt does not hold its words.');
    if (excerpt.kind === 'quotation' && slice !== excerpt.text) say('A quotation differs from its source.');
  }
  return count;
}

async function checkAttachments(db: Reader, folder: string, findings: Finding[]): Promise<number> {
  const attachments = await attachmentsFrom(db);
  const pictures = await shownPictures(db);
  const check = async (what: string, rowId: string, hash: string, bytes?: number) => {
    const message = await readAttachment(folder, hash).then(
      (content) =>
        content.byteLength === (bytes ?? content.byteLength) ? undefined : `${what} was changed or damaged.`,
      (error: unknown) =>
        error instanceof CommonplaceError && error.code === 'library-damaged'
          ? `${what} was changed or damaged.`
          : `${what} is missing.`,
    );
    if (message) findings.push({ check: 'attachment-hash', message, rowId });
  };
  for (const { id, sha256: hash, bytes } of attachments) await check('An original file', id, hash, bytes);
  for (const [hash, rowId] of pictures) await check('The file of a picture in a memo', rowId, hash);
  return attachments.length + pictures.size;
}
