import { endOf, endsEarly, startOf, type Column, type Draft } from './drafts';
import { listMarkers, type Marker } from './lists';
import { noteMark } from './notes';
import { heaviest, isRtl, rowText, type Row } from './rows';
import { tableRows, type Cell } from './tables';

/** How the document's running text is set. */
export interface BodyType {
  size: number;
  font: string;
  mono: boolean;
}

/** The rows of one column as blocks, by what is seen: distances, indentation, type size, markers. */
export function draftsOf(rows: readonly Row[], place: Pick<Draft, 'page' | 'flow'>, body: BodyType): Draft[] {
  const column = columnOf(rows);
  const notes = footnoteRows(rows, body);
  const text = rows.slice(0, rows.length - notes.length);
  return [...textDrafts(text, place, body, column), ...noteDrafts(notes, place, column)];
}

function columnOf(rows: readonly Row[]): Column {
  const rtl = isRtl(rows.flatMap((row) => row.words.map(({ word }) => word)));
  const lines = rows.map((row) => ({ row, text: rowText(row) }));
  const start = heaviest(lines, ({ row }) => Math.round(startOf(row, { rtl }) / 2) * 2) ?? 0;
  const ends = rows.map((row) => endOf(row, { rtl })).sort((a, b) => b - a);
  // One row that runs over the edge does not make the column wider.
  return { rtl, start, end: ends[rows.length > 8 ? 1 : 0] ?? 0 };
}

interface Reading {
  body: BodyType;
  column: Column;
  markers: Map<Row, Marker>;
  tables: Map<Row, Cell[]>;
  pitch: (row: Row) => number;
}

function textDrafts(
  rows: readonly Row[],
  place: Pick<Draft, 'page' | 'flow'>,
  body: BodyType,
  column: Column,
): Draft[] {
  const reading: Reading = {
    body,
    column,
    markers: listMarkers(rows),
    tables: tableRows(rows),
    pitch: pitches(rows),
  };
  const drafts: Draft[] = [];
  for (const [index, row] of rows.entries()) {
    const draft = drafts.at(-1);
    const before = rows[index - 1];
    const cells = reading.tables.get(row);
    if (cells)
      drafts.push({
        kind: 'table-row',
        ...place,
        column,
        skipped: 0,
        parts: cells.map((words) => [{ ...row, words }]),
      });
    else if (draft && before && goesOn(draft, before, row, rows[index + 1], reading)) draft.parts[0]?.push(row);
    else drafts.push(begun(row, place, reading));
  }
  return drafts.map((draft) => dressed(draft, reading));
}

function begun(row: Row, place: Pick<Draft, 'page' | 'flow'>, { markers, column, body }: Reading): Draft {
  const common = { ...place, column, parts: [[row]] };
  if (isCode(row, body)) return { ...common, kind: 'preformatted', skipped: 0 };
  const marker = markers.get(row);
  if (!marker) return { ...common, kind: 'paragraph', skipped: 0 };
  const level = startOf(row, column) - column.start > 1.2 * row.size ? 2 : 1;
  return { ...common, kind: 'list-item', level, skipped: 1, ...marker };
}

/** The usual distance from a row to the one above it, by type size. */
function pitches(rows: readonly Row[]): (row: Row) => number {
  const distances = new Map<number, number[]>();
  for (const [index, row] of rows.entries()) {
    const before = rows[index - 1];
    if (!before || Math.abs(before.size - row.size) > 0.05 * row.size) continue;
    const size = Math.round(row.size);
    distances.set(size, [...(distances.get(size) ?? []), row.baseline - before.baseline]);
  }
  return (row) => {
    const same = [...(distances.get(Math.round(row.size)) ?? [])].sort((a, b) => a - b);
    // Below the middle: in short texts most distances may be those between paragraphs.
    return Math.min(same[Math.floor(same.length * 0.3)] ?? Infinity, 2 * row.size) || 1.3 * row.size;
  };
}

