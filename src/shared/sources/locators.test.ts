import { describe, expect, it } from 'vitest';
import type { Block } from '../domain/sources';
import { chapterValue, locatorAt } from './locators';

const block = (start: number, more: Partial<Block>): Block => ({
  kind: 'paragraph',
  start,
  end: start + 8,
  spans: [],
  ...more,
});

describe('the locator of a range', () => {
  it('is the paragraph where nothing better is there', () => {
    const blocks = [block(0, { paragraph: 1 }), block(10, { paragraph: 2 }), block(20, { kind: 'heading' })];
    expect(locatorAt(blocks, 2, 4)).toEqual({ label: 'paragraph', value: '1' });
    expect(locatorAt(blocks, 2, 14)).toEqual({ label: 'paragraph', value: '1–2' });
    expect(locatorAt(blocks, 21, 24)).toBeNull();
  });

  it('is the chapter of a book without pages, and the page of one with', () => {
    const chapters = [
      block(0, { paragraph: 1, chapter: '2. The mole' }),
      block(10, { paragraph: 2, chapter: 'Notes' }),
    ];
    expect(locatorAt(chapters, 2, 4)).toEqual({ label: 'chapter', value: '2' });
    expect(locatorAt(chapters, 2, 14)).toEqual({ label: 'chapter', value: '2–Notes' });
    const across = [
      block(0, {
        end: 40,
        pageLabel: 'iv',
        pageBreaks: [
          { at: 10, label: 'v' },
          { at: 30, label: '1' },
        ],
      }),
    ];
    const pages = [
      [2, 4],
      [8, 12],
      [10, 30],
      [12, 40],
    ].map(([start = 0, end = 0]) => locatorAt(across, start, end)?.value);
    expect(pages).toEqual(['iv', 'iv–v', 'v', 'v–1']);
    const paged = chapters.map((one) => ({ ...one, pageLabel: 'xiv' }));
    expect(locatorAt(paged, 2, 14)).toEqual({ label: 'page', value: 'xiv' });
  });
});

describe('a chapter is cited', () => {
  it.each([
    ['Chapter 3: The harbour', '3'],
    ['CHAPTER IV', 'IV'],
    ['Глава 12. Порт', '12'],
    ['7', '7'],
    ['3. The harbour', '3'],
    ['3 The harbour', '3'],
    ['XII: The mole', 'XII'],
    ['I remember', 'I remember'],
    ['Civil war', 'Civil war'],
    ['1914', '1914'],
    ['Introduction', 'Introduction'],
  ])('%s → %s', (title, value) => expect(chapterValue(title)).toBe(value));
});
