/** Where the command line writes: results to `out`, messages and progress to `err`. */
export interface Output {
  out(text: string): void;
  bytes(data: Uint8Array): void;
  err(text: string): void;
  /** Whether `err` is a terminal, where progress is worth showing. */
  interactive: boolean;
}

/** Text of the library as a terminal may show it: one line, no control or bidi characters that could play tricks. */
export function shown(text: string): string {
  return text
    .replace(/[\p{Cc}\u200E\u200F\u202A-\u202E\u2066-\u2069]+/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
}

/** Shortens to `max` UTF-16 code units, at a word where one is near. */
function shortened(text: string, max: number): string {
  const clean = shown(text);
  if (clean.length <= max) return clean;
  const cut = clean.slice(0, max - 1).replace(/[\uD800-\uDBFF]$/u, '');
  const space = cut.lastIndexOf(' ');
  return `${space > max * 0.7 ? cut.slice(0, space) : cut}…`;
}

/** Rows as columns parted by two spaces; the last column takes what is left of the line. */
export function table(rows: readonly (readonly string[])[], lastWidth = 100): string {
  const widths: number[] = [];
  for (const row of rows) {
    for (const [index, cell] of row.slice(0, -1).entries()) {
      widths[index] = Math.min(40, Math.max(widths[index] ?? 0, shown(cell).length));
    }
  }
  return rows
    .map((row) =>
      row
        .map((cell, index) =>
          index === row.length - 1 ? shortened(cell, lastWidth) : shortened(cell, 40).padEnd(widths[index] ?? 0),
        )
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
