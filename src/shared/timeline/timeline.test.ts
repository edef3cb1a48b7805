import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Timeline } from '../domain/timeline';
import { CROWD_WIDTH, LABEL_GAP, extent, layoutLane, type Mark } from './layout';
import { lanesOf, wholeOf } from './lanes';
import { spanOf } from './span';
import { ticks } from './ticks';

const day = 86_400_000;

describe('what of time a date covers', () => {
  it.each([
    ['2023-04-06', { point: true, startIs: 'sure', endIs: 'sure' }],
    ['2023-04', { point: false, startIs: 'sure', endIs: 'sure' }],
    ['2023~', { point: false, startIs: 'unsure', endIs: 'unsure' }],
    ['2021/..', { point: false, startIs: 'sure', endIs: 'open' }],
    ['/2020?', { point: false, startIs: 'unknown', endIs: 'unsure' }],
  ])('%s', (date, drawn) => {
    const span = spanOf(date);
    expect(span).toMatchObject(drawn);
    expect(Number.isFinite(span!.start) && Number.isFinite(span!.end) && span!.start <= span!.end).toBe(true);
  });
  it('is nothing for what is undated', () => expect(spanOf('')).toBeNull());
});

const dates = fc.oneof(
  fc.date({ min: new Date('1900-01-01'), max: new Date('2099-12-31'), noInvalidDate: true }).chain((date) => {
    const iso = date.toISOString();
    return fc.constantFrom(
      iso.slice(0, 4),
      iso.slice(0, 7),
      iso.slice(0, 10),
      `${iso.slice(0, 10)}?`,
      `${iso.slice(0, 3)}X`,
    );
  }),
  fc.constantFrom('2021/..', '../1999', '2020/2022', '2021-22', '2001/'),
);
const marks = fc
  .array(fc.tuple(dates, fc.integer({ min: 0, max: 200 })), { maxLength: 120 })
  .map((all): Mark[] =>
    all
      .map(([date, labelWidth], index) => ({ key: String(index), span: spanOf(date)!, labelWidth }))
      .sort((a, b) => a.span.start - b.span.start),
  );
const scale = fc.double({ min: Math.log(day / 200), max: Math.log(day * 2000), noNaN: true }).map(Math.exp);

describe('the layout of a lane', () => {
  it('draws or counts every mark once, and nothing overlaps, labels included (property)', () => {
    fc.assert(
      fc.property(marks, scale, fc.integer({ min: 1, max: 8 }), (all, msPerPx, rows) => {
        const { placed, crowds, rows: used } = layoutLane(all, msPerPx, rows);
        const keys = [
          ...placed.map(({ mark }) => mark.key),
          ...crowds.flatMap((crowd) => crowd.marks.map(({ key }) => key)),
        ];
        expect(keys.sort()).toEqual(all.map(({ key }) => key).sort());
        expect(used).toBeLessThanOrEqual(rows + 1);
        for (let row = 0; row < rows; row++) {
          let end = -Infinity;
          for (const one of placed.filter((each) => each.row === row).sort((a, b) => a.x - b.x)) {
            expect(one.x).toBeGreaterThanOrEqual(end);
            end = one.x + one.width + (one.labelled ? LABEL_GAP + one.mark.labelWidth : 0);
          }
        }
        const starts = crowds.map(({ x }) => x).sort((a, b) => a - b);
        for (const [index, x] of starts.entries()) {
          if (index > 0) expect(x - starts[index - 1]!).toBeGreaterThanOrEqual(CROWD_WIDTH - 1e-6);
        }
      }),
    );
  });

  it('drops labels before it counts, and counts only where no row is free', () => {
    const crowd = Array.from({ length: 9 }, (_, index): Mark => ({
      key: String(index),
      span: spanOf('2023-04-06')!,
      labelWidth: 100,
    }));
    const packed = layoutLane(crowd, day, 4);
    expect(packed.placed).toHaveLength(4);
    expect(packed.crowds).toMatchObject([{ marks: [{}, {}, {}, {}, {}] }]);
    expect(packed.rows).toBe(5);
    const apart = ['2023-04-06', '2023-04-26', '2023-05-16'].map((date): Mark => ({
      key: date,
      span: spanOf(date)!,
      labelWidth: 100,
    }));
    const tight = layoutLane(apart, day, 1);
    expect(tight.placed.map(({ labelled }) => labelled)).toEqual([false, false, true]);
    expect(tight.crowds).toEqual([]);
    expect(layoutLane(apart, day / 20, 1).placed.every(({ labelled }) => labelled)).toBe(true);
  });

  it('lays out five thousand events in a few milliseconds', () => {
    const many = Array.from({ length: 5000 }, (_, index): Mark => {
      const start = index * 3 * day;
      return { key: String(index), span: { ...spanOf('2023-04-06')!, start, end: start + day - 1 }, labelWidth: 120 };
    });
    layoutLane(many, day, 20);
    const begun = performance.now();
    for (let round = 0; round < 10; round++) layoutLane(many, day * (1 + round), 20);
    // Generous, for a machine that does other things: it takes about 2 ms.
    expect((performance.now() - begun) / 10).toBeLessThan(60);
  });

  it('makes a bar as long as its time, and leaves room for arrows', () => {
    const month = extent(spanOf('2023-04')!, day);
    expect(month.width).toBeCloseTo(30, 1);
    expect(extent(spanOf('2023-04/..')!, day).width).toBeGreaterThan(20);
    expect(extent(spanOf('2023-04-06')!, day).width).toBe(extent(spanOf('2023-04-06')!, day * 100).width);
  });
});

