/** Unicode script → ISO 15924 code, for the scripts people's names come in. */
const scripts: readonly [code: string, pattern: RegExp][] = (
  [
    ['Latn', 'Latin'],
    ['Cyrl', 'Cyrillic'],
    ['Arab', 'Arabic'],
    ['Hebr', 'Hebrew'],
    ['Grek', 'Greek'],
    ['Armn', 'Armenian'],
    ['Geor', 'Georgian'],
    ['Hani', 'Han'],
    ['Hira', 'Hiragana'],
    ['Kana', 'Katakana'],
    ['Hang', 'Hangul'],
    ['Deva', 'Devanagari'],
    ['Beng', 'Bengali'],
    ['Guru', 'Gurmukhi'],
    ['Gujr', 'Gujarati'],
    ['Taml', 'Tamil'],
    ['Telu', 'Telugu'],
    ['Knda', 'Kannada'],
    ['Mlym', 'Malayalam'],
    ['Sinh', 'Sinhala'],
    ['Thai', 'Thai'],
    ['Laoo', 'Lao'],
    ['Khmr', 'Khmer'],
    ['Mymr', 'Myanmar'],
    ['Tibt', 'Tibetan'],
    ['Mong', 'Mongolian'],
    ['Ethi', 'Ethiopic'],
    ['Syrc', 'Syriac'],
    ['Thaa', 'Thaana'],
  ] as const
).map(([code, name]) => [code, new RegExp(`\\p{Script=${name}}`, 'gu')]);

/**
 * The script most letters of a name are in, as ISO 15924: "Latn", "Cyrl", "Arab"… Japanese and Korean, which mix scripts,
 * are "Jpan" and "Kore". "Zyyy" where there is no letter, "Zzzz" where the script is not one we know.
 */
export function detectScript(text: string): string {
  const counts = new Map<string, number>();
  for (const [code, pattern] of scripts) {
    const count = text.match(pattern)?.length ?? 0;
    if (count > 0) counts.set(code, count);
  }
  if (counts.has('Hira') || counts.has('Kana')) return 'Jpan';
  if (counts.has('Hang')) return counts.has('Hani') ? 'Kore' : 'Hang';
  let best = /\p{L}/u.test(text) ? 'Zzzz' : 'Zyyy';
  let most = 0;
  for (const [code, count] of counts) {
    if (count > most) [best, most] = [code, count];
  }
  return best;
}
