import { openZip } from '../importing/zip';
import { zipBytes, type ZipPart } from './zip-bytes';

/** A Word file of ours with some of its parts changed, and others added. */
export async function rewriteParts(
  docx: Uint8Array,
  changes: Readonly<Record<string, (xml: string) => string>>,
  added: readonly ZipPart[] = [],
): Promise<Uint8Array> {
  const zip = await openZip(docx, Number.MAX_SAFE_INTEGER);
  const parts = await Promise.all(
    zip.names.map(async (name) => {
      const change = changes[name];
      return { name, content: change ? change(await zip.text(name)) : await zip.read(name) };
    }),
  );
  return zipBytes([...parts, ...added]);
}
