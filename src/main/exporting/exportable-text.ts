/**
 * Text that every format can hold: no control characters (XML and TeX refuse them), no lone surrogates, white space of any
 * kind but the no-break ones a plain space. Line feeds stay only in code.
 */
export function exportableText(value: string, lines = false): string {
  const kept = value
    .replace(/\r\n?/g, '\n')
    // eslint-disable-next-line no-control-regex
    .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F\uFFFE\uFFFF\uFDD0-\uFDEF]/g, '')
    .replace(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g, '\uFFFD');
  return lines ? kept : kept.replace(/[\t\n\u0085\u2028\u2029]/g, ' ');
}
