import fc from 'fast-check';
import { expect, it } from 'vitest';
import { openTestLibrary } from '../testing';
import { formatStamp, parseStamp, tick } from './hlc';
import { idMaker } from './ids';
import type { Change } from './types';

type Step = (change: Change, ids: string[]) => Promise<unknown>;

const pick = (ids: string[], n: number): string | undefined => (ids.length > 0 ? ids[n % ids.length] : undefined);
const words = fc.string({ unit: 'grapheme', maxLength: 8 });

const step: fc.Arbitrary<Step> = fc.oneof(
  words.map((statement): Step => async (change, ids) => {
    ids.push(await change.insert('claim', { statement, note: '' }));
  }),
  fc.tuple(fc.nat(), words, words).map(([n, statement, note]): Step => async (change, ids) => {
    const id = pick(ids, n);
    if (id) await change.update('claim', id, { statement, note });
  }),
  fc.nat().map((n): Step => async (change, ids) => {
    const id = pick(ids, n);
    if (id) await change.trash('claim', id);
  }),
  fc.nat().map((n): Step => async (change, ids) => {
    const id = pick(ids, n);
    if (id) await change.restore('claim', id);
  }),
  fc.nat().map((n): Step => async (change, ids) => {
    const id = pick(ids, n);
    if (!id) return;
    await change.erase('claim', id);
    ids.splice(ids.indexOf(id), 1);
  }),
);

it('undoing everything gives back the rows there were, redoing everything those there are', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.array(step, { minLength: 1, maxLength: 5 }), { maxLength: 8 }), async (actions) => {
      const library = await openTestLibrary({ derived: [] });
      const { context } = library;
      // Everything but the stamp, which goes forward with every change.
      const rows = () =>
        context.db.read((db) =>
          db.all('SELECT id, created_at, modified_at, deleted_at, statement, note FROM claim ORDER BY id'),
        );
      const ids: string[] = [];
      await context.change({ label: 'Before', undoable: false }, (change) =>
        change.insert('claim', { statement: 'was there', note: '' }).then((id) => ids.push(id)),
      );
      const states = [await rows()];
      for (const steps of actions) {
        library.advance();
        const undoableBefore = JSON.stringify(states.at(-1));
        await context.change({ label: 'Act' }, async (change) => {
          for (const one of steps) await one(change, ids);
        });
        const after = await rows();
        if (JSON.stringify(after) !== undoableBefore) states.push(after);
      }
      const first = states[0];
      const last = states.at(-1);
      library.advance();
      while (context.history.state().undo !== null) await context.history.undo();
      expect(await rows()).toEqual(first);
      while (context.history.state().redo !== null) await context.history.redo();
      expect(await rows()).toEqual(last);
      while (context.history.state().undo !== null) await context.history.undo();
      expect(await rows()).toEqual(first);
      await library.close();
    }),
    { numRuns: 40 },
  );
}, 60_000);

it('stamps always go forward, whatever the wall clock does, and sort as text', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -10, max: 2 ** 45 }), { minLength: 2, maxLength: 50 }), (times) => {
      let clock = parseStamp('');
      const stamps = times.map((time) => formatStamp((clock = tick(clock, time)), 'd00000000001'));
      expect([...stamps].sort()).toEqual(stamps);
      expect(new Set(stamps).size).toBe(stamps.length);
      expect(parseStamp(stamps.at(-1)!)).toEqual(clock);
    }),
  );
});

it('a full counter takes the next millisecond', () => {
  expect(tick({ milliseconds: 5, counter: 0xffff }, 5)).toEqual({ milliseconds: 6, counter: 0 });
});

it('ids sort in the order they were made, also when the clock stands still or goes back', () => {
  let now = 1_700_000_000_000;
  const newId = idMaker(() => now);
  const ids = Array.from({ length: 500 }, (_, n) => {
    if (n % 100 === 99) now -= 50;
    return newId();
  });
  expect([...ids].sort()).toEqual(ids);
  expect(new Set(ids).size).toBe(500);
});
