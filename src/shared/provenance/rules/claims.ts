import type { ProvenanceFacts } from '../facts';
import { finding, type Finding } from '../finding';
import { marksIn, placeIn, type MarkedStretch, type Passage } from '../passages';
import type { MemoReading } from '../read';

/** A claim marked in the text, with the words. */
export interface MarkedClaim extends MarkedStretch {
  passage: Passage;
  words: string;
}

export function markedClaims({ passages }: MemoReading): MarkedClaim[] {
  return passages.flatMap((passage) =>
    marksIn(passage)
      .filter(({ kind }) => kind === 'claim')
      .map((mark) => ({ ...mark, passage, words: passage.text.slice(mark.start, mark.end) })),
  );
}

/** Claims without evidence, on a single source, or not in the library: each said once, where the claim is marked first. */
export function claimRules(reading: MemoReading, { claims }: ProvenanceFacts): Finding[] {
  const seen = new Set<string>();
  return markedClaims(reading).flatMap((marked): Finding[] => {
    const claim = claims.get(marked.id);
    const place = placeIn(marked.passage, marked.start, marked.end);
    const { words } = marked;
    const unmark = {
      kind: 'unmark',
      label: 'Take the mark off',
      mark: { kind: 'claim', id: marked.id },
      place,
    } as const;
    if (!claim || claim.standing === 'trashed') {
      const message = claim
        ? `The claim “${claim.statement}” is in the Trash. Restore it, or take its mark off these words.`
        : 'These words are marked as a claim that is not in the library. Take the mark off.';
      const restore = {
        kind: 'restore',
        label: 'Restore the claim',
        target: { kind: 'claim', id: marked.id },
      } as const;
      return [
        finding({
          rule: 'claim-not-in-library',
          place,
          words,
          message,
          about: [marked.id, words],
          fixes: claim ? [restore, unmark] : [unmark],
        }),
      ];
    }
    if (seen.has(claim.id)) return [];
    seen.add(claim.id);
    const open = { kind: 'open', label: 'Open the claim', target: { kind: 'claim', id: claim.id } } as const;
    const about = [claim.id, claim.status];
    if (claim.status === 'unsupported') {
      const message = `Nothing in the library supports “${claim.statement}”. Link an excerpt that does, or say less.`;
      return [finding({ rule: 'claim-without-evidence', place, words, message, about, fixes: [open, unmark] })];
    }
    if (claim.status === 'single-source') {
      const message = `“${claim.statement}” rests on a single source. Find a second one, or say whose word it is.`;
      return [finding({ rule: 'claim-single-source', place, words, message, about, fixes: [open, unmark] })];
    }
    return [];
  });
}
