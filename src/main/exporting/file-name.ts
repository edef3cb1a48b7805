const reserved = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])$/i;
/** Code units of the whole name; below every file system's limit of 255 bytes even where each takes three. */
const maxLength = 80;

/**
 * A file name for an export, from a title that may hold anything: no path, no reserved or hidden name, no control,
 * bidirectional or invisible characters, at most 80 characters with its extension, 200 bytes of UTF-8.
 * @param extension without the dot
 */
export function exportFileName(title: string, extension: string): string {
  const stem = title
    .normalize('NFC')
    // Control, format (bidi, zero width, tags), private, unassigned and surrogate characters.
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Cs}]/gu, ' ')
    .replace(/[\\/:*?"<>|]/g, ' ')
    .replace(/\s+/gu, ' ')
    .replace(/^[\s.~-]+|[\s.]+$/gu, '');
  const end = `.${extension}`;
  const cut = cutTo(stem, maxLength - end.length, 200 - end.length).replace(/[\s.]+$/u, '');
  // Windows takes the name up to the first dot for the device: "con.docx" and "con.1.docx" too.
  const first = cut.split('.')[0] ?? '';
  if (cut === '') return `Memo${end}`;
  return reserved.test(first.trim()) ? `_${cut}${end}` : `${cut}${end}`;
}

/** The name, or the first like it that is free; file systems do not tell capitals. It is taken then. */
export function freeName(wanted: string, taken: Set<string>): string {
  const [, stem = wanted, extension = ''] = /^(.*)(\.[^./]+)$/su.exec(wanted) ?? [];
  let name = wanted;
  for (let count = 2; taken.has(name.toLowerCase()); count++) name = `${stem}-${count}${extension}`;
  taken.add(name.toLowerCase());
  return name;
}

function cutTo(text: string, characters: number, bytes: number): string {
  let size = 0;
  let kept = '';
  for (const letter of text) {
    size += Buffer.byteLength(letter);
    if (kept.length + letter.length > characters || size > bytes) break;
    kept += letter;
  }
  return kept;
}
