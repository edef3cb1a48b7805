import * as v from 'valibot';
import type { DateStanding } from '../events/dates';
import { edtfDate, id, line, list, longText, requiredLine, type RowTimes } from './common';
import type { Excerpt } from './excerpts';

export const eventFields = {
  title: requiredLine(500),
  /** EDTF: its precision is the event's precision. */
  date: v.optional(edtfDate, ''),
  place: v.optional(line(300), ''),
  description: v.optional(longText(20_000), ''),
  actors: v.optional(list(v.strictObject({ actorId: id, role: v.optional(line(200), '') }), 1000), []),
  excerptIds: v.optional(list(id, 10_000), []),
};

/** A date that somebody gives an event, and what that rests on. */
export const eventDateFields = {
  /** EDTF; not ''. */
  date: v.pipe(edtfDate, v.minLength(1)),
  excerptId: v.optional(v.nullable(id), null),
  note: v.optional(line(2000), ''),
};

export interface EventDate {
  id: string;
  date: string;
  note: string;
  excerptId: string | null;
  /** Short citation of the source it rests on; '' for none, or none that is not in the Trash. */
  citation: string;
  /** How it stands to the date that the event goes by. */
  standing: DateStanding;
}

export interface EventSummary extends RowTimes {
  id: string;
  title: string;
  date: string;
  place: string;
  description: string;
  actors: { actorId: string; name: string; role: string }[];
  excerptIds: string[];
  /** Dates that sources give it, in the order they were put down; `date` is the one that the researcher goes by. */
  dates: EventDate[];
  /** Whether two of its dates cannot both be true. */
  datesConflict: boolean;
}

export interface EventDetail extends EventSummary {
  dates: (EventDate & { excerpt: Excerpt | null })[];
  excerpts: Excerpt[];
}
