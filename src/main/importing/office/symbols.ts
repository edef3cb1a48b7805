/** The Symbol font's characters from 0x20 and from 0xA0, as Unicode has them. */
const symbol: [from: number, characters: string][] = [
  [0x20, ' !∀#∃%&∋()∗+,−./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_‾αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼'],
  [0xa0, '€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…⏐⎯↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊〈®©™∑⎛⎜⎝⎡⎢⎣⎧⎨⎩⎪\uFFFD〉∫⌠⎮⌡⎞⎟⎠⎤⎥⎦⎫⎬⎭'],
];
/** Of Wingdings, what texts use: ticks, boxes, arrows, bullets. */
const wingdings: Record<number, string> = {
  0x6c: '●',
  0x6e: '■',
  0x6f: '☐',
  0xa7: '▪',
  0xa8: '☐',
  0xd8: '➢',
  0xdf: '←',
  0xe0: '→',
  0xf0: '⇨',
  0xfb: '✗',
  0xfc: '✓',
  0xfd: '☒',
  0xfe: '☑',
};

/** A character of a symbol font in Unicode; '' where it has none there. Word writes such characters at U+F000 and above. */
export function symbolText(font: string, code: number): string {
  const position = code >= 0xf000 && code <= 0xf0ff ? code - 0xf000 : code;
  if (/^symbol/iu.test(font)) {
    const row = symbol.find(([from, characters]) => position >= from && position < from + characters.length);
    return row?.[1][position - row[0]] ?? '';
  }
  if (/^wingdings/iu.test(font)) return wingdings[position] ?? '';
  const isCharacter = position >= 0x20 && position <= 0x10ffff && (position < 0xd800 || position > 0xdfff);
  return isCharacter ? String.fromCodePoint(position) : '';
}
