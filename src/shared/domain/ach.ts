import * as v from 'valibot';
import type { ClaimStatus } from './claims';
import { id, line, longText, requiredLine } from './common';

/** How a line of evidence stands to a hypothesis: very consistent … very inconsistent, neutral, or not applicable. */
export const achRatings = ['CC', 'C', 'N', 'I', 'II', 'NA'] as const;
export type AchRating = (typeof achRatings)[number];
export const achWeights = ['low', 'medium', 'high'] as const;
export type AchWeight = (typeof achWeights)[number];

export const achFields = { title: requiredLine(500), note: v.optional(longText(20_000), '') };
export const achItemFields = {
  credibility: v.optional(v.picklist(achWeights)),
  relevance: v.optional(v.picklist(achWeights)),
  note: v.optional(line(2000)),
};
/** What a line of evidence is: an excerpt or a claim. */
export const achEvidence = v.strictObject({ kind: v.picklist(['excerpt', 'claim']), id });

export interface AchSummary {
  id: string;
  title: string;
  note: string;
  hypotheses: number;
  items: number;
}

export interface AchHypothesis {
  id: string;
  claimId: string;
  statement: string;
  status: ClaimStatus;
  /** The inconsistency score; lower is better, 0 is nothing against it. */
  score: number;
  /** The same, with credibility and relevance of each line. */
  weighted: number;
  /** 1 for the least inconsistent by weighted score, then by score; equals share a rank. */
  rank: number;
}

export interface AchItem {
  id: string;
  kind: 'excerpt' | 'claim';
  /** Of the excerpt or claim. */
  targetId: string;
  text: string;
  /** Short citation of the excerpt's source; '' for a claim. */
  citation: string;
  /** Status of the claim; null for an excerpt. */
  status: ClaimStatus | null;
  credibility: AchWeight;
  relevance: AchWeight;
  note: string;
  /** How far it tells the hypotheses apart, from 0 (rates all of them alike) to 1. */
  diagnosticity: number;
  /** By hypothesis id; what is not there is not rated yet. */
  ratings: Record<string, AchRating>;
}

export type AchTable = AchSummary & {
  /** In the order they were added. */
  hypothesisList: AchHypothesis[];
  itemList: AchItem[];
  /** Cells that nobody rated yet. */
  unrated: number;
};
