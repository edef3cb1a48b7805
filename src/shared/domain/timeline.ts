import type { PositionManner, PositionStance } from './claims';

/** An event as the timeline draws it: what it is called, when it was, and what it may be grouped by. */
export interface TimelineEvent {
  id: string;
  title: string;
  /** EDTF; '' for undated. */
  date: string;
  actors: { id: string; name: string }[];
  tags: string[];
  collections: string[];
  /** Other dates that sources give, EDTF. */
  otherDates: string[];
  /** Whether its dates cannot all be true. */
  datesConflict: boolean;
}

/** A dated position on a claim. */
export interface TimelinePosition {
  id: string;
  claimId: string;
  statement: string;
  actorId: string;
  actorName: string;
  stance: PositionStance;
  manner: PositionManner;
  date: string;
  tags: string[];
  collections: string[];
}

export type Timeline = {
  /** In order of date, undated last. */
  events: TimelineEvent[];
  positions: TimelinePosition[];
};
