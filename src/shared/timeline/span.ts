import { edtfBounds, parseEdtf, type EdtfEnd } from '../dates/edtf';

/** What of time a date covers, and how surely, as it is drawn. Milliseconds (UTC, since 1970), both finite. */
export interface Span {
  start: number;
  end: number;
  /** A day or a time of day is a point; everything less precise, and every interval, is a bar. */
  point: boolean;
  /** `open`: goes on, or was since ever, drawn as an arrow. `unknown`: began or ended, nobody knows when. `unsure`: about then, or perhaps. */
  startIs: SpanEnd;
  endIs: SpanEnd;
}
export type SpanEnd = 'sure' | 'unsure' | 'open' | 'unknown';

/** The span of an EDTF text; null for what is undated. An end that is open or unknown lies where the other one does. */
export function spanOf(date: string): Span | null {
  const edtf = parseEdtf(date);
  const bounds = edtfBounds(date);
  if (edtf === null || bounds === null) return null;
  if (edtf.kind === 'date') {
    const sure = sureness(edtf.date);
    return { start: bounds[0], end: bounds[1], point: edtf.date.precision === 'day', startIs: sure, endIs: sure };
  }
  const [start, end] = bounds;
  return {
    start: Number.isFinite(start) ? start : end,
    end: Number.isFinite(end) ? end : start,
    point: false,
    startIs: sureness(edtf.start),
    endIs: sureness(edtf.end),
  };
}

function sureness(end: EdtfEnd): SpanEnd {
  if (typeof end === 'string') return end;
  return end.uncertain || end.approximate ? 'unsure' : 'sure';
}
