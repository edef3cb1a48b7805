import type { Inline } from '../memo/document';

/** The inlines of a footnote with other words in the place of a range of their text, counted as passages count it. */
export function mapInlineText(content: readonly Inline[], start: number, end: number, words: string): Inline[] {
  let at = 0;
  let put = false;
  const change = (inlines: readonly Inline[]): Inline[] =>
    inlines.flatMap((inline): Inline[] => {
      if (inline.type === 'link') return [{ ...inline, children: change(inline.children) }];
      if (inline.type === 'line-break') at += 1;
      if (inline.type !== 'text' && inline.type !== 'actor-mention') return [inline];
      const from = at;
      at += inline.text.length;
      const touched = start === end ? from <= start && at >= start && !put : from < end && at > start;
      if (!touched) return [inline];
      const [a, b] = [Math.max(0, start - from), Math.min(inline.text.length, end - from)];
      const text = inline.text.slice(0, a) + (put ? '' : words) + inline.text.slice(b);
      put = true;
      return text === '' ? [] : [{ ...inline, text }];
    });
  return change(content);
}