describe('lanes', () => {
  const event = (id: string, date: string, more: Partial<Timeline['events'][number]> = {}) => ({
    id,
    title: id,
    date,
    actors: [],
    tags: [],
    collections: [],
    otherDates: [],
    datesConflict: false,
    ...more,
  });
  const timeline: Timeline = {
    events: [
      event('flood', '2023-04-06', {
        actors: [
          { id: 'a', name: 'Tarn' },
          { id: 'a', name: 'Tarn' },
          { id: 'b', name: 'Vell' },
        ],
      }),
      event('treaty', '1998', { actors: [{ id: 'b', name: 'Vell' }], tags: ['law'] }),
      event('undated', '', { tags: ['law'] }),
      event('storm', '2001-02'),
    ],
    positions: [
      {
        id: 'p',
        claimId: 'c',
        statement: 'It rained.',
        actorId: 'a',
        actorName: 'Tarn',
        stance: 'asserts',
        manner: 'held',
        date: '2023-04-07',
        tags: [],
        collections: [],
      },
    ],
  };
  const shown = (...given: Parameters<typeof lanesOf>) =>
    lanesOf(...given).map(({ name, items }) => [name, ...items.map(({ key }) => key)]);

  it('are one, or one for each actor or tag, the fullest first, and a last one for the rest', () => {
    expect(shown(timeline, 'none', false)).toEqual([['Events', 'treaty', 'storm', 'flood']]);
    expect(shown(timeline, 'actors', true)).toEqual([
      ['Tarn', 'flood', 'p'],
      ['Vell', 'treaty', 'flood'],
      ['No actor', 'storm'],
    ]);
    expect(shown(timeline, 'tags', false)).toEqual([
      ['law', 'treaty'],
      ['No tag', 'storm', 'flood'],
    ]);
  });

  it('know the whole of time they cover', () => {
    expect(wholeOf(lanesOf(timeline, 'none', false))).toEqual([spanOf('1998')!.start, spanOf('2023-04-06')!.end]);
    expect(wholeOf([])).toBeNull();
  });
});

describe('the axis', () => {
  it('has days, months or years, as there is room', () => {
    const from = Date.UTC(2023, 3, 1);
    const labels = (msPerPx: number, length: number) => ticks(from, from + length, msPerPx).map(({ label }) => label);
    expect(labels(day / 100, 3 * day)).toEqual(['Apr 2023', '2 Apr', '3 Apr', '4 Apr']);
    expect(labels(day / 3, 100 * day)).toEqual(['Apr', 'May', 'Jun', 'Jul']);
    expect(labels(day * 40, 365 * 40 * day).slice(0, 3)).toEqual(['2020', '2030', '2040']);
  });

  it('is in order and never closer than it may be (property)', () => {
    const at = fc.integer({ min: Date.UTC(-3000, 0), max: Date.UTC(6000, 0) });
    fc.assert(
      fc.property(at, scale, (from, msPerPx) => {
        const found = ticks(from, from + 1200 * msPerPx, msPerPx);
        expect(found.length).toBeGreaterThan(0);
        for (const [index, tick] of found.entries()) {
          // Months and years are not all of one length.
          if (index > 0) expect((tick.at - found[index - 1]!.at) / msPerPx).toBeGreaterThan(40);
        }
      }),
    );
  });
});
