/** Names Windows keeps for devices, with or without an ending. */
const reserved = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\.|$)/i;

/**
 * A folder name for a library of that name, safe on Linux, Windows and macOS: no separators, control or bidi
 * characters, no reserved or hidden name, at most 200 bytes with its ending.
 */
export function libraryFolderName(name: string): string {
  let safe = name
    .normalize('NFC')
    // Cc control, Cf format (bidi overrides, joiners), Cs halves of pairs, and what Windows refuses.
    .replace(/[\p{Cc}\p{Cf}\p{Cs}<>:"/\\|?*]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[\s.]+|[\s.]+$/g, '');
  while (Buffer.byteLength(safe) > 180) safe = [...safe].slice(0, -1).join('').trimEnd();
  if (safe === '') safe = 'Library';
  if (reserved.test(safe)) safe = `${safe.replace('.', ' ')} library`;
  return `${safe}.commonplace`;
}
