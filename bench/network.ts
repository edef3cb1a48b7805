import { createLibrary } from '../src/main/library/open';
import { actorKinds } from '../src/shared/domain/actors';
import { benchOptions } from './asking';
import { timeDrawn, type DrawnTimes } from './drawn';
import { seeded, type Random } from './random';

export interface NetworkBenchResult extends DrawnTimes {
  actors: number;
  ties: number;
}

/**
 * Opens the network of so many actors in the window, drags and zooms it, and times the frames. Actors stand together in excerpts as
 * people do in articles: a few in very many, most in one or two, each with those of its own circle.
 */
export async function benchNetwork(
  actors: number,
  say: (text: string) => void = () => {},
): Promise<NetworkBenchResult> {
  const { drawn, ...times } = await timeDrawn('Network', (library) => writeNetwork(library, actors), say);
  const [shown = 0, ties = 0] = drawn.split(' ').map(Number);
  return { actors: shown, ties, ...times };
}

async function writeNetwork(library: string, count: number): Promise<void> {
  const opened = await createLibrary(library, { ...benchOptions, name: 'Bench' });
  const random = seeded(5);
  await opened.context.change({ label: 'Fill' }, async (db) => {
    const actors: string[] = [];
    for (let number = 0; number < count; number++) {
      const name = nameOf(random);
      const kind = actorKinds[number % 3 === 0 ? random.below(actorKinds.length) : 0]!;
      const id = await db.insert('actor', { kind, name, description: '', properties: '{}' });
      await db.insert('actor_name', {
        actor_id: id,
        kind: 'name',
        text: name,
        language: '',
        script: 'Latn',
        ordinal: 0,
      });
      actors.push(id);
    }
    const sourceId = await db.insert('source', {
      citation_key: 'bench',
      csl: JSON.stringify({ type: 'article', title: 'Bench' }),
      metadata_origin: '{}',
      type: 'article',
      title: 'Bench',
      authors: '',
      publisher: '',
      issued: '2031',
      short_citation: 'Bench 2031',
    });
    const events = Math.round(count * 1.6);
    for (let number = 0; number < events; number++) {
      const eventId = await db.insert('event', { title: `Event ${number}`, date: '', place: '', description: '' });
      const circle = random.below(Math.ceil(count / 25)) * 25;
      const size = 2 + random.below(4);
      const there = new Set<string>();
      for (let each = 0; each < size; each++) {
        // A few are everywhere, the rest stay in their circle.
        const index = random.number() < 0.25 ? Math.floor(count * random.number() ** 4) : circle + random.below(25);
        there.add(actors[Math.min(index, count - 1)]!);
      }
      let ordinal = 0;
      for (const actorId of there) {
        await db.insert('event_actor', { event_id: eventId, actor_id: actorId, role: '', ordinal: ordinal++ });
      }
    }
    for (let number = 0; number < count / 5; number++) {
      const [from, to] = [random.pick(actors), random.pick(actors)];
      if (from === to) continue;
      await db.insert('actor_relation', {
        from_id: from,
        to_id: to,
        kind: 'member',
        label: '',
        from_date: '',
        to_date: '',
        note: '',
      });
    }
    return sourceId;
  });
  await opened.settled();
  await opened.close();
}

const syllables = 'ar vad sel mir oru dlu ken bas tol fin gar hul neb sha rok'.split(' ');

function nameOf(random: Random): string {
  const word = () => {
    const text =
      random.pick(syllables) + random.pick(syllables) + (random.number() < 0.4 ? random.pick(syllables) : '');
    return text.charAt(0).toUpperCase() + text.slice(1);
  };
  return `${word()} ${word()}`;
}
