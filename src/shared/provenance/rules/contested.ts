import { isAttributed } from '../attributed';
import type { ClaimFact, ProvenanceFacts } from '../facts';
import { finding, type Finding } from '../finding';
import { placeIn } from '../passages';
import type { MemoReading } from '../read';
import type { Sentence } from '../sentences';
import { markedClaims, type MarkedClaim } from './claims';

const standing: Partial<Record<ClaimFact['status'], string>> = {
  contested: 'is contested',
  denied: 'is denied, and nothing supports it',
  retracted: 'was taken back by those who made it',
};

/** Claims that are contested, denied or retracted, in sentences that do not say whose word they are. */
export function contestedAsFact(reading: MemoReading, { claims, locale }: ProvenanceFacts): Finding[] {
  return markedClaims(reading).flatMap((marked): Finding[] => {
    const claim = claims.get(marked.id);
    if (!claim || claim.standing === 'trashed') return [];
    const how = standing[claim.status];
    if (how === undefined || isQuoted(marked)) return [];
    const around = reading.sentences.filter((sentence) => touches(sentence, marked));
    if (around.some((sentence) => insideQuotation(sentence, marked) || isAttributed(sentence.text, locale))) return [];
    return [
      finding({
        rule: 'claim-contested-as-fact',
        place: placeIn(marked.passage, marked.start, marked.end),
        words: marked.words,
        message: `“${claim.statement}” ${how}, and this sentence states it as a fact. Say whose word it is, or that it is disputed.`,
        about: [claim.id, claim.status, ...around.map(({ text }) => text)],
        fixes: [{ kind: 'open', label: 'Open the claim', target: { kind: 'claim', id: claim.id } }],
      }),
    ];
  });
}

function isQuoted({ passage: { kind, footnote } }: MarkedClaim): boolean {
  return footnote === null && (kind === 'quotation' || kind === 'excerpt-quotation');
}

function touches({ passage, place }: Sentence, marked: MarkedClaim): boolean {
  return passage === marked.passage && place.start < marked.end && place.end > marked.start;
}

function insideQuotation({ quotes }: Sentence, { start, end }: MarkedClaim): boolean {
  return quotes.some(([from, to]) => from <= start + 1 && to >= end - 1);
}
