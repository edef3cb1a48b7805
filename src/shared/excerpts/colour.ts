import type { TagColour } from '../domain/common';

/** Where each tag colour begins on the circle of hues, in degrees. */
const hues: readonly [from: number, colour: TagColour][] = [
  [0, 'red'],
  [18, 'orange'],
  [43, 'yellow'],
  [72, 'green'],
  [158, 'teal'],
  [192, 'blue'],
  [252, 'purple'],
  [290, 'pink'],
  [342, 'red'],
];

/** The tag colour most like a colour of red, green and blue (0–255): markers are told by their hue; grey is none. */
export function nearestTagColour([red, green, blue]: readonly [number, number, number]): TagColour {
  const most = Math.max(red, green, blue);
  const spread = most - Math.min(red, green, blue);
  if (spread < 0.12 * 255) return 'none';
  const sector =
    most === red ? (green - blue) / spread : most === green ? 2 + (blue - red) / spread : 4 + (red - green) / spread;
  const hue = (sector * 60 + 360) % 360;
  return hues.findLast(([from]) => hue >= from)?.[1] ?? 'none';
}
