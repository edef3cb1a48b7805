/**
 * Hybrid logical clock: stamps that follow the wall clock but never go back, and order all changes of all devices
 * (Kulkarni et al., "Logical Physical Clocks", 2014).
 *
 * A stamp is text that sorts as it is ordered: 12 hex digits of milliseconds, 4 of a counter, then the device.
 */
export interface Hlc {
  milliseconds: number;
  counter: number;
}

const maximumCounter = 0xffff;

/** The next reading after `last`, when the wall clock says `now` (milliseconds since the epoch). */
export function tick(last: Hlc, now: number): Hlc {
  const wall = Math.max(0, Math.floor(now));
  if (wall > last.milliseconds) return { milliseconds: wall, counter: 0 };
  if (last.counter < maximumCounter) return { milliseconds: last.milliseconds, counter: last.counter + 1 };
  return { milliseconds: last.milliseconds + 1, counter: 0 };
}

export function formatStamp(clock: Hlc, device: string): string {
  return `${clock.milliseconds.toString(16).padStart(12, '0')}-${clock.counter.toString(16).padStart(4, '0')}-${device}`;
}

/** The reading in a stamp; the beginning of time for anything that is no stamp. */
export function parseStamp(stamp: string): Hlc {
  const match = /^([0-9a-f]{12})-([0-9a-f]{4})-/.exec(stamp);
  return { milliseconds: parseInt(match?.[1] ?? '0', 16), counter: parseInt(match?.[2] ?? '0', 16) };
}
