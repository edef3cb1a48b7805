import { describe, expect, it } from 'vitest';
import { readDate } from './readDate';

describe('dates as people type them', () => {
  it.each([
    ['6 Apr 2023', '2023-04-06'],
    ['April 6, 2023', '2023-04-06'],
    ['6th of April', null],
    ['april 2023', '2023-04'],
    ['c. 2021', '2021~'],
    ['c. Mar 2023', '2023-03~'],
    ['spring 2020', '2020-21'],
    ['1990s', '199X'],
    ['2019–2021', '2019/2021'],
    ['2023-04-06', '2023-04-06'],
    ['', ''],
    ['31 Feb 2023', null],
    ['4/6/23', null],
    ['soon', null],
  ])('%s', (typed, edtf) => expect(readDate(typed)).toBe(edtf));
});
