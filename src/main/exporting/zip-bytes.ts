import { Buffer } from 'node:buffer';
import { ZipFile } from 'yazl';

export interface ZipPart {
  name: string;
  content: string | Uint8Array;
  /** Stored as it is: OpenDocument wants its media type readable at the front. */
  stored?: true;
}

/** A ZIP archive in memory. Its dates are all one, so that the same memo gives the same bytes. */
export async function zipBytes(parts: readonly ZipPart[]): Promise<Uint8Array> {
  const zip = new ZipFile();
  const mtime = new Date(2000, 0, 1);
  for (const { name, content, stored } of parts) {
    const buffer = typeof content === 'string' ? Buffer.from(content) : Buffer.from(content);
    zip.addBuffer(buffer, name, { mtime, mode: 0o100_644, compress: stored !== true });
  }
  zip.end();
  const chunks: Buffer[] = [];
  for await (const chunk of zip.outputStream as AsyncIterable<Buffer>) chunks.push(chunk);
  return new Uint8Array(Buffer.concat(chunks));
}
