/** What programs write where a description should stand: file names, "Image 3", "photo". */
const empty =
  /^(?:(?:image|picture|photo|photograph|graphic|figure|grafik|bild|imagen|logo|icon|banner|avatar|placeholder|spacer|thumbnail|untitled|изображение|рисунок)s?[\s_-]*\d*|\S+[-_]\S*\d\S*|\S+_\S+|\S+\.(?:png|jpe?g|gif|webp|svg|bmp|tiff?|emf|wmf))$/iu;

/** What describes an image, as one line; '' for what says nothing about it. */
export function imageDescription(text: string): string {
  const line = text
    .slice(0, 1000)
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .replace(/\s*(?:Description automatically generated|AI-generated content may be incorrect)\b.*$/iu, '')
    .replace(/[\s.…]+$/u, '');
  return line.length < 3 || empty.test(line) ? '' : line;
}
