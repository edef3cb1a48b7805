import * as v from 'valibot';
import type { RoleThen } from '../actors/roles';
import { id, list, longText, requiredLine, type RowTimes } from './common';
import type { Excerpt } from './excerpts';

export const evidenceStances = ['supports', 'contradicts', 'context'] as const;
export type EvidenceStance = (typeof evidenceStances)[number];
export const positionStances = ['asserts', 'denies', 'confirms', 'declines', 'retracts'] as const;
export type PositionStance = (typeof positionStances)[number];
/** held: said by the actor. reported: said of the actor by somebody else; never counted as held. */
export const positionManners = ['held', 'reported'] as const;
export type PositionManner = (typeof positionManners)[number];

export const claimStatuses = [
  'unsupported',
  'single-source',
  'corroborated',
  'contested',
  'denied',
  'retracted',
] as const;
/** Derived, never stored: see shared/claims/status.ts. */
export type ClaimStatus = (typeof claimStatuses)[number];
/** Where one actor stands now. `retracted`: affirmed once and took it back. */
export const stands = ['affirms', 'denies', 'divided', 'retracted', 'none'] as const;
export type Stand = (typeof stands)[number];
export const evidenceStance = v.picklist(evidenceStances);
export const positionStance = v.picklist(positionStances);
export const positionManner = v.picklist(positionManners);

export const claimRelationKinds = ['refines', 'entails', 'conflicts'] as const;
export type ClaimRelationKind = (typeof claimRelationKinds)[number];
export const claimRelationKind = v.picklist(claimRelationKinds);

/** How a claim bears on another. "conflicts" goes both ways; the others lead from the claim that refines or entails. */
export interface ClaimRelation {
  id: string;
  kind: ClaimRelationKind;
  /** `to`: the claim being shown refines or entails the other; `from`: the other does so to it. */
  direction: 'to' | 'from';
  reason: string;
  claimId: string;
  statement: string;
  status: ClaimStatus;
}

export const originKinds = ['wire', 'same-text', 'according-to', 'other'] as const;
export type OriginKind = (typeof originKinds)[number];

export const originFields = {
  /** What sources have their words from: "Northern Wire, 3 February", "the ministry's statement". */
  name: requiredLine(300),
  kind: v.optional(v.picklist(originKinds), 'other'),
  note: v.optional(longText(5000), ''),
  /** The whole list; a source that has another origin leaves it. */
  sourceIds: v.optional(list(id, 1000), []),
};

/** What several sources have their words from: together they count as one. */
export interface Origin {
  id: string;
  name: string;
  kind: OriginKind;
  note: string;
  sources: { id: string; shortCitation: string; title: string }[];
  /** Pieces of evidence that name it themselves. */
  evidenceCount: number;
}

/** Two sources whose newest texts are so alike that they may have one origin. */
export interface OriginProposal {
  sources: [Origin['sources'][number], Origin['sources'][number]];
  /** Share of their runs of words that both have, 0 to 1, estimated. */
  likeness: number;
  /** The origin that one of them has already, which the other would share. */
  origin: { id: string; name: string } | null;
}

export interface Evidence {
  id: string;
  claimId: string;
  excerptId: string;
  stance: EvidenceStance;
  /** Why this excerpt bears on the claim, in the researcher's words. */
  reason: string;
  /** Where this passage has its words from, as somebody said; else the origin of its source counts. */
  originId: string | null;
  /** What it counts as one with: its own origin, else its source's. */
  origin: { id: string; name: string } | null;
  /** Whom the passage itself names as where it has it from ("according to …"); '' if nobody. Offered, never counted. */
  attribution: string;
  /** EDTF, of the source; '' if undated. */
  date: string;
  excerpt: Excerpt;
}

export interface Position {
  id: string;
  claimId: string;
  claimStatement: string;
  actorId: string;
  actorName: string;
  /** The offices that the actor held at this date; none where that is not on record. */
  roleThen: RoleThen[];
  stance: PositionStance;
  manner: PositionManner;
  /** EDTF, '' if unknown. */
  date: string;
  excerptId: string | null;
  excerpt: Excerpt | null;
  note: string;
}

export interface ClaimSummary extends RowTimes {
  id: string;
  statement: string;
  status: ClaimStatus;
  supports: number;
  contradicts: number;
  positions: number;
  tags: string[];
  /** The earliest date on which it was supported, contradicted or taken a position on; EDTF, '' if all is undated. */
  firstAppearance: string;
}

export interface ClaimDetail extends ClaimSummary {
  note: string;
  /** Why the status is what it is, in a few sentences. */
  explanation: string;
  relations: ClaimRelation[];
  evidence: Evidence[];
  /** In order of date, undated last. */
  positionList: Position[];
  usedIn: MemoUse[];
}

/** Where an actor stands on a claim, on a date or now. */
export interface LedgerEntry {
  claimId: string;
  statement: string;
  actorId: string;
  actorName: string;
  stand: Stand;
  /** Whether the date on which it was taken is so imprecise, or missing, that it may be later. */
  perhaps: boolean;
  /** What the actor said last, declining to comment too; null if the actor said nothing. */
  latest: { positionId: string; stance: PositionStance; date: string } | null;
  /** The offices that the actor held when saying that; none where it is not on record. */
  roleThen: RoleThen[];
  /** The positions that the stand rests on, by id: the latest held ones that say anything. */
  positionIds: string[];
  /** What others say of the actor, the latest first; never counted. */
  reported: { positionId: string; stance: PositionStance; date: string }[];
}

/** A memo that marks, mentions or cites something. */
export interface MemoUse {
  memoId: string;
  memoTitle: string;
  count: number;
}
