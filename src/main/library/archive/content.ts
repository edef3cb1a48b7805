import { createHash } from 'node:crypto';
import type { RecordTable } from '../changes/types';

/**
 * Adds up what an archive says, whoever wrote it when: SHA-256 over each record (its table, a tab, its JSON without `stamp`, a
 * line feed) in the order of the archive, and over the hash of each original (a line each). Two libraries have the same content
 * if this is the same; their archives may still differ in stamps, which tell that rows were written, though they say what they
 * said before.
 */
export class ContentDigest {
  readonly #hash = createHash('sha256');

  /** A record as it stands in the archive, its columns in their order. */
  record(table: RecordTable, record: Readonly<Record<string, unknown>>): void {
    const { stamp: _, ...said } = record;
    this.#hash.update(`${table}\t${JSON.stringify(said)}\n`);
  }

  original(sha256: string): void {
    this.#hash.update(`${sha256}\n`);
  }

  /** Lower-case hexadecimal; nothing may be added afterwards. */
  hex(): string {
    return this.#hash.digest('hex');
  }
}
