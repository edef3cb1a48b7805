import type { Log } from '../library/context';

/** One line of JSON an entry. The log never holds what a user wrote, so neither does this. */
export function lineLog(write: (line: string) => void, clock: () => number = Date.now): Log {
  const entry = (level: string) => (message: string, facts?: Record<string, unknown>) =>
    write(`${JSON.stringify({ time: new Date(clock()).toISOString(), level, message, ...facts })}\n`);
  return { info: entry('info'), warn: entry('warn'), error: entry('error') };
}
