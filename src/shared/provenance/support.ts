import type { ProvenanceFacts } from './facts';
import { isWithin } from './passages';
import { quotationKey, type QuotedWords } from './quotations';
import type { MemoReading } from './read';
import type { Sentence } from './sentences';

/** What a sentence rests on, by ids, each named once in the order of the text. */
export interface Support {
  sentence: Sentence;
  /** Those that stand in it. */
  quotations: QuotedWords[];
  /** Linked, cited, or found by their words: an excerpt that holds what the sentence quotes. */
  excerptIds: string[];
  /** By the ids they are cited by, and those of the excerpts. */
  sourceIds: string[];
  claimIds: string[];
  actorIds: string[];
}

/** What each sentence of a memo rests on. */
export function supportsOf({ sentences, quotations }: MemoReading, facts: ProvenanceFacts): Support[] {
  return sentences.map((sentence): Support => {
    const { passage, citations, marks } = sentence;
    const items = citations.flatMap(({ citation }) => citation.items);
    const own = quotations.filter(({ place }) => isWithin(place, sentence.place));
    const found = own.flatMap((quotation) => {
      const verdict = facts.verdicts.get(quotationKey(quotation));
      return verdict?.kind === 'verbatim' && verdict.excerptId !== null ? [verdict.excerptId] : [];
    });
    const linked = passage.excerptId === null ? [] : [passage.excerptId];
    const excerptIds = unique([...linked, ...items.flatMap(({ excerptId }) => excerptId ?? []), ...found]);
    const quoted = excerptIds.flatMap((id) => facts.excerpts.get(id)?.sourceId ?? []);
    const cited = items.map(({ sourceId }) => sourceId);
    const named = new Set(cited.map((id) => facts.sources.get(id)?.id ?? id));
    return {
      sentence,
      quotations: own,
      excerptIds,
      sourceIds: unique([...cited, ...quoted.filter((id) => !named.has(id))]),
      claimIds: unique(marks.filter(({ kind }) => kind === 'claim').map(({ id }) => id)),
      actorIds: unique([
        ...marks.filter(({ kind }) => kind === 'actor').map(({ id }) => id),
        ...passage.pieces.flatMap(({ inline, start, end }) =>
          inline.type === 'actor-mention' && start < sentence.place.end && end > sentence.place.start
            ? [inline.actorId]
            : [],
        ),
      ]),
    };
  });
}

/** Each id once, in order. */
export function unique(ids: readonly string[]): string[] {
  return [...new Set(ids)];
}

const question = /\?["”’»)\]]*$/u;

/** Whether a sentence says something that may be so or not: no heading, question, list of names or word to the reader. */
export function asserts({ passage: { kind }, text, quotes, place }: Sentence): boolean {
  if (kind === 'heading' || kind === 'code' || kind === 'quotation') return false;
  if (kind === 'excerpt-quotation' || kind === 'translation') return false;
  if (kind === 'table' || question.test(text)) return false;
  const own = quotes.reduceRight(
    (rest, [start, end]) =>
      rest.slice(0, Math.max(0, start - place.start)) + rest.slice(Math.max(0, end - place.start)),
    text,
  );
  return (own.match(/[\p{L}\p{N}]+/gu) ?? []).length >= 5 && /[.!…]["”’»)\]]*$/u.test(text);
}
