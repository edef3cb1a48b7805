import { endsEarly, startOf, type Draft } from './drafts';
import { noteMark, numbered } from './notes';
import { rowText } from './rows';

/**
 * Puts paragraphs together that go on in the next column or on the next page, and each page's footnotes after the text that
 * begins on it.
 */
export function joinAcross(drafts: readonly Draft[]): Draft[] {
  const indents = usesIndents(drafts);
  const text: Draft[] = [];
  const notes: Draft[] = [];
  for (const draft of drafts) {
    const list = draft.kind === 'footnote' ? notes : text;
    const last = list.at(-1);
    const goesOn =
      draft.kind === 'footnote'
        ? last !== undefined && noteMark(draft.parts[0]?.[0]) === null
        : last && continues(last, draft, indents);
    if (last && goesOn) last.parts[0]?.push(...(draft.parts[0] ?? []));
    else list.push({ ...draft, parts: draft.parts.map((rows) => [...rows]) });
  }
  const ordered: Draft[] = [];
  for (const draft of text) {
    while (notes[0] && notes[0].page < draft.page) ordered.push(...notes.splice(0, 1));
    ordered.push(draft);
  }
  return [...ordered, ...notes].map((draft) => (draft.kind === 'footnote' ? numbered(draft) : draft));
}

function continues(last: Draft, draft: Draft, indents: boolean): boolean {
  const from = last.parts[0]?.at(-1);
  const to = draft.parts[0]?.[0];
  if (!from || !to || last.parts.length > 1 || draft.kind !== 'paragraph') return false;
  if (!['paragraph', 'list-item', 'quotation'].includes(last.kind) || last.flow === draft.flow) return false;
  if (Math.abs(from.size - to.size) > 0.12 * from.size) return false;
  const ended = /[.!?…:؟۔][\p{Pf}\p{Pe}"'\p{Nd}]*$/u.test(rowText(from));
  const wasFull = !endsEarly(from, to, last.column);
  if (/^\p{Ll}/u.test(rowText(to))) return !ended || wasFull;
  if (!ended) return wasFull;
  // A full stop at the end of a full last line: only indentation can tell then.
  const isIndented = startOf(to, draft.column) - draft.column.start > 0.6 * to.size;
  return indents && wasFull && !isIndented;
}

/** Whether paragraphs are told by the indentation of their first lines. */
function usesIndents(drafts: readonly Draft[]): boolean {
  const paragraphs = drafts.filter(({ kind, parts: [rows] }) => kind === 'paragraph' && (rows?.length ?? 0) > 2);
  const indented = paragraphs.filter(({ parts: [rows = []], column }) => {
    const [first, second] = rows;
    return first && second && startOf(first, column) - startOf(second, column) > 0.6 * first.size;
  });
  return indented.length > 0.3 * paragraphs.length;
}
