import * as v from 'valibot';
import type { RoleThen } from '../actors/roles';
import type { ActorKind } from './actors';
import { claimStatuses, type ClaimStatus, type PositionStance, type Stand } from './claims';
import { edtfDate, id, list, type Locator } from './common';
import { memoFormats } from './exports';

export const matrixAcross = ['actors', 'sources'] as const;
export type MatrixAcross = (typeof matrixAcross)[number];

/** Which claims stand in a matrix, and what they are held against. What is left out does not narrow. */
export const matrixQuestion = {
  across: v.optional(v.picklist(matrixAcross), 'actors'),
  /** EDTF; '' for now. */
  asOf: v.optional(edtfDate, ''),
  tagId: v.optional(id),
  collectionId: v.optional(id),
  claimIds: v.optional(list(id, 10_000)),
  statuses: v.optional(list(v.picklist(claimStatuses), claimStatuses.length)),
  /** Actors or sources, by id. */
  columnIds: v.optional(list(id, 10_000)),
};

/** As a spreadsheet, or as any format that memos have. */
export const matrixFormats = ['csv', ...memoFormats] as const;

export interface MatrixClaim {
  id: string;
  statement: string;
  status: ClaimStatus;
}

/** An actor or a source. */
export interface MatrixColumn {
  id: string;
  name: string;
  /** The office an actor held on the date, or a source's title. */
  note: string;
  /** Of an actor; null for sources. */
  kind: ActorKind | null;
}

/** An excerpt that a cell rests on, as it is cited. */
export interface MatrixCitation {
  excerptId: string;
  sourceId: string;
  citationKey: string;
  shortCitation: string;
  locator: Locator | null;
}

/** What an actor holds of a claim. */
export interface ActorCell {
  claimId: string;
  columnId: string;
  stand: Stand;
  /** The date of what the stand rests on is too imprecise, or missing: it may be later. */
  perhaps: boolean;
  /** What the actor said last, declining to comment too; null if the actor said nothing. */
  latest: { stance: PositionStance; date: string } | null;
  /** The offices that the actor held when saying that; none where it is not on record. */
  roleThen: RoleThen[];
  /** What others said last of the actor; never counted as held. */
  reported: { stance: PositionStance; date: string } | null;
  citations: MatrixCitation[];
}

/** What a source says of a claim: how many excerpts of it support, contradict, or give context. */
export interface SourceCell {
  claimId: string;
  columnId: string;
  supports: number;
  contradicts: number;
  context: number;
  perhaps: boolean;
  citations: MatrixCitation[];
}

/** Claims down, actors or sources across. Cells are there only where there is something to say. */
export type Matrix = {
  asOf: string;
  /** Every date on which something of these claims was said or published, in order: where the picture changes. EDTF. */
  dates: string[];
  /** By first appearance. */
  claims: MatrixClaim[];
  /** Actors with the most to say first; sources in order of date. */
  columns: MatrixColumn[];
} & ({ across: 'actors'; cells: ActorCell[] } | { across: 'sources'; cells: SourceCell[] });
