import * as v from 'valibot';
import { mkdirSync, readFileSync } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { CommonplaceError } from '../../shared/result';

/** Where the window stands on the screen, in device-independent pixels. */
const boundsSchema = v.strictObject({
  x: v.optional(v.pipe(v.number(), v.integer())),
  y: v.optional(v.pipe(v.number(), v.integer())),
  width: v.pipe(v.number(), v.integer(), v.minValue(200), v.maxValue(20_000)),
  height: v.pipe(v.number(), v.integer(), v.minValue(200), v.maxValue(20_000)),
  maximised: v.optional(v.boolean(), false),
});
export type WindowBounds = v.InferOutput<typeof boundsSchema>;

const fileSchema = v.object({
  bounds: v.fallback(v.optional(boundsSchema), undefined),
  state: v.fallback(v.record(v.string(), v.unknown()), {}),
});

/** More than this is not "what a window wants to find again". */
const maximumStateLength = 1_000_000;

export const defaultBounds: WindowBounds = { width: 1360, height: 880, maximised: false };

/** Remembers size, position and the window's own state across starts, in `window.json` of the app's folder. */
export interface WindowState {
  bounds(): WindowBounds;
  saveBounds(bounds: unknown): void;
  state(): Record<string, unknown>;
  /** Settles once the state is on the disk. */
  saveState(state: Record<string, unknown>): Promise<void>;
  /** Waits for everything that is still to be written. */
  flush(): Promise<void>;
}

/** A missing or damaged file means a first start, never an error: nothing in it is worth stopping for. */
export function openWindowState(appFolder: string): WindowState {
  mkdirSync(appFolder, { recursive: true, mode: 0o700 });
  const path = join(appFolder, 'window.json');
  let { bounds, state } = read(path);
  let writing: Promise<void> = Promise.resolve();
  const save = () => {
    const content = JSON.stringify({ bounds, state });
    // One write after the other, each whole: a later state never loses to an earlier one.
    const next = writing.then(() => writeAtomically(path, content));
    writing = next.catch(() => undefined);
    return next;
  };

  return {
    bounds: () => bounds ?? defaultBounds,
    saveBounds(next) {
      const parsed = v.safeParse(boundsSchema, next);
      if (!parsed.success || JSON.stringify(parsed.output) === JSON.stringify(bounds)) return;
      bounds = parsed.output;
      save().catch(() => undefined);
    },
    state: () => state,
    async saveState(next) {
      if (JSON.stringify(next).length > maximumStateLength) {
        throw new CommonplaceError('too-large', 'The window has more to remember than fits. Close some tabs.');
      }
      state = next;
      await save();
    },
    flush: () => writing,
  };
}

function read(path: string): v.InferOutput<typeof fileSchema> {
  try {
    return v.parse(fileSchema, JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    return { bounds: undefined, state: {} };
  }
}

async function writeAtomically(path: string, content: string): Promise<void> {
  const temporary = `${path}.${process.pid}.tmp`;
  try {
    const file = await open(temporary, 'w', 0o600);
    try {
      await file.writeFile(content);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}
