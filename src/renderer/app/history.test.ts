import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { opened, openedBeside, startHistory, wentBack, wentForward } from './history';
import type { Place } from './places';

const id = (n: number) => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const claim = (n: number): Place => ({ view: 'claims', id: id(n) });

describe('history of places', () => {
  it('goes back to where one was, and forward again', () => {
    const history = opened(opened(startHistory(claim(1)), claim(2)), claim(3));
    expect(wentBack(history).place).toEqual(claim(2));
    expect(wentForward(wentBack(history)).place).toEqual(claim(3));
  });

  it('opening the same place twice makes one step', () => {
    const history = opened(opened(startHistory(claim(1)), claim(2)), claim(2));
    expect(wentBack(history).place).toEqual(claim(1));
  });

  it('opening elsewhere after going back forgets what was ahead', () => {
    const history = opened(wentBack(opened(startHistory(claim(1)), claim(2))), claim(3));
    expect(wentForward(history).place).toEqual(claim(3));
  });

  it('keeps the second pane while the first moves', () => {
    const history = openedBeside(startHistory(claim(1)), claim(9));
    expect(wentBack(opened(history, claim(2))).beside).toEqual(claim(9));
  });

  it('as many steps forward as back end where one began', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 5 }), { maxLength: 30 }), fc.nat(40), (visits, steps) => {
        const start = visits.reduce((history, n) => opened(history, claim(n)), startHistory(claim(0)));
        let moved = start;
        const possible = Math.min(steps, start.past.length);
        for (let i = 0; i < possible; i++) moved = wentBack(moved);
        for (let i = 0; i < possible; i++) moved = wentForward(moved);
        expect(moved).toEqual(start);
      }),
    );
  });
});
