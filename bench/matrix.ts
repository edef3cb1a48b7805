import type { Page } from 'playwright-core';
import { createLibrary } from '../src/main/library/open';
import { positionStances } from '../src/shared/domain/claims';
import { benchOptions } from './asking';
import { timeDrawn, type Box, type DrawnTimes } from './drawn';
import { seeded } from './random';

export interface MatrixBenchResult extends DrawnTimes {
  claims: number;
  actors: number;
  positions: number;
}

/** Opens a matrix of so many claims and a fifth as many actors in the window, scrolls it, and times the frames. */
export async function benchMatrix(claims: number, say: (text: string) => void = () => {}): Promise<MatrixBenchResult> {
  const amounts = { claims, actors: Math.max(1, Math.round(claims / 5)), positions: claims * 20 };
  const { drawn: _, ...times } = await timeDrawn('Matrix', (library) => write(library, amounts), say, scroll);
  return { ...amounts, ...times };
}

/** Turns the wheel over the middle: down and up again, then across and back. */
async function scroll(page: Page, box: Box): Promise<void> {
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  for (let step = 0; step < 120; step++) await page.mouse.wheel(0, step % 40 < 30 ? 120 : -180);
  for (let step = 0; step < 120; step++) await page.mouse.wheel(step % 40 < 30 ? 120 : -180, 0);
}

interface Amounts {
  claims: number;
  actors: number;
  positions: number;
}

async function write(library: string, amounts: Amounts): Promise<void> {
  const opened = await createLibrary(library, { ...benchOptions, name: 'Bench' });
  const random = seeded(7);
  await opened.context.change({ label: 'Fill' }, async (db) => {
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
  await opened.settled();
  await opened.close();
}
