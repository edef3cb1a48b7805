import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { ContractEvents, EventName } from '../../shared/contract';
import type { LibraryContext } from './context';
import { createLibrary, openLibrary, silentLog, type OpenLibrary, type OpenOptions } from './open';

export interface TestLibrary extends OpenLibrary {
  context: LibraryContext;
  folder: string;
  /** What was emitted so far. */
  events: { name: EventName; payload: unknown }[];
  /** Moves the clock on, by a second if nothing is given. */
  advance(milliseconds?: number): void;
  /** Closes and opens again, as a restart would. */
  reopen(): Promise<TestLibrary>;
}

/** Noon, 14 March 2024, UTC. */
export const testStart = Date.UTC(2024, 2, 14, 12);

/** Not available in `beforeAll`: there the system's own cleaning of temporary folders must do. */
function atEnd(work: () => Promise<void>): void {
  try {
    onTestFinished(work);
  } catch {
    process.once('exit', () => void work().catch(() => undefined));
  }
}

/** A folder that is deleted when the running test ends. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'commonplace-test-'));
  atEnd(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** A new library in a temporary folder with a clock that stands still; closed and deleted when the running test ends. */
export async function openTestLibrary(options: Partial<OpenOptions> = {}): Promise<TestLibrary> {
  const folder = join(await temporaryFolder(), 'Test.commonplace');
  let now = testStart;
  const events: TestLibrary['events'] = [];
  const full: OpenOptions = {
    clock: () => now,
    log: silentLog,
    trusted: true,
    emit: <Name extends EventName>(name: Name, payload: ContractEvents[Name]) => void events.push({ name, payload }),
    ...options,
  };
  const wrap = (opened: OpenLibrary): TestLibrary => {
    atEnd(() => opened.close());
    return {
      ...opened,
      folder,
      events,
      advance: (milliseconds = 1000) => void (now += milliseconds),
      async reopen() {
        await opened.close();
        return wrap(await openLibrary(folder, full));
      },
    };
  };
  return wrap(await createLibrary(folder, { ...full, name: 'Test' }));
}
