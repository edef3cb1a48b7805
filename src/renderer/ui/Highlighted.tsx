import type { TextRange } from '../../shared/search/types';

/** Text with its matches marked. Ranges are UTF-16 offsets; those that overlap or run over the end are put right. */
export function Highlighted({ text, ranges }: { text: string; ranges: readonly TextRange[] }) {
  return highlightParts(text, ranges).map((part) =>
    part.marked ? <mark key={part.start}>{part.text}</mark> : <span key={part.start}>{part.text}</span>,
  );
}

export interface HighlightPart {
  start: number;
  text: string;
  marked: boolean;
}

export function highlightParts(text: string, ranges: readonly TextRange[]): HighlightPart[] {
  const parts: HighlightPart[] = [];
  let at = 0;
  const put = (to: number, marked: boolean) => {
    if (to > at) parts.push({ start: at, text: text.slice(at, to), marked });
    at = Math.max(at, to);
  };
  for (const [start, end] of [...ranges].sort((a, b) => a[0] - b[0])) {
    put(Math.min(Math.max(start, at), text.length), false);
    put(Math.min(end, text.length), true);
  }
  put(text.length, false);
  return parts;
}
