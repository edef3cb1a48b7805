import { expect, test } from 'vitest';
import { pastedText } from './pastedText';

test('line ends become spaces, and hyphenated words whole', () => {
  expect(pastedText('The guard\nat the\r\n  door,\n\nwho had')).toBe('The guard at the door, who had');
  expect(pastedText('the diplo-\nmatic mis\u00AD\nsion of 2031-\n32')).toBe('the diplomatic mission of 2031- 32');
  expect(pastedText('one line – as it is')).toBeNull();
});
