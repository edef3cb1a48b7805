import { Buffer } from 'node:buffer';
import { fromBuffer, type Entry, type ZipFile } from 'yauzl';
import { CommonplaceError } from '../../shared/result';
import { parseXml, type XmlElement } from '../xml';
import { byteOrderMark } from './encoding';

/** A ZIP archive in memory. Nothing of it is ever written to a disk, so its names are names only. */
export interface Zip {
  /** In the archive's order; folders are left out. */
  readonly names: readonly string[];
  has(name: string): boolean;
  /** The bytes of one entry. @throws CommonplaceError `unreadable`, `too-large` */
  read(name: string): Promise<Uint8Array>;
  /** The same as text: UTF-8, or UTF-16 where its byte order mark says so. */
  text(name: string): Promise<string>;
}

const mostEntries = 20_000;

/**
 * Opens an archive. What its headers say of sizes is not believed: the bytes that really come out are counted, over all
 * reads, and reading stops at `outputLimit`.
 * @throws CommonplaceError `unreadable` for what is damaged or encrypted, `too-large` for archives that swell
 */
export async function openZip(bytes: Uint8Array, outputLimit: number): Promise<Zip> {
  const { file, entries } = await listEntries(bytes);
  let left = outputLimit;
  const zip: Zip = {
    names: [...entries.keys()],
    has: (name) => entries.has(name),
    async read(name) {
      const entry = entries.get(name);
      if (!entry) throw damaged(`it lacks “${name}”`);
      if (entry.isEncrypted()) throw protectedByPassword();
      const content = await readEntry(file, entry, left);
      left -= content.length;
      return content;
    },
    async text(name) {
      const content = await zip.read(name);
      return new TextDecoder(byteOrderMark(content) ?? 'utf-8').decode(content);
    },
  };
  return zip;
}

/** An XML part of an archive. @throws CommonplaceError `unreadable` */
export async function readXml(zip: Zip, name: string): Promise<XmlElement> {
  return parseXml(
    await zip.text(name),
    (reason) =>
      new CommonplaceError(
        'unreadable',
        `A part of the file cannot be read: ${reason}. Save it again in the program it comes from, and import that.`,
        name,
      ),
  );
}

/** An XML part that may be absent; undefined if it is. */
export async function readOptionalXml(zip: Zip, name: string | undefined): Promise<XmlElement | undefined> {
  return name !== undefined && zip.has(name) ? readXml(zip, name) : undefined;
}

/** What a reference inside an archive names, from the folder in which it stands. It is looked up among the entries only. */
export function entryName(folder: string, reference: string): string {
  const steps = reference.startsWith('/') ? [] : folder.split('/');
  for (const step of reference.split('/')) {
    if (step === '..') steps.pop();
    else steps.push(step);
  }
  return steps.filter((step) => step !== '' && step !== '.').join('/');
}

function listEntries(bytes: Uint8Array): Promise<{ file: ZipFile; entries: Map<string, Entry> }> {
  return new Promise((resolve, reject) => {
    const fail = (error: Error) => reject(error instanceof CommonplaceError ? error : damaged(error.message));
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    fromBuffer(buffer, { lazyEntries: true, strictFileNames: true }, (error, file) => {
      if (error) return fail(error);
      const entries = new Map<string, Entry>();
      file.on('error', fail);
      file.on('end', () => resolve({ file, entries }));
      file.on('entry', (entry: Entry) => {
        if (entries.size >= mostEntries) return fail(swollen());
        if (!entry.fileName.endsWith('/')) entries.set(entry.fileName, entry);
        file.readEntry();
      });
      file.readEntry();
    });
  });
}

function readEntry(file: ZipFile, entry: Entry, limit: number): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    if (entry.uncompressedSize > limit) return reject(swollen());
    file.openReadStream(entry, (error, stream) => {
      if (error) return reject(damaged(error.message));
      const chunks: Buffer[] = [];
      let size = 0;
      stream.on('data', (chunk: Buffer) => {
        size += chunk.length;
        if (size > limit) stream.destroy(swollen());
        else chunks.push(chunk);
      });
      stream.on('error', (cause: Error) => reject(cause instanceof CommonplaceError ? cause : damaged(cause.message)));
      stream.on('end', () => resolve(Buffer.concat(chunks)));
    });
  });
}

function damaged(why: string): CommonplaceError {
  return new CommonplaceError(
    'unreadable',
    'The file is damaged: it is a ZIP archive inside, and that cannot be read. Get it again, or save it in another form.',
    why,
  );
}

function swollen(): CommonplaceError {
  return new CommonplaceError(
    'too-large',
    'The file unpacks to more than is imported. Save it without its pictures, split it, or paste the part you need.',
  );
}

/** A file that only its password opens. */
export function protectedByPassword(): CommonplaceError {
  return new CommonplaceError(
    'unreadable',
    'The file is protected by a password. Open it in the program it comes from, save it without the password, and import that.',
  );
}
