/** What no text should hold: C0 and C1 controls other than tab, line feed, form feed, carriage return and next line. */
// oxlint-disable-next-line no-control-regex -- control characters are what this looks for
const controls = /[\u0001-\u0008\u000B\u000E-\u001F\u007F-\u0084\u0086-\u009F]/gu;

/**
 * Decoded text made storable: line ends become line feeds; NULs and lone surrogates become U+FFFD, with a warning, because
 * SQLite would otherwise cut or shift the text; other control characters go.
 */
export function cleanText(text: string): { text: string; warnings: string[] } {
  let replaced = 0;
  const cleaned = text
    .replace(/^\uFEFF/u, '')
    // oxlint-disable-next-line no-control-regex -- as above
    .replace(/\u0000|\p{Surrogate}/gu, () => {
      replaced += 1;
      return '\uFFFD';
    })
    .replace(/\r\n?|\u0085|\u2028/gu, '\n')
    .replace(/\u2029/gu, '\n\n')
    .replace(controls, '');
  const warnings =
    replaced > 0 ? [`${replaced} broken characters (NULs or halves of characters) were replaced with “\uFFFD”.`] : [];
  return { text: cleaned, warnings };
}
