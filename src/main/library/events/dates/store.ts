import type { ParsedInputOf } from '../../../../shared/contract';
import { isEdtf } from '../../../../shared/dates/edtf';
import type { EventDate } from '../../../../shared/domain/events';
import type { Change } from '../../changes/types';
import { badDate, missing } from '../../common/errors';
import { groupBy, wellFormed } from '../../common/rows';
import { requireLive } from '../../common/store';
import type { Reader } from '../../db/types';

export type EventDateRow = Omit<EventDate, 'standing'> & { eventId: string };

/** The dates that sources give events, all of them or one, in the order they were put down. Answers a look-up by event. */
export async function datesOfEvents(db: Reader, eventId?: string): Promise<(eventId: string) => EventDateRow[]> {
  const rows = await db.all<EventDateRow>(
    `SELECT d.event_id AS eventId, d.id, d.date, d.note, d.excerpt_id AS excerptId, coalesce(s.short_citation, '') AS citation
     FROM event_date d
     LEFT JOIN excerpt e ON e.id = d.excerpt_id AND e.deleted_at IS NULL
     LEFT JOIN source s ON s.id = e.source_id AND s.deleted_at IS NULL
     WHERE d.deleted_at IS NULL ${eventId === undefined ? '' : 'AND d.event_id = ?'} ORDER BY d.ordinal, d.id`,
    eventId === undefined ? [] : [eventId],
  );
  const groups = groupBy(rows, (row) => row.eventId);
  return (id) => groups.get(id) ?? [];
}

/** Adds a date that a source gives. Answers the event's id. @throws `not-found`, `bad-input` for what is no EDTF date */
export async function addDate(change: Change, input: ParsedInputOf<'events.addDate'>): Promise<string> {
  const { eventId } = input;
  await requireLive(change, 'event', eventId);
  await insertDate(change, eventId, await checked(change, input, null));
  return eventId;
}

/** Writes a given date whole. Answers the event's id. @throws `not-found`, `bad-input` */
export async function updateDate(change: Change, input: ParsedInputOf<'events.updateDate'>): Promise<string> {
  const { eventId, excerptId } = await dateRow(change, input.id);
  await change.update('event_date', input.id, await checked(change, input, excerptId));
  return eventId;
}

/** Answers the event's id. @throws `not-found` */
export async function removeDate(change: Change, id: string): Promise<string> {
  const { eventId } = await dateRow(change, id);
  await change.erase('event_date', id);
  return eventId;
}

/**
 * Makes a given date the one that the event goes by. The date before is put with those given, unless it is there, so that none
 * is lost. Answers the event's id. @throws `not-found`
 */
export async function goByDate(change: Change, id: string): Promise<string> {
  const { eventId, date } = await dateRow(change, id);
  const before = await change.get<{ date: string }>('SELECT date FROM event WHERE id = ?', [eventId]);
  const given = (await datesOfEvents(change, eventId))(eventId);
  if (before && before.date !== '' && !given.some((each) => each.date === before.date)) {
    await insertDate(change, eventId, { date: before.date, excerpt_id: null, note: '' });
  }
  await change.update('event', eventId, { date });
  return eventId;
}

/** A given date of an event that is not in the Trash. */
async function dateRow(
  change: Change,
  id: string,
): Promise<{ eventId: string; date: string; excerptId: string | null }> {
  const row = await change.get<{ eventId: string; date: string; excerptId: string | null }>(
    'SELECT event_id AS eventId, date, excerpt_id AS excerptId FROM event_date WHERE id = ? AND deleted_at IS NULL',
    [id],
  );
  if (row === undefined) throw missing('event_date');
  await requireLive(change, 'event', row.eventId);
  return row;
}

type DateInput = Pick<ParsedInputOf<'events.addDate'>, 'date' | 'excerptId' | 'note'>;

/** `present`: the excerpt it rests on already, which may be in the Trash by now. */
async function checked(change: Change, { date, excerptId, note }: DateInput, present: string | null) {
  if (!isEdtf(date)) throw badDate(date);
  if (excerptId !== null && excerptId !== present) await requireLive(change, 'excerpt', excerptId);
  return { date, excerpt_id: excerptId, note: wellFormed(note) };
}

async function insertDate(
  change: Change,
  eventId: string,
  row: { date: string; excerpt_id: string | null; note: string },
): Promise<void> {
  const last = await change.get<{ next: number }>(
    'SELECT coalesce(max(ordinal), -1) + 1 AS next FROM event_date WHERE event_id = ?',
    [eventId],
  );
  await change.insert('event_date', { event_id: eventId, ...row, ordinal: last?.next ?? 0 });
}
