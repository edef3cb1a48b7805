/**
 * Rows as CSV (RFC 4180: quotes doubled, lines ended by CRLF), in UTF-8 with a byte order mark, without which Excel takes it for
 * something else. A cell that a spreadsheet would take for a formula gets an apostrophe before it: OWASP, "CSV Injection".
 */
export function writeCsv(rows: readonly (readonly string[])[]): string {
  return `\uFEFF${rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('')}`;
}

function cell(text: string): string {
  const inert = /^[\s\p{Cf}]*[=+\-@\t\r]/u.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(inert) || inert.trim() !== inert ? `"${inert.replaceAll('"', '""')}"` : inert;
}
