import { expect, it } from 'vitest';
import { whoAndWhen } from './whoAndWhen';

it('says of a found source who wrote it and when', () => {
  expect(whoAndWhen('Vale & Orr · Sund Press · 2019 · vale2019gate')).toBe('Vale & Orr 2019');
  expect(whoAndWhen('Vale · The Observer · vale')).toBe('Vale');
  expect(whoAndWhen('… a passage of its summary · 2019')).toBe('');
  expect(whoAndWhen('valegate')).toBe('');
});
