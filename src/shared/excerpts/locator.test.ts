import { expect, test } from 'vitest';
import { shortLocator } from './locator';

test('locators are short in lists, and never lose their label', () => {
  expect(shortLocator({ label: 'paragraph', value: '3' })).toBe('¶ 3');
  expect(shortLocator({ label: 'timestamp', value: '1:02:03' })).toBe('1:02:03');
  expect(shortLocator({ label: 'sub-verbo', value: 'frontier' })).toBe('entry frontier');
  expect(shortLocator({ label: 'page', value: '' })).toBe('');
  expect(shortLocator(null)).toBe('');
});
