import * as v from 'valibot';
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

export interface EventSummary extends RowTimes {
  id: string;
  title: string;
  date: string;
  place: string;
  description: string;
  actors: { actorId: string; name: string; role: string }[];
  excerptIds: string[];
}

export interface EventDetail extends EventSummary {
  excerpts: Excerpt[];
}