/** Whether a row belongs to the block of the row above it. */
function goesOn(draft: Draft, before: Row, row: Row, after: Row | undefined, reading: Reading): boolean {
  const { column, markers, tables, pitch, body } = reading;
  if (markers.has(row) || tables.has(before)) return false;
  if (Math.abs(row.size - before.size) > 0.12 * body.size) return false;
  const distance = row.baseline - before.baseline;
  if (distance > 1.3 * pitch(row) + 0.5 || distance < 0) return false;
  if (isCode(before, body) || isCode(row, body)) return isCode(before, body) && isCode(row, body);
  // A line of another font, whole, is a heading or the end of one; larger lines are titles, broken where it looks well.
  if (isDisplay(before, body) !== isDisplay(row, body)) return false;
  if (isDisplay(row, body)) return true;

  const em = row.size;
  const first = draft.parts[0]?.[0] ?? before;
  const indent = startOf(row, column) - startOf(before, column);
  if (draft.kind === 'list-item') {
    const hangs = startOf(row, column) - startOf(first, column) > 0.4 * em;
    return hangs ? !endsEarly(before, row, column) || indent > -0.4 * em : !endsEarly(before, row, column);
  }
  const isFirst = before === first;
  if (indent > 0.6 * em) {
    // Indented: a new paragraph, unless the first one hangs out.
    const hangs = isFirst && after !== undefined && Math.abs(startOf(after, column) - startOf(row, column)) < 0.4 * em;
    return hangs && !endsEarly(before, row, column);
  }
  if (indent < -0.6 * em && !isFirst) return false;
  return !endsEarly(before, row, column);
}

/** In a typewriter's face where the text is not. */
function isCode(row: Row, body: BodyType): boolean {
  return row.mono && !body.mono;
}

/** Set to be seen: larger than running text, or in another font throughout. */
function isDisplay(row: Row, body: BodyType): boolean {
  if (row.size > 1.12 * body.size) return true;
  return (
    row.font !== body.font &&
    Math.abs(row.size - body.size) < 0.12 * body.size &&
    row.words.every(({ word }) => word.font !== body.font)
  );
}

/** What kind of block gathered rows make. */
function dressed(draft: Draft, { body, column }: Reading): Draft {
  const rows = draft.parts.flat();
  const [first] = rows;
  if (draft.kind !== 'paragraph' || !first) return draft;
  const text = rows.map(rowText).join(' ');
  if (rows.every((row) => isDisplay(row, body))) {
    const isLarge = first.size > 1.12 * body.size;
    if (text.length <= 250 && rows.length <= 4 && /\p{L}/u.test(text) && (isLarge || !/[.;:,]$/u.test(text)))
      return { ...draft, kind: 'heading' };
  }
  if (caption.test(text)) return { ...draft, kind: 'caption' };
  const em = first.size;
  const insets = rows.map((row) => startOf(row, column) - column.start);
  const isInset =
    rows.length >= 2 && insets.every((inset) => inset > 0.9 * em && Math.abs(inset - (insets[1] ?? 0)) < 2.5 * em);
  const isNarrow = rows.every((row) => endOf(row, column) < column.end - 0.7 * em);
  return isInset && isNarrow && Math.abs((insets[0] ?? 0) - (insets[1] ?? 0)) < 0.5 * em
    ? { ...draft, kind: 'quotation' }
    : draft;
}

const caption =
  /^(?:figure|fig\.|table|chart|map|box|abbildung|abb\.|tabelle|tableau|figura|cuadro|рис\.|рисунок|таблица|şekil|cədvəl|شکل|جدول|نمودار)\s*[\p{N}.-]+\s*[.:–—|-]/iu;

/** Rows at a column's foot in smaller type, from the first that begins with a note's mark on, or all that go on from a former page. */
function footnoteRows(rows: readonly Row[], body: BodyType): Row[] {
  let from = rows.length;
  while (from > 0 && (rows[from - 1]?.size ?? 0) < 0.93 * body.size) from -= 1;
  const small = rows.slice(from);
  if (small.length === 0 || small.length === rows.length) return small.length > 0 && noteMark(small[0]) ? small : [];
  const marked = small.findIndex((row) => noteMark(row) !== null);
  return marked === -1 ? [] : small.slice(marked === 0 ? 0 : goesOnFromBefore(small, marked) ? 0 : marked);
}

/** What precedes the first mark is the rest of a former page's note when it stands at the same edge, close by. */
function goesOnFromBefore(small: readonly Row[], marked: number): boolean {
  const last = small[marked - 1];
  const next = small[marked];
  return last !== undefined && next !== undefined && next.baseline - last.baseline < 2 * next.size;
}

function noteDrafts(rows: readonly Row[], place: Pick<Draft, 'page' | 'flow'>, column: Column): Draft[] {
  const drafts: Draft[] = [];
  for (const row of rows) {
    const draft = drafts.at(-1);
    if (draft && noteMark(row) === null) draft.parts[0]?.push(row);
    else drafts.push({ kind: 'footnote', ...place, column, parts: [[row]], skipped: 0 });
  }
  return drafts;
}
