import { placeIn, type CalledCitation, type Passage, type Place } from './passages';
import type { Sentence } from './sentences';

/** Words that a memo says are somebody else's. */
export interface QuotedWords {
  /** linked: the block of an excerpt. block: any other block quotation. running: between quotation marks in the text. */
  kind: 'linked' | 'block' | 'running';
  place: Place;
  words: string;
  /** The excerpts that they are said to be from: that of the block, or those that the citations beside them rest on. */
  excerptIds: string[];
  /** The sources that they are said to be from, by the ids they are cited by; the nearest first. */
  sourceIds: string[];
  /** The citations that stand for them. */
  citations: readonly CalledCitation[];
}

/** The quotations of a memo that name an excerpt or a source; of others nothing can be said. */
export function quotationsOf(passages: readonly Passage[], sentences: readonly Sentence[]): QuotedWords[] {
  const found: QuotedWords[] = [];
  for (const sentence of sentences) {
    const { kind } = sentence.passage;
    if (sentence.passage.footnote === null && (kind === 'quotation' || kind === 'excerpt-quotation')) {
      const block = blockQuotation(passages, sentences, sentence);
      if (block) found.push(block);
    } else if (kind !== 'heading' && kind !== 'translation') found.push(...runningQuotations(sentence));
  }
  return found;
}

function blockQuotation(
  passages: readonly Passage[],
  sentences: readonly Sentence[],
  { passage, place, text, citations }: Sentence,
): QuotedWords | null {
  const cited = citations.length > 0 ? citations : introducing(passages, sentences, passage);
  const { sourceIds, excerptIds } = namedBy(cited);
  const linked = passage.excerptId === null ? [] : [passage.excerptId];
  if (text === '' || linked.length + sourceIds.length === 0) return null;
  return {
    kind: linked.length > 0 ? 'linked' : 'block',
    place,
    words: text,
    excerptIds: [...new Set([...linked, ...excerptIds])],
    sourceIds,
    citations: cited,
  };
}

/** The citations of the sentence that leads to a block quotation: "Vell writes [cited]:". */
function introducing(
  passages: readonly Passage[],
  sentences: readonly Sentence[],
  { block }: Passage,
): readonly CalledCitation[] {
  const before = passages.findLast((passage) => passage.block === block - 1 && passage.footnote === null);
  if (before?.kind !== 'paragraph' || !/:\s*$/u.test(before.text)) return [];
  return sentences.findLast(({ passage }) => passage === before)?.citations ?? [];
}

function runningQuotations({ passage, quotes, citations }: Sentence): QuotedWords[] {
  const { sourceIds } = namedBy(citations);
  if (sourceIds.length === 0) return [];
  return quotes.map(([start, end]): QuotedWords => {
    // The citation after a quotation is its own, where there is one.
    const after = citations.filter(({ at }) => at >= end);
    const ordered = [...after, ...citations.filter(({ at }) => at < end).toReversed()];
    return {
      kind: 'running',
      place: placeIn(passage, start, end),
      words: passage.text.slice(start, end),
      ...namedBy(ordered),
      citations: ordered,
    };
  });
}

function namedBy(citations: readonly CalledCitation[]): Pick<QuotedWords, 'sourceIds' | 'excerptIds'> {
  const items = citations.flatMap(({ citation }) => citation.items);
  return {
    sourceIds: [...new Set(items.map(({ sourceId }) => sourceId))],
    excerptIds: [...new Set(items.flatMap(({ excerptId }) => excerptId ?? []))],
  };
}

/** The words to look for: without the comma or full stop that closes them in the memo's own sentence. */
export function wordsToFind(words: string): string {
  return words.trim().replace(/(?<=[\p{L}\p{M}\p{N}"”’»)\]])[.,;:]$/u, '');
}

/** By which the verdict on a quotation is kept. */
export function quotationKey({
  words,
  excerptIds,
  sourceIds,
}: Pick<QuotedWords, 'words' | 'excerptIds' | 'sourceIds'>): string {
  return JSON.stringify([words, excerptIds, sourceIds]);
}
