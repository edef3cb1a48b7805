import type { Locator } from '../../domain/common';
import { shortLocator } from '../../excerpts/locator';
import type { CitationItem } from '../../memo/document';
import type { ProvenanceFacts } from '../facts';
import { finding, type Finding, type Fix } from '../finding';
import { citationsIn, type CalledCitation } from '../passages';
import { quotationKey, type QuotedWords } from '../quotations';
import type { MemoReading } from '../read';

/** A citation's item that should say where in the source, and where that is, if it is known. */
interface Unplaced {
  called: CalledCitation;
  item: number;
  locator: Locator | null;
  words: string;
}

/** Quotations and paraphrases whose citation does not say where in the source they stand. */
export function quotationLocators(reading: MemoReading, facts: ProvenanceFacts): Finding[] {
  const unplaced = new Map<string, Unplaced>();
  const add = (one: Unplaced | null) => {
    const key = one && `${one.called.citation.id} ${one.item}`;
    if (one && key !== null && !unplaced.has(key)) unplaced.set(key, one);
  };
  for (const quotation of reading.quotations) add(ofQuotation(quotation, reading, facts));
  for (const passage of reading.passages) {
    if (passage.footnote !== null) continue;
    for (const called of citationsIn(passage)) {
      for (const [item, { locator, excerptId }] of called.citation.items.entries()) {
        const excerpt = excerptId === null ? undefined : facts.excerpts.get(excerptId);
        if (locator !== '' || !excerpt || !['quotation', 'paraphrase'].includes(excerpt.kind)) continue;
        add({ called, item, locator: excerpt.locator, words: excerpt.text });
      }
    }
  }
  return [...unplaced.values()].map((one) => findingOf(one, facts));
}

function ofQuotation(quotation: QuotedWords, reading: MemoReading, facts: ProvenanceFacts): Unplaced | null {
  const verdict = facts.verdicts.get(quotationKey(quotation));
  if (!verdict || (verdict.kind === 'unchecked' && quotation.kind === 'running')) return null;
  const excerpt = facts.excerpts.get(quotation.excerptIds[0] ?? '');
  const sourceId = verdict.kind === 'unchecked' ? excerpt?.sourceId : verdict.sourceId;
  const locator = excerpt?.locator ?? (verdict.kind === 'verbatim' ? verdict.locator : null);
  // A text without pages or paragraphs has nothing to count by.
  if (locator === null && verdict.kind === 'verbatim') return null;
  const citations = quotation.kind === 'linked' ? besideBlock(quotation, reading) : quotation.citations;
  const items = citations.flatMap((called) =>
    called.citation.items.flatMap((item, index) =>
      isOf(item, sourceId, facts) ? [{ called, item: index, facts: item }] : [],
    ),
  );
  const [first] = items;
  if (first === undefined || items.some((item) => item.facts.locator !== '')) return null;
  return { called: first.called, item: first.item, locator, words: quotation.words };
}

function isOf({ sourceId }: CitationItem, wanted: string | undefined, { sources }: ProvenanceFacts): boolean {
  return wanted === undefined || (sources.get(sourceId)?.id ?? sourceId) === wanted;
}

/** The citations of a linked quotation: its own, else those of the blocks on either side, as exports read them. */
function besideBlock({ place, citations }: QuotedWords, { passages }: MemoReading): readonly CalledCitation[] {
  if (citations.length > 0) return citations;
  return passages
    .filter(({ block, footnote }) => footnote === null && Math.abs(block - place.block) === 1)
    .flatMap(citationsIn);
}

function findingOf({ called, item, locator, words }: Unplaced, { sources }: ProvenanceFacts): Finding {
  const { citation, place } = called;
  const { sourceId } = citation.items[item]!;
  const source = sources.get(sourceId);
  const name = source?.shortCitation || source?.title || 'its source';
  const where = shortLocator(locator);
  const fixes: Fix[] = source
    ? [{ kind: 'open', label: 'Open the source', target: { kind: 'source', id: source.id } }]
    : [];
  if (locator !== null)
    fixes.unshift({ kind: 'locator', label: `Add “${where}”`, citationId: citation.id, item, locator });
  return finding({
    rule: 'quotation-without-locator',
    place,
    citationId: citation.id,
    words,
    message: `The citation of ${name} does not say where these words stand. ${where === '' ? 'Add the page or paragraph.' : `They stand at ${where}.`}`,
    about: [source?.id ?? sourceId, words],
    fixes,
  });
}
