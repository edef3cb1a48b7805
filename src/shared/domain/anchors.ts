import * as v from 'valibot';
import type { AnchorCandidate, Difference, Verdict } from '../anchoring';
import { offset, type Locator } from './common';
import type { Excerpt } from './excerpts';

/**
 * What a person decided about an excerpt in a later snapshot: it stands at this place, the old snapshot is what counts, or the
 * passage is gone from the source.
 */
export const anchorChoice = v.variant('decision', [
  v.strictObject({ decision: v.literal('place'), start: offset, end: offset }),
  v.strictObject({ decision: v.literal('keep') }),
  v.strictObject({ decision: v.literal('gone') }),
]);
export type AnchorChoice = v.InferOutput<typeof anchorChoice>;

export interface TextPlace {
  start: number;
  end: number;
}

/** How an excerpt stands in another snapshot of its source than the one it was made in. */
export interface ExcerptStanding {
  snapshotId: string;
  /** Found by the machine; see shared/anchoring/reanchor.ts. */
  verdict: Verdict;
  /** Where it is shown: found or chosen. A place of changed words is a proposal until somebody has looked. */
  place: TextPlace | null;
  /** Of that place. */
  locator: Locator | null;
  /** By a person, for this snapshot or for an earlier one whose decision still holds. */
  decision: AnchorChoice['decision'] | null;
  /** Changed, ambiguous or lost, in the newest snapshot, and nobody has decided. */
  needsLook: boolean;
}

/** The same with its excerpt's id, for the reader. */
export interface StandingOf extends ExcerptStanding {
  excerptId: string;
}

/** A passage with what stands around it. */
export interface PassageInContext {
  before: string;
  text: string;
  after: string;
}

export interface SettlingCandidate extends AnchorCandidate {
  passage: PassageInContext;
  locator: Locator | null;
  /** From the excerpt's words to those of the candidate. */
  differences: Difference[];
}

/** Everything needed to decide about one excerpt: the old passage and the candidates, side by side. */
export interface Settling {
  excerpt: Excerpt;
  standing: ExcerptStanding;
  old: PassageInContext & { capturedAt: string };
  capturedAt: string;
  candidates: SettlingCandidate[];
}

/** How many excerpts have each verdict in a snapshot. */
export type VerdictCounts = Record<Verdict, number>;
