import type { Timeline, TimelinePosition } from '../../../shared/domain/timeline';
import { groupBy } from '../common/rows';
import type { Reader } from '../db/types';
import { listEvents } from '../events/store';

/** Everything that is put on the timeline: all events and all dated positions. A fixed number of statements, however many. */
export async function timeline(db: Reader): Promise<Timeline> {
  const groupsOf = await groupNames(db);
  const events = await listEvents(db, { includeTrashed: false });
  return {
    events: events.map(({ id, title, date, actors, dates, datesConflict }) => ({
      id,
      title,
      date,
      actors: actors.map(({ actorId, name }) => ({ id: actorId, name })),
      otherDates: [...new Set(dates.map((given) => given.date))].filter((given) => given !== date),
      datesConflict,
      ...groupsOf('event', id),
    })),
    positions: (await datedPositions(db)).map((row) => ({ ...row, ...groupsOf('claim', row.claimId) })),
  };
}

type Groups = { tags: string[]; collections: string[] };

/** Answers a look-up of the tags and collections of events and claims. */
async function groupNames(db: Reader): Promise<(kind: 'event' | 'claim', id: string) => Groups> {
  type Row = { kind: string; id: string; name: string };
  const key = ({ kind, id }: Pick<Row, 'kind' | 'id'>) => `${kind} ${id}`;
  const tags = groupBy(
    await db.all<Row>(
      `SELECT g.target_kind AS kind, g.target_id AS id, t.name FROM tagging g JOIN tag t ON t.id = g.tag_id
       WHERE g.target_kind IN ('event', 'claim') AND g.deleted_at IS NULL AND t.deleted_at IS NULL ORDER BY t.folded_name`,
    ),
    key,
  );
  const collections = groupBy(
    await db.all<Row>(
      `SELECT i.target_kind AS kind, i.target_id AS id, c.name FROM collection_item i JOIN collection c ON c.id = i.collection_id
       WHERE i.target_kind IN ('event', 'claim') AND i.deleted_at IS NULL AND c.deleted_at IS NULL
       ORDER BY c.name COLLATE NOCASE, c.id`,
    ),
    key,
  );
  const names = (rows: Row[] | undefined) => (rows ?? []).map(({ name }) => name);
  return (kind, id) => ({
    tags: names(tags.get(key({ kind, id }))),
    collections: names(collections.get(key({ kind, id }))),
  });
}

async function datedPositions(db: Reader): Promise<Omit<TimelinePosition, keyof Groups>[]> {
  return db.all(
    `SELECT p.id, p.claim_id AS claimId, c.statement, p.actor_id AS actorId, a.name AS actorName, p.stance, p.manner, p.date
     FROM position p JOIN claim c ON c.id = p.claim_id JOIN actor a ON a.id = p.actor_id
     WHERE p.date <> '' AND p.deleted_at IS NULL AND c.deleted_at IS NULL AND a.deleted_at IS NULL
     ORDER BY p.date, p.id`,
  );
}
