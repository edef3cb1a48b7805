import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { boxesOfPassage, printedPages, type PrintedPage } from '../../../shared/pdf/places';
import { readContent } from '../../../shared/pdf/read';
import { readDocument } from '../testing';
import { openPdf } from './open';
import { writeTestPdf, type TestPage } from './testing';

const fixture = (name: string) => new Uint8Array(readFileSync(new URL(`../fixtures/${name}`, import.meta.url)));

async function contentOf(bytes: Uint8Array) {
  const pdf = await openPdf(bytes);
  const content = await readContent(pdf);
  await pdf.loadingTask.destroy();
  return content;
}

async function placesIn(bytes: Uint8Array, change: (text: string) => string = (text) => text) {
  const text = change((await readDocument('x.pdf', bytes)).text);
  const content = await contentOf(bytes);
  return { text, content, pages: printedPages(content, text) };
}

function boxesOf({ text, pages }: { text: string; pages: PrintedPage[] }, words: string) {
  const start = text.indexOf(words);
  expect(start).toBeGreaterThanOrEqual(0);
  return pages.map((page) => boxesOfPassage(page, start, start + words.length));
}

const three: TestPage[] = [
  {
    lines: [
      { text: 'The river', x: 72, y: 810, size: 9 },
      { text: 'The ferry at Senn was built for nine passengers and', x: 72, y: 700 },
      { text: 'carried forty on the day of the regatta that year.', x: 72, y: 686 },
      { text: '11', x: 290, y: 40 },
    ],
  },
];

describe('printed pages', () => {
  it.each(['corridor.pdf', 'crossing.pdf', 'watch-ru.pdf', 'harbour-fa.pdf'])(
    'have every word of the snapshot at its offsets: %s',
    async (name) => {
      const { text, content, pages } = await placesIn(fixture(name));
      const covered = new Uint8Array(text.length);
      for (const [index, { words }] of pages.entries()) {
        const { width = 0, height = 0 } = content.pages[index] ?? {};
        for (const { range, text: word, left, right, top, bottom } of words) {
          if (!range) continue;
          expect(text.slice(...range)).toBe(word);
          covered.fill(1, ...range);
          expect(left).toBeGreaterThan(-5);
          expect(right).toBeLessThan(width + 5);
          expect(top).toBeGreaterThan(-5);
          expect(bottom).toBeLessThan(height + 5);
        }
      }
      const left = [...text].filter((_, at) => !covered[at]).join('');
      expect(left.trim()).toBe('');
    },
  );

  it('have one box a line for a passage, and cut words where it begins and ends', async () => {
    const placed = await placesIn(writeTestPdf(three));
    const [first, second] = boxesOf(placed, 'passengers and carried forty')[0] ?? [];
    expect(first?.top).toBeGreaterThan(842 - 715);
    expect(first?.bottom).toBeLessThan(842 - 690);
    expect(second?.left).toBeCloseTo(72, 0);
    const [whole] = boxesOf(placed, 'passengers')[0] ?? [];
    const [part] = boxesOf(placed, 'sengers')[0] ?? [];
    expect(part?.right).toBeCloseTo(whole?.right ?? 0, 3);
    expect(part?.left).toBeGreaterThan((whole?.left ?? 0) + 10);
  });

  it('have running heads and page numbers too, which are in no snapshot', async () => {
    const heads = Array.from({ length: 4 }, (_, index): TestPage => ({
      lines: [
        { text: 'The river', x: 72, y: 810, size: 9 },
        { text: `Nothing was seen on the water on day ${'abcd'[index]} of the month.`, x: 72, y: 700 },
      ],
    }));
    const { pages } = await placesIn(writeTestPdf(heads));
    const outside = pages.map(({ words }) => words.filter(({ range }) => !range).map(({ text }) => text));
    expect(outside).toEqual(Array.from({ length: 4 }, () => ['The', 'river']));
  });

  it('stand upright on pages that are turned, and sideways where the text is', async () => {
    const sideways: TestPage = {
      content: {
        entries: '',
        bytes: Buffer.from('BT /F 11 Tf 0 1 -1 0 300 100 Tm (Tolls of the crossing at Senn by month) Tj ET'),
      },
    };
    const placed = await placesIn(writeTestPdf([{ lines: three[0]?.lines ?? [], entries: '/Rotate 90' }, sideways]));
    const [turned = []] = boxesOf(placed, 'built for nine');
    expect(turned).toHaveLength(1);
    const box = turned[0] ?? { left: 0, right: 0, top: 0, bottom: 0 };
    // Turned clockwise, what ran to the right runs down, at the right of the page.
    expect(box.bottom - box.top).toBeGreaterThan(3 * (box.right - box.left));
    expect(box.left).toBeGreaterThan(650);
    const [, aside = []] = boxesOf(placed, 'crossing');
    const [, end = []] = boxesOf(placed, 'month');
    expect(aside[0]?.left).toBeCloseTo(end[0]?.left ?? 0, 1);
    // It runs up the page.
    expect(aside[0]?.top).toBeGreaterThan(end[0]?.bottom ?? 0);
    const [, part = []] = boxesOf(placed, 'ing at');
    expect(part[0]?.bottom).toBeLessThan(aside[0]?.bottom ?? 0);
  });

  it('of a snapshot that was laid out otherwise have the words that both have', async () => {
    const bytes = fixture('crossing.pdf');
    const older = await placesIn(bytes, (text) => `A line of an older version.\n\n${text.replace('\n\n', ' ')}`);
    for (const { words } of older.pages)
      for (const { range, text: word } of words) if (range) expect(older.text.slice(...range)).toBe(word);
    const words = older.pages.flatMap((page) => page.words);
    expect(words.filter(({ range }) => range).length).toBeGreaterThan(0.9 * words.length);
    const other = printedPages(await contentOf(bytes), 'Another text altogether.');
    expect(other.flatMap((page) => page.words).filter(({ range }) => range)).toEqual([]);
  });
});
