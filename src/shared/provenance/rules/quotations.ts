import { differences } from '../../anchoring';
import { fold } from '../../search/fold';
import { sourceName, type ProvenanceFacts, type QuotationVerdict } from '../facts';
import { finding, type Edit, type Finding, type Fix } from '../finding';
import { quotationKey, wordsToFind, type QuotedWords } from '../quotations';
import type { MemoReading } from '../read';

type Differs = Extract<QuotationVerdict, { kind: 'differs' }>;

/** Less like than this, and it is another passage: nothing is put in the place of the words. */
const leastLike = 0.6;
/** So few words in quotation marks may be a name or irony; they are taken for a quotation only where the source nearly has them. */
const fewWords = 2;
const fewWordsLike = 0.75;

/** Quotations that are not verbatim, with the difference; words in quotation marks that the cited source does not have. */
export function quotationWords({ quotations }: MemoReading, facts: ProvenanceFacts): Finding[] {
  return quotations.flatMap((quotation): Finding[] => {
    const verdict = facts.verdicts.get(quotationKey(quotation));
    if (verdict?.kind !== 'differs' || isTitle(quotation, facts)) return [];
    const likeness = verdict.nearest?.similarity ?? 0;
    if (quotation.kind === 'running' && wordCount(quotation.words) <= fewWords && likeness < fewWordsLike) return [];
    return [
      likeness >= leastLike || quotation.kind === 'linked'
        ? notVerbatim(quotation, verdict, facts)
        : notInSource(quotation, verdict, facts),
    ];
  });
}

function notVerbatim(quotation: QuotedWords, verdict: Differs, facts: ProvenanceFacts): Finding {
  const edits = editsOf(quotation, verdict);
  const fixes: Fix[] = edits.length > 0 ? [{ kind: 'edit', label: 'Use the source’s words', edits }] : [];
  return finding({
    rule: 'quotation-not-verbatim',
    place: quotation.place,
    words: quotation.words,
    message: `${calledBy(verdict, facts)} has other words. Use them, or take the quotation marks off.`,
    about: [verdict.sourceId, quotation.words],
    differences: verdict.differences,
    fixes: [...fixes, opening(quotation, verdict)],
  });
}

function notInSource(quotation: QuotedWords, verdict: Differs, facts: ProvenanceFacts): Finding {
  return finding({
    rule: 'quotation-not-in-source',
    place: quotation.place,
    words: quotation.words,
    message: `These words are not in the text of ${calledBy(verdict, facts)} that the library has. Cite the source that has them, or take the quotation marks off.`,
    about: [verdict.sourceId, quotation.words],
    fixes: [opening(quotation, verdict)],
  });
}

/** The words of the memo that have to change, and what the source has in their place. */
function editsOf({ place, words }: QuotedWords, { failing, nearest }: Differs): Edit[] {
  const from = words.indexOf(failing);
  if (!nearest || nearest.similarity < leastLike || from < 0) return [];
  const edits: Edit[] = [];
  let at = place.start + from;
  let open: Edit | null = null;
  for (const { kind, text } of differences(plain(nearest.text), failing)) {
    if (kind === 'same') {
      open = null;
      at += text.length;
      continue;
    }
    if (open === null) edits.push((open = { place: { ...place, start: at, end: at }, text: '' }));
    if (kind === 'removed') open.text += text;
    else open.place.end = at += text.length;
  }
  return edits;
}

/** A passage of a source as words to put into a line of a memo. */
function plain(text: string): string {
  return text.replace(/\u00AD/gu, '').replace(/\s+/gu, ' ');
}

function opening({ excerptIds }: QuotedWords, { sourceId }: Differs): Fix {
  const [excerpt] = excerptIds;
  return excerpt === undefined
    ? { kind: 'open', label: 'Open the source', target: { kind: 'source', id: sourceId } }
    : { kind: 'open', label: 'Open the excerpt', target: { kind: 'excerpt', id: excerpt } };
}

function calledBy({ sourceId }: Differs, { sources }: ProvenanceFacts): string {
  const source = [...sources.values()].find(({ id }) => id === sourceId);
  return source ? sourceName(source) : 'The source';
}

/** A work named in quotation marks is no quotation from it. */
function isTitle({ words, sourceIds }: QuotedWords, { sources }: ProvenanceFacts): boolean {
  const named = fold(wordsToFind(words)).trim();
  return sourceIds.some((id) => {
    const title = sources.get(id)?.title;
    return title !== undefined && fold(title).trim() === named;
  });
}

function wordCount(words: string): number {
  return (words.match(/[\p{L}\p{N}]+/gu) ?? []).length;
}
