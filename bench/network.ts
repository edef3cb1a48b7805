import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';
import { App } from '../e2e/fixtures';
import { createLibrary } from '../src/main/library/open';
import { actorKinds } from '../src/shared/domain/actors';
import { benchOptions } from './asking';
import { seeded, type Random } from './random';
import { percentile, rounded } from './statistics';

export interface NetworkBenchResult {
  actors: number;
  ties: number;
  /** From the click in the sidebar to the frame that shows the network; the first time, and again. */
  openMs: number;
  openAgainMs: number;
  /** The same of a window in which nothing happens: what the machine is worth at the moment. */
  idleP95FrameMs: number;
  /** Milliseconds between two frames while the network is dragged and zoomed. */
  frames: number;
  p50FrameMs: number;
  p95FrameMs: number;
  maxFrameMs: number;
}

/**
 * Opens the network of so many actors in the window, drags and zooms it, and times the frames. Actors stand together in excerpts as
 * people do in articles: a few in very many, most in one or two, each with those of its own circle.
 */
export async function benchNetwork(
  actors: number,
  say: (text: string) => void = () => {},
): Promise<NetworkBenchResult> {
  const build = pathToFileURL(join(import.meta.dirname, '..', 'scripts', 'lib', 'build.mjs')).href;
  await ((await import(build)) as { buildIfStale(): Promise<void> }).buildIfStale();
  const folder = await mkdtemp(join(tmpdir(), 'commonplace-bench-'));
  const library = join(folder, 'Bench.commonplace');
  const app = new App(join(folder, 'app'));
  try {
    say(`writing ${actors} actors`);
    await writeNetwork(library, actors);
    for (const each of [app.documents, app.downloads]) await mkdir(each, { recursive: true });
    await app.start({ library });
    const { page } = app;
    await page.getByRole('region', { name: 'Recent libraries' }).getByRole('button').first().click();
    await page.getByRole('button', { name: 'I know where it is from, open it' }).click();
    const sidebar = page.getByRole('navigation', { name: 'Library' });
    await sidebar.waitFor({ timeout: 60_000 });
    await page.evaluate(await readFile(join(import.meta.dirname, 'frames.js'), 'utf8'));
    const open = (name: string) => timeOpening(page, name);
    const openMs = await open('Network');
    await sidebar.getByRole('button', { name: /^Claims/ }).click();
    await page.locator('[data-drawn]').waitFor({ state: 'detached' });
    const openAgainMs = await open('Network');
    const [shown = 0, ties = 0] = ((await page.locator('[data-drawn]').getAttribute('data-drawn')) ?? '')
      .split(' ')
      .map(Number);
    say('dragging and zooming');
    const idle = await idleFrames(page);
    const frames = await timeFrames(page);
    return {
      actors: shown,
      ties,
      openMs: rounded(openMs),
      openAgainMs: rounded(openAgainMs),
      idleP95FrameMs: percentile(idle, 0.95),
      frames: frames.length,
      p50FrameMs: percentile(frames, 0.5),
      p95FrameMs: percentile(frames, 0.95),
      maxFrameMs: percentile(frames, 1),
    };
  } finally {
    await app.close();
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  }
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

/** From the click to the frame after the one in which the network stands. Timed in the page, so that no call is counted. */
function timeOpening(page: Page, name: string): Promise<number> {
  return page.evaluate(`timeOpening(${JSON.stringify(name)})`);
}

/** Times between frames while nothing happens. */
async function idleFrames(page: Page): Promise<number[]> {
  return page.evaluate('idleFrames(120)');
}

/** Drags the network about and turns the wheel over it, and answers the times between frames. */
async function timeFrames(page: Page): Promise<number[]> {
  const box = await page.locator('[data-drawn]').boundingBox();
  if (!box) throw new Error('There is no network to drag.');
  const corner = { x: box.x + 8, y: box.y + 8 };
  // subtle: the page itself records, because a call per frame would be what is measured.
  await page.evaluate('recordFrames()');
  await page.mouse.move(corner.x, corner.y);
  await page.mouse.down();
  for (let step = 0; step < 120; step++) {
    await page.mouse.move(corner.x + 200 * Math.sin(step / 12) ** 2, corner.y + 150 * Math.sin(step / 17) ** 2);
  }
  await page.mouse.up();
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  for (let step = 0; step < 60; step++) await page.mouse.wheel(0, step % 20 < 10 ? -40 : 40);
  return page.evaluate('frameTimes.slice(1)');
}
