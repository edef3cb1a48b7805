import { expect, test } from 'vitest';
import { nearestTagColour } from './colour';

test.each([
  [[255, 255, 0], 'yellow'],
  [[255, 209, 0], 'yellow'],
  [[255, 237, 160], 'yellow'],
  [[46, 168, 229], 'blue'],
  [[162, 138, 229], 'purple'],
  [[95, 178, 54], 'green'],
  [[255, 102, 102], 'red'],
  [[241, 152, 55], 'orange'],
  [[229, 110, 238], 'pink'],
  [[64, 224, 208], 'teal'],
  [[170, 170, 170], 'none'],
] as const)('%j is %s', (colour, name) => expect(nearestTagColour(colour)).toBe(name));
