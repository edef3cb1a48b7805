import JSZip from 'jszip';
import type { Random } from '../bench/random';

/** Pieces of the formats' own syntax: what parsers act on. */
const pieces = [
  '<w:p>',
  '</w:p>',
  '<w:tbl><w:tr><w:tc>',
  '<w:fldChar w:fldCharType="begin"/>',
  '<w:footnoteReference w:id="1"/>',
  '<text:p>',
  '<text:list><text:list-item>',
  '<table:table>',
  '{\\rtf1',
  '{\\*\\bin99999 ',
  '\\u-10179 ?',
  '\\cell\\row ',
  "\\'e9",
  '}}}}',
  '<table><tr><td>',
  '</div></div>',
  '<!--',
  ']]>',
  '<![CDATA[',
  '<!DOCTYPE x [<!ENTITY a "b">]>',
  '&a;&#0;&#xD800;&amp;&nbsp;',
  'xmlns:w="',
  '="',
  '---\n',
  '> > > > ',
  '[^1]: ',
  '| a | b |\n|---|---|\n',
  '```\n',
  '![](',
  '@article{',
  '@string{x = ',
  ' # jan # ',
  '{\\"',
  'TY  - JOUR\n',
  'ER  - \n',
  '"date-parts":[[',
  '[[[[[[[[',
  '{"type":"book","title":{"',
  '"__proto__":{',
  '1e999',
  '<rdf:li rdf:resource="#item_2"/>',
  '<record><titles><title>',
  'obj<</Length 99999999>>stream\n',
  '\0',
  '\uFEFF',
  '\uFFFE',
  '\u202E',
  '𝔘'.repeat(20),
  '9'.repeat(30),
  '-1',
  '\n'.repeat(200),
  '\t',
].map((piece) => new TextEncoder().encode(piece));

/**
 * A file with 1 to 8 changes. Half of the archives are changed inside, in one of their entries, because a change to the
 * archive itself is most often found by its checksums before any parser sees it.
 */
export async function mutated(file: Uint8Array, other: Uint8Array, random: Random): Promise<Uint8Array> {
  const isArchive = file[0] === 0x50 && file[1] === 0x4b;
  if (!isArchive || random.number() < 0.5) return changed(file, other, random);
  const zip = await JSZip.loadAsync(file);
  const entries = Object.values(zip.files).filter((entry) => !entry.dir);
  const entry = random.pick(entries);
  const content = await entry.async('uint8array');
  if (random.number() < 0.1) zip.remove(entry.name);
  else zip.file(entry.name, changed(content, other, random));
  return zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE', compressionOptions: { level: 1 } });
}

function changed(file: Uint8Array, other: Uint8Array, random: Random): Uint8Array {
  let bytes = file;
  for (let left = 1 + random.below(8); left > 0; left -= 1) bytes = changedOnce(bytes, other, random);
  return bytes;
}

function changedOnce(bytes: Uint8Array, other: Uint8Array, random: Random): Uint8Array {
  const at = random.below(bytes.length + 1);
  const slice = (from: Uint8Array) => {
    const start = random.below(from.length + 1);
    return from.subarray(start, start + random.below(Math.min(4000, from.length - start + 1)));
  };
  const replace = (deleted: number, inserted: Uint8Array) =>
    joined(bytes.subarray(0, at), inserted, bytes.subarray(at + deleted));
  switch (random.below(9)) {
    case 0:
      return replace(1, Uint8Array.of((bytes[at] ?? 0) ^ (1 << random.below(8))));
    case 1:
      return replace(1, Uint8Array.of(random.below(256)));
    case 2:
      return replace(1 + random.below(200), new Uint8Array());
    case 3:
      return bytes.subarray(0, at);
    case 4:
      return replace(0, slice(bytes));
    case 5:
      return replace(random.below(200), slice(other));
    case 6:
      return replace(0, repeated(slice(bytes).subarray(0, 60), 1 + random.below(300)));
    default:
      return replace(random.below(8), random.pick(pieces));
  }
}

function repeated(bytes: Uint8Array, times: number): Uint8Array {
  return joined(...Array.from({ length: times }, () => bytes));
}

function joined(...parts: Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(parts));
}
