import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { attributionOf } from './attribution';
import { likeness, likePairs, sketch } from './likeness';

const words = Array.from({ length: 400 }, (_, at) => `word${(at * 7919) % 1000}`);
const text = words.join(' ');

describe('the likeness of texts', () => {
  it('is 1 for the same words whatever their case, marks and signs, and 0 for others', () => {
    expect(likeness(sketch(text), sketch(text.toUpperCase().replaceAll(' ', ', ')))).toBe(1);
    expect(likeness(sketch(text), sketch(words.map((word) => `x${word}`).join(' ')))).toBe(0);
    expect(likeness(sketch('too short'), sketch('too short'))).toBe(0);
  });

  it('stays high where an editor changed a word in thirty and cut the end', () => {
    const edited = words.slice(0, 340).map((word, at) => (at % 30 === 7 ? 'changed' : word));
    expect(likeness(sketch(text), sketch(edited.join(' ')))).toBeGreaterThan(0.4);
  });

  it('finds the pairs that are alike among many, the most alike first', () => {
    const edited = words.map((word, at) => (at % 40 === 7 ? 'changed' : word)).join(' ');
    const others = Array.from({ length: 50 }, (_, n) => words.map((word) => `${word}n${n}`).join(' '));
    const sketches = new Map([text, edited, text, ...others].map((one, at) => [`s${at}`, sketch(one)]));
    const pairs = likePairs(sketches, 0.3);
    expect(pairs.map(({ first, second }) => `${first} ${second}`)).toEqual(['s0 s2', 's0 s1', 's1 s2']);
    expect(pairs[0]?.likeness).toBe(1);
  });

  it('is symmetric and between 0 and 1, whatever the texts (property)', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), fc.string({ maxLength: 300 }), (a, b) => {
        const there = likeness(sketch(a), sketch(b));
        expect(there).toBe(likeness(sketch(b), sketch(a)));
        expect(there).toBeGreaterThanOrEqual(0);
        expect(there).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe('whom a passage names as its origin', () => {
  it.each([
    [
      'According to two Merevian diplomats who saw the body search, the gunman carried a card.',
      'two Merevian diplomats who saw the body search',
    ],
    ['The Northern Wire reported that the gate was shut.', 'The Northern Wire'],
    ['The gate was shut.', ''],
  ])('%s', (passage, named) => expect(attributionOf(passage)).toBe(named));
});
