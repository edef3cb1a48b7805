import type { TextPlace } from '../../../shared/domain/anchors';
import { Passage } from '../anchors/Passage';

const around = 220;

/** Words of a text with what stands around them, cut at words. */
export function InContext({
  text,
  place: { start, end },
  reach = around,
}: {
  text: string;
  place: TextPlace;
  reach?: number;
}) {
  const from = wordBefore(text, start - reach);
  const to = wordAfter(text, end + reach);
  return (
    <Passage
      passage={{
        before: `${from > 0 ? '… ' : ''}${text.slice(from, start)}`,
        text: text.slice(start, end),
        after: `${text.slice(end, to)}${to < text.length ? ' …' : ''}`,
      }}
    />
  );
}

function wordBefore(text: string, at: number): number {
  if (at <= 0) return 0;
  const space = text.indexOf(' ', at);
  return space === -1 ? at : space + 1;
}

function wordAfter(text: string, at: number): number {
  if (at >= text.length) return text.length;
  const space = text.lastIndexOf(' ', at);
  return space === -1 ? at : space;
}
