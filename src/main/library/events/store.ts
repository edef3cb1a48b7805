import type { ParsedInputOf } from '../../../shared/contract';
import { compareEdtf, isEdtf } from '../../../shared/dates/edtf';
import type { EventDetail, EventSummary } from '../../../shared/domain/events';
import { datesConflict, standingOf } from '../../../shared/events/dates';
import type { Change } from '../changes/types';
import { badDate, missing } from '../common/errors';
import { jsonList, times, wellFormed, type TimesRow } from '../common/rows';
import { requireLive } from '../common/store';
import { Where } from '../common/where';
import type { LibraryContext } from '../context';
import type { Reader } from '../db/types';
import { excerptsById, liveExcerptsIn } from '../excerpts/store';
import { datesOfEvents, type EventDateRow } from './dates/store';

interface EventRow extends TimesRow {
  id: string;
  title: string;
  date: string;
  place: string;
  description: string;
  actors: string;
  excerpt_ids: string;
}

const eventSql = `SELECT v.id, v.created_at, v.modified_at, v.deleted_at, v.title, v.date, v.place, v.description,
  (SELECT json_group_array(json_object('actorId', a.id, 'name', a.name, 'role', r.role) ORDER BY r.ordinal, r.id)
    FROM event_actor r JOIN actor a ON a.id = r.actor_id
    WHERE r.event_id = v.id AND r.deleted_at IS NULL AND a.deleted_at IS NULL) AS actors,
  (SELECT json_group_array(e.id ORDER BY x.created_at, x.id)
    FROM event_excerpt x JOIN excerpt e ON e.id = x.excerpt_id JOIN source s ON s.id = e.source_id
    WHERE x.event_id = v.id AND x.deleted_at IS NULL AND e.deleted_at IS NULL AND s.deleted_at IS NULL) AS excerpt_ids
  FROM event v`;

function toSummary(row: EventRow, given: readonly EventDateRow[]): EventSummary {
  return {
    id: row.id,
    title: row.title,
    date: row.date,
    place: row.place,
    description: row.description,
    actors: JSON.parse(row.actors) as EventSummary['actors'],
    excerptIds: jsonList(row.excerpt_ids),
    dates: given.map(({ eventId: _, ...each }) => ({ ...each, standing: standingOf(each.date, row.date) })),
    datesConflict: datesConflict([row.date, ...given.map(({ date }) => date)]),
    ...times(row),
  };
}

/** All events in order of date, undated last. */
export async function listEvents(db: Reader, input: ParsedInputOf<'events.list'>): Promise<EventSummary[]> {
  const where = new Where();
  if (!input.includeTrashed) where.and('v.deleted_at IS NULL');
  if (input.actorId !== undefined) {
    where.and('v.id IN (SELECT event_id FROM event_actor WHERE actor_id = ? AND deleted_at IS NULL)', input.actorId);
  }
  const rows = await db.all<EventRow>(`${eventSql} ${where.sql} ORDER BY v.title COLLATE NOCASE, v.id`, where.params);
  const datesOf = await datesOfEvents(db);
  return rows.map((row) => toSummary(row, datesOf(row.id))).sort((a, b) => compareEdtf(a.date, b.date));
}

/** One event with its excerpts. @throws `not-found` */
export async function getEvent(db: Reader, id: string): Promise<EventDetail> {
  const row = await db.get<EventRow>(`${eventSql} WHERE v.id = ?`, [id]);
  if (row === undefined) throw missing('event');
  const excerpts = await liveExcerptsIn(
    db,
    'SELECT excerpt_id FROM event_excerpt WHERE event_id = ? AND deleted_at IS NULL',
    [id],
  );
  const summary = toSummary(row, (await datesOfEvents(db, id))(id));
  const resting = await excerptsById(
    db,
    summary.dates.flatMap(({ excerptId }) => excerptId ?? []),
  );
  const dates = summary.dates.map((each) => ({ ...each, excerpt: resting.get(each.excerptId ?? '') ?? null }));
  return { ...summary, dates, excerpts };
}

type EventInput = ParsedInputOf<'events.create'>;
type LinkId = LibraryContext['linkId'];

function columns(input: EventInput) {
  if (!isEdtf(input.date)) throw badDate(input.date);
  return {
    title: wellFormed(input.title),
    date: input.date,
    place: wellFormed(input.place),
    description: wellFormed(input.description),
  };
}

export async function createEvent(change: Change, linkId: LinkId, input: EventInput): Promise<EventDetail> {
  const id = await change.insert('event', columns(input));
  await writeLinks(change, linkId, id, input);
  return getEvent(change, id);
}

/** Writes an event whole: actors and excerpts that the input leaves out are unlinked. */
export async function updateEvent(change: Change, linkId: LinkId, id: string, input: EventInput): Promise<EventDetail> {
  await requireLive(change, 'event', id);
  await change.update('event', id, columns(input));
  await writeLinks(change, linkId, id, input);
  return getEvent(change, id);
}

async function writeLinks(change: Change, linkId: LinkId, eventId: string, input: EventInput): Promise<void> {
  // An actor may take part in two roles, so the role is part of the link's id.
  const actors = new Map(
    input.actors.map(({ actorId, role }, ordinal) => {
      const text = wellFormed(role);
      return [linkId(eventId, actorId, text), { event_id: eventId, actor_id: actorId, role: text, ordinal }] as const;
    }),
  );
  // subtle: links to what is in the Trash are not shown, so a form cannot send them back; they stay for a restore.
  const presentActors = await change.all<{ id: string }>(
    `SELECT r.id FROM event_actor r JOIN actor a ON a.id = r.actor_id WHERE r.event_id = ? AND a.deleted_at IS NULL`,
    [eventId],
  );
  for (const { id } of presentActors) if (!actors.has(id)) await change.erase('event_actor', id);
  for (const [id, row] of actors) {
    await requireLive(change, 'actor', row.actor_id);
    await change.insert('event_actor', { id, ...row });
  }
  const excerpts = new Map(input.excerptIds.map((excerptId) => [linkId(eventId, excerptId), excerptId]));
  const presentExcerpts = await change.all<{ id: string }>(
    `SELECT x.id FROM event_excerpt x JOIN excerpt e ON e.id = x.excerpt_id JOIN source s ON s.id = e.source_id
     WHERE x.event_id = ? AND e.deleted_at IS NULL AND s.deleted_at IS NULL`,
    [eventId],
  );
  for (const { id } of presentExcerpts) if (!excerpts.has(id)) await change.erase('event_excerpt', id);
  for (const [id, excerptId] of excerpts) {
    await requireLive(change, 'excerpt', excerptId);
    await change.insert('event_excerpt', { id, event_id: eventId, excerpt_id: excerptId });
  }
}
