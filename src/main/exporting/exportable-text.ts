/**
 * Text that every format can hold: no control characters (XML and TeX refuse them), no lone surrogates, white space of any
 * kind but the no-break ones a plain space. Line feeds stay only in code. What turns letters round against their own
 * direction (LRO, RLO) is shown instead of obeyed: it serves no language, only to make a text read as what it is not.
 */
export function exportableText(value: string, lines = false): string {
  const kept = value
    .replace(/\r\n?/g, '\n')
    // eslint-disable-next-line no-control-regex
    .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F\uFFFE\uFFFF\uFDD0-\uFDEF]/g, '')
    .replace(/[\u202D\u202E]/g, (sign) => (sign === '\u202E' ? '[U+202E]' : '[U+202D]'))
    .replace(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g, '\uFFFD');
  return lines ? kept : kept.replace(/[\t\n\u0085\u2028\u2029]/g, ' ');
}

/** The same for every text in a record, e.g. a source's CSL-JSON. */
export function exportableRecord<T>(value: T): T {
  if (typeof value === 'string') return exportableText(value, true) as T;
  if (Array.isArray(value)) return value.map(exportableRecord) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, exportableRecord(part)])) as T;
}
