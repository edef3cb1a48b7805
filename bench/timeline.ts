import { createLibrary } from '../src/main/library/open';
import { benchOptions } from './asking';
import { timeDrawn, type DrawnTimes } from './drawn';
import { seeded } from './random';

export interface TimelineBenchResult extends DrawnTimes {
  events: number;
  /** Marks and counts that were in sight when it opened. */
  inSight: number;
}

/** Opens the timeline of so many events in the window, drags and zooms it, and times the frames. */
export async function benchTimeline(
  events: number,
  say: (text: string) => void = () => {},
): Promise<TimelineBenchResult> {
  const { drawn, ...times } = await timeDrawn('Timeline', (library) => writeEvents(library, events), say);
  return { events, inSight: Number(drawn), ...times };
}

/** Events of forty years, more of them lately, dated as sources date: most to the day, some to the month, the year or about. */
async function writeEvents(library: string, count: number): Promise<void> {
  const opened = await createLibrary(library, { ...benchOptions, name: 'Bench' });
  const random = seeded(9);
  await opened.context.change({ label: 'Fill' }, async (db) => {
    const actors: string[] = [];
    for (let number = 0; number < 60; number++) {
      const name = `Actor ${number}`;
      actors.push(await db.insert('actor', { kind: 'state', name, description: '', properties: '{}' }));
    }
    for (let number = 0; number < count; number++) {
      const at = new Date(Date.UTC(2031, 11, 31) - 40 * 365 * 86_400_000 * random.number() ** 2).toISOString();
      const kind = random.number();
      const date =
        kind < 0.7
          ? at.slice(0, 10)
          : kind < 0.85
            ? at.slice(0, 7)
            : kind < 0.93
              ? at.slice(0, 4)
              : kind < 0.97
                ? `${at.slice(0, 7)}~`
                : `${at.slice(0, 7)}/..`;
      const title = `${random.pick(verbs)} at ${random.pick(places)}, the ${number + 1}th of them`;
      const eventId = await db.insert('event', { title, date, place: '', description: '' });
      for (let ordinal = 0; ordinal < 1 + random.below(2); ordinal++) {
        const actorId = actors[Math.floor(actors.length * random.number() ** 3)]!;
        await db.insert('event_actor', { event_id: eventId, actor_id: actorId, role: `role ${ordinal}`, ordinal });
      }
      if (number % 20 === 0) {
        await db.insert('event_date', {
          event_id: eventId,
          date: at.slice(0, 4),
          excerpt_id: null,
          note: '',
          ordinal: 0,
        });
      }
    }
  });
  await opened.settled();
  await opened.close();
}

const verbs = ['A gate was closed', 'Talks were held', 'A bridge fell', 'Grain was counted', 'An envoy was recalled'];
const places = ['Tolm', 'Vell', 'the quay of Sarn', 'Merrin', 'the upper ford', 'Oskar'];
