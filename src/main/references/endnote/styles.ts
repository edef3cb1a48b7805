import type { XmlElement } from '../../xml';
import { xmlEscape } from '../../xml';

const faces: readonly (readonly [face: string, tag: string])[] = [
  ['bold', 'b'],
  ['italic', 'i'],
  ['superscript', 'sup'],
  ['subscript', 'sub'],
];

/** EndNote's `<style face="italic">` runs as text with CSL's tags for the same. Fonts, sizes and colours go. */
export function styledText(element: XmlElement): string {
  return element.children
    .map((node) => {
      if (typeof node === 'string') return node;
      const inner = styledText(node);
      const face = node.attrs.face ?? '';
      return inner.trim() === ''
        ? inner
        : faces.reduce((text, [name, tag]) => (face.includes(name) ? `<${tag}>${text}</${tag}>` : text), inner);
    })
    .join('');
}

/** The reverse: one run a stretch of the same type. Tags of other kinds go. */
export function styleRuns(text: string): string {
  const open: string[] = [];
  let xml = '';
  const run = (stretch: string) => {
    if (stretch === '') return;
    const face = faces.filter(([, tag]) => open.includes(tag)).map(([name]) => name);
    xml += `<style face="${face.join(' ') || 'normal'}" font="default" size="100%">${xmlEscape(stretch)}</style>`;
  };
  let at = 0;
  for (const match of text.matchAll(/<(\/?)(i|b|sub|sup|sc|span)(?:\s[^<>]*)?>/giu)) {
    run(text.slice(at, match.index));
    at = match.index + match[0].length;
    const tag = (match[2] ?? '').toLowerCase();
    if (match[1] === '') open.push(tag);
    else if (open.includes(tag)) open.splice(open.lastIndexOf(tag), 1);
  }
  run(text.slice(at));
  return xml;
}
