import { describe, expect, it } from 'vitest';
import { arrange, pageAt, wordAt } from './geometry';

const sizes = [
  { label: 'i', width: 100, height: 200 },
  { label: '1', width: 300, height: 100 },
  { label: '2', width: 100, height: 200 },
];

describe('pages one below the other', () => {
  it('know their places and which page is where', () => {
    const arrangement = arrange(sizes, 2);
    expect(arrangement).toEqual({ tops: [0, 416, 632], heights: [400, 200, 400], width: 600, height: 1032 });
    expect([-5, 0, 399, 410, 416, 700, 9999].map((y) => pageAt(arrangement, y))).toEqual([0, 0, 0, 0, 1, 2, 2]);
  });
});

describe('the word at a point', () => {
  const word = (left: number, top: number, range: [number, number] | null = [0, 1]) => ({
    left,
    top,
    right: left + 40,
    bottom: top + 10,
    text: 'word',
    range,
    rtl: false,
  });
  const words = [word(0, 0), word(50, 0), word(0, 14), word(0, 200, null)];
  const any = () => true;

  it('is the one under it, or the nearest on its line', () => {
    expect(wordAt(words, { x: 60, y: 5 }, any)).toBe(1);
    expect(wordAt(words, { x: 300, y: 5 }, any)).toBe(1);
    // Nearer to the second word, but on the line of the third.
    expect(wordAt(words, { x: 60, y: 19 }, any)).toBe(2);
  });

  it('is none far from any, and none that is not asked for', () => {
    expect(wordAt(words, { x: 300, y: 120 }, any, 20)).toBe(-1);
    expect(wordAt(words, { x: 10, y: 205 }, ({ range }) => range !== null)).toBe(2);
    expect(wordAt([], { x: 0, y: 0 }, any)).toBe(-1);
  });
});
