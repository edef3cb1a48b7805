import { readdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { pdfResourceKinds } from '../../../shared/domain/sources';
import { CommonplaceError } from '../../../shared/result';

export type PdfResourceKind = (typeof pdfResourceKinds)[number];

const folders: Record<PdfResourceKind, string> = { cmap: 'cmaps', font: 'standard_fonts', wasm: 'wasm' };

/** Names that may be asked for, by kind; listed once, so that no name is ever joined to a path unseen. */
const listed = new Map<PdfResourceKind, Promise<ReadonlyMap<string, string>>>();

/**
 * A file that drawing a PDF may need and that is part of pdf.js: a character map, one of the fonts every PDF may use without
 * bringing it, or an image decoder.
 * @throws CommonplaceError `not-found`
 */
export async function pdfResource(kind: PdfResourceKind, name: string): Promise<Uint8Array> {
  let files = listed.get(kind);
  if (!files) listed.set(kind, (files = list(kind)));
  const path = (await files).get(name);
  if (path === undefined) throw new CommonplaceError('not-found', 'pdf.js has no such file. Nothing has to be done.');
  return new Uint8Array(await readFile(path));
}

async function list(kind: PdfResourceKind): Promise<Map<string, string>> {
  const root = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
  const folder = join(root, folders[kind]);
  const entries = await readdir(folder, { withFileTypes: true });
  return new Map(
    entries.filter((entry) => entry.isFile()).map(({ name }): [string, string] => [name, join(folder, name)]),
  );
}
