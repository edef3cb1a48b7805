import { describe, expect, it } from 'vitest';
import { measurePages } from './measure';
import { templates } from './templates';

describe('the pages benchmark', () => {
  it('has templates of many kinds of site, each with a name of its own', () => {
    expect(new Set(templates.map(({ name }) => name)).size).toBe(templates.length);
    expect(templates.length).toBeGreaterThanOrEqual(60);
  });

  it('finds titles, dates, authors and sentences, and leaves the furniture', () => {
    const { misses, ...found } = measurePages(1);
    expect(misses).toEqual([]);
    expect(found).toMatchObject({ titlePercent: 100, datePercent: 100, authorPercent: 100, keptPercent: 100 });
    expect(found.furniturePercent).toBeLessThanOrEqual(0.5);
  }, 60_000);
});
