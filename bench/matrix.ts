import type { OpenLibrary } from '../src/main/library/open';
import { positionStances } from '../src/shared/domain/claims';
import { framesDuring, inWindow, timeOpening } from './in-window';
import { seeded } from './random';
import { percentile, rounded } from './statistics';

export interface MatrixBenchResult {
  claims: number;
  actors: number;
  positions: number;
  /** From the click in the sidebar to the frame that shows the matrix; the first time, and again. */
  openMs: number;
  openAgainMs: number;
  /** The same of a window in which nothing happens: what the machine is worth at the moment. */
  idleP95FrameMs: number;
  /** Milliseconds between two frames while the matrix is scrolled down and across. */
  frames: number;
  p50FrameMs: number;
  p95FrameMs: number;
  maxFrameMs: number;
}

/** Opens a matrix of so many claims and a fifth as many actors in the window, scrolls it, and times the frames. */
export function benchMatrix(claims: number, say: (text: string) => void = () => {}): Promise<MatrixBenchResult> {
  const actors = Math.max(1, Math.round(claims / 5));
  const positions = claims * 20;
  say(`writing ${claims} claims, ${actors} actors, ${positions} positions`);
  return inWindow(
    (library) => fill(library, { claims, actors, positions }),
    async (page) => {
      const openMs = await timeOpening(page, 'Matrix');
      const sidebar = page.getByRole('navigation', { name: 'Library' });
      await sidebar.getByRole('button', { name: /^Events/ }).click();
      await page.locator('[data-drawn]').waitFor({ state: 'detached' });
      const openAgainMs = await timeOpening(page, 'Matrix');
      say('scrolling');
      const idle = await framesDuring(page, () => page.waitForTimeout(2000));
      const box = await page.locator('[data-drawn]').boundingBox();
      if (!box) throw new Error('There is no matrix to scroll.');
      await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
      const frames = await framesDuring(page, async () => {
        for (let step = 0; step < 120; step++) await page.mouse.wheel(0, step % 40 < 30 ? 120 : -180);
        for (let step = 0; step < 120; step++) await page.mouse.wheel(step % 40 < 30 ? 120 : -180, 0);
      });
      return {
        claims,
        actors,
        positions,
        openMs: rounded(openMs),
        openAgainMs: rounded(openAgainMs),
        idleP95FrameMs: percentile(idle, 0.95),
        frames: frames.length,
        p50FrameMs: percentile(frames, 0.5),
        p95FrameMs: percentile(frames, 0.95),
        maxFrameMs: percentile(frames, 1),
      };
    },
  );
}

interface Amounts {
  claims: number;
  actors: number;
  positions: number;
}

async function fill(library: OpenLibrary, amounts: Amounts): Promise<void> {
  const random = seeded(7);
  await library.context.change({ label: 'Fill' }, async (db) => {
    const claims: string[] = [];
    for (let number = 0; number < amounts.claims; number++) {
      const statement = `The ${random.pick(['gate', 'dam', 'ferry', 'bridge'])} of district ${number} was closed before the inspectors came.`;
      claims.push(await db.insert('claim', { statement, note: '' }));
    }
    const actors: string[] = [];
    for (let number = 0; number < amounts.actors; number++) {
      actors.push(
        await db.insert('actor', { kind: 'person', name: `Speaker ${number}`, description: '', properties: '{}' }),
      );
    }
    for (let number = 0; number < amounts.positions; number++) {
      await db.insert('position', {
        claim_id: random.pick(claims),
        actor_id: random.pick(actors),
        stance: random.pick(positionStances),
        manner: random.number() < 0.3 ? 'reported' : 'held',
        date: `20${20 + random.below(5)}-0${1 + random.below(9)}-1${random.below(9)}`,
        excerpt_id: null,
        note: '',
      });
    }
  });
}
