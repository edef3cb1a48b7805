import type { HistoryState } from '../../../shared/domain/library';
import { CommonplaceError } from '../../../shared/result';
import type { Clock, Emit } from '../context';
import { DatabaseError } from '../db/errors';
import type { Database, Reader, Writer } from '../db/types';
import { Action } from './action';
import { formatStamp, parseStamp, tick } from './hlc';
import { nounsTouched } from './nouns';
import { deferForeignKeys, entriesOfAction, lastOfDevice } from './store';
import type { ChangeRunner, Derived, TouchedRow } from './types';

export interface ChangesOptions {
  db: Database;
  clock: Clock;
  device: string;
  newId(): string;
  emit: Emit;
  /** Kept in step in every action's own transaction. */
  derived: readonly Derived[];
  /** Called after an action of which derived data left something for later. */
  settle(): void;
}

/** Undo and redo of this session's actions. Both are actions themselves, logged like any other. */
export interface History {
  state(): HistoryState;
  /** Does nothing when there is nothing to undo. */
  undo(): Promise<HistoryState>;
  redo(): Promise<HistoryState>;
}

interface Done {
  actionId: string;
  label: string;
}

/** Older actions than this are kept in the log but can no longer be undone. */
const remembered = 1000;

/** The runner of actions on one open library, and their history. */
export function createChanges(options: ChangesOptions): { change: ChangeRunner; history: History } {
  const { db, clock, device, newId, emit, derived, settle } = options;
  const undoable: Done[] = [];
  const redoable: Done[] = [];
  let last = parseStamp('');

  const state = (): HistoryState => ({
    undo: undoable.at(-1)?.label ?? null,
    redo: redoable.at(-1)?.label ?? null,
  });

  async function begin(writer: Writer, label: string, keepBefore: boolean): Promise<{ action: Action; id: string }> {
    const id = newId();
    const { lastSeq, from } = await resume(writer, device);
    const now = clock();
    last = tick(from.milliseconds > last.milliseconds ? from : last, now);
    const stamp = formatStamp(last, device);
    const isoNow = new Date(now).toISOString();
    return { action: new Action(writer, { id, label, device, lastSeq, stamp, now: isoNow, keepBefore, newId }), id };
  }

  /** What the action touched, and whether derived data left something of it for later. */
  async function finish(writer: Writer, action: Action): Promise<{ touched: TouchedRow[]; later: boolean }> {
    const touched = await action.touched();
    let later = false;
    if (touched.length > 0) for (const { derive } of derived) later = (await derive(writer, touched)) === true || later;
    return { touched, later };
  }

  function announce(touched: TouchedRow[], history: boolean): void {
    const nouns = nounsTouched(touched);
    if (history) nouns.push('history');
    if (nouns.length > 0) emit('library.changed', { nouns });
  }

  const change: ChangeRunner = async ({ label, final = false, undoable: canUndo = !final }, work) => {
    const { value, touched, later, done } = await db.write(async (writer) => {
      const { action, id } = await begin(writer, label, canUndo);
      const result = await work(action);
      return { value: result, ...(await finish(writer, action)), done: action.writes > 0 ? id : undefined };
    });
    if (later) settle();
    // subtle: the next action's closure only starts after its BEGIN has been to the disk, so it finds these stacks set.
    const remember = canUndo && done !== undefined;
    if (remember) {
      undoable.push({ actionId: done, label });
      if (undoable.length > remembered) undoable.shift();
      redoable.length = 0;
    }
    if (final && done !== undefined) {
      undoable.length = 0;
      redoable.length = 0;
    }
    announce(touched, remember || final);
    return value;
  };

  /** Takes back the newest action of `from`; taking that back again is then the newest of `to`. */
  async function takeBack(from: Done[], to: Done[], verb: 'Undo' | 'Redo'): Promise<HistoryState> {
    let tried: Done | undefined;
    const outcome = await db
      .write(async (writer) => {
        const done = from.at(-1);
        if (!done) return undefined;
        tried = done;
        const { action, id } = await begin(writer, `${verb}: ${done.label}`, true);
        // Rows come back in reverse order of their writing, parts sometimes before wholes.
        await deferForeignKeys(writer);
        for (const entry of await entriesOfAction(writer, done.actionId)) await action.invert(entry);
        return { done, id, ...(await finish(writer, action)) };
      })
      .catch((error: unknown) => {
        if (!tried || !isImpossible(error)) throw error;
        // It would stand in the way of everything before it.
        from.splice(from.indexOf(tried), 1);
        emit('library.changed', { nouns: ['history'] });
        throw new CommonplaceError(
          'conflict',
          `“${tried.label}” cannot be taken back any more, because what it changed was changed since. The step before it still can.`,
        );
      });
    if (!outcome) return state();
    if (outcome.later) settle();
    from.splice(from.indexOf(outcome.done), 1);
    to.push({ actionId: outcome.id, label: outcome.done.label });
    announce(outcome.touched, true);
    return state();
  }

  return {
    change,
    history: {
      state,
      undo: () => takeBack(undoable, redoable, 'Undo'),
      redo: () => takeBack(redoable, undoable, 'Redo'),
    },
  };
}

/** True when trying again would fail again: a row is gone, or another one stands in its place. */
function isImpossible(error: unknown): boolean {
  if (error instanceof CommonplaceError) return error.code === 'not-found' || error.code === 'conflict';
  return error instanceof DatabaseError && error.sqlite === 'SQLITE_CONSTRAINT';
}

async function resume(db: Reader, device: string): Promise<{ lastSeq: number; from: ReturnType<typeof parseStamp> }> {
  const { deviceSeq, stamp } = await lastOfDevice(db, device);
  return { lastSeq: deviceSeq, from: parseStamp(stamp) };
}
