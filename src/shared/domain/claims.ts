import * as v from 'valibot';
import type { RoleThen } from '../actors/roles';
import type { RowTimes } from './common';
import type { Excerpt } from './excerpts';

export const evidenceStances = ['supports', 'contradicts', 'context'] as const;
export type EvidenceStance = (typeof evidenceStances)[number];
export const positionStances = ['asserts', 'denies', 'confirms', 'declines', 'retracts'] as const;
export type PositionStance = (typeof positionStances)[number];
/** held: said by the actor. reported: said of the actor by somebody else; never counted as held. */
export const positionManners = ['held', 'reported'] as const;
export type PositionManner = (typeof positionManners)[number];

export const claimStatuses = ['unsupported', 'single-source', 'supported', 'contested', 'denied', 'retracted'] as const;
/** Derived, never stored: see shared/claims/status.ts. */
export type ClaimStatus = (typeof claimStatuses)[number];
export const evidenceStance = v.picklist(evidenceStances);
export const positionStance = v.picklist(positionStances);
export const positionManner = v.picklist(positionManners);

export interface Evidence {
  id: string;
  claimId: string;
  excerptId: string;
  stance: EvidenceStance;
  /** Why this excerpt bears on the claim, in the researcher's words. */
  reason: string;
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
}

export interface ClaimDetail extends ClaimSummary {
  note: string;
  evidence: Evidence[];
  /** In order of date, undated last. */
  positionList: Position[];
  usedIn: MemoUse[];
}

/** A memo that marks, mentions or cites something. */
export interface MemoUse {
  memoId: string;
  memoTitle: string;
  count: number;
}
