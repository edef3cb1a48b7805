import { expect } from 'vitest';
import type { CoreMethodName, Handlers } from '../../../shared/contract';
import type { Block } from '../../../shared/domain/sources';
import type { Inline, MemoDocument } from '../../../shared/memo/document';
import { createRouter, handlerTable } from '../../core/router';
import { typedCall, type Call } from '../../core/session';
import { recordTables } from '../changes/types';
import { historyHandlers } from '../changes/handlers';
import type { SqlRow } from '../db/types';
import { derived } from '../derived';
import { nounHandlers } from '../noun-handlers';
import { silentLog } from '../open';
import { addSnapshot } from '../snapshots/store';
import { addSource } from '../sources/store';
import { openTestLibrary, type TestLibrary } from '../testing';

export interface TestNouns {
  library: TestLibrary;
  /** A call as a window makes it: the input is parsed, failures are thrown. */
  call: Call;
  /** A source with a snapshot of these paragraphs. */
  source(title: string, ...paragraphs: string[]): Promise<{ sourceId: string; snapshotId: string; text: string }>;
}

/** An empty library in a temporary folder with the nouns' methods, closed when the running test ends. */
export async function openTestNouns(): Promise<TestNouns> {
  const library = await openTestLibrary({ derived });
  const { context } = library;
  const handlers: Partial<Handlers<CoreMethodName>> = {
    ...nounHandlers(context),
    ...historyHandlers(context),
  };
  return {
    library,
    call: typedCall(createRouter(handlerTable(handlers), silentLog)),
    source: (title, ...paragraphs) =>
      context.change({ label: 'Add source' }, async (change) => {
        const sourceId = await addSource(change, {
          csl: { type: 'webpage', title, author: [{ family: title }], issued: { 'date-parts': [[2023]] } },
        });
        const { text, blocks } = snapshotText(paragraphs);
        const snapshotId = await addSnapshot(change, { sourceId, text, blocks, language: 'en' });
        return { sourceId, snapshotId, text };
      }),
  };
}

/** Paragraphs as a snapshot's text and numbered blocks. */
function snapshotText(paragraphs: readonly string[]): { text: string; blocks: Block[] } {
  const blocks: Block[] = [];
  let text = '';
  for (const [index, paragraph] of paragraphs.entries()) {
    if (index > 0) text += '\n\n';
    blocks.push({
      kind: 'paragraph',
      start: text.length,
      end: text.length + paragraph.length,
      paragraph: index + 1,
      spans: [],
    });
    text += paragraph;
  }
  return { text, blocks };
}

/** A document of one paragraph for each run of inlines; a string is plain text. */
export function memoOf(...runs: (string | Inline[])[]): MemoDocument {
  return {
    version: 2,
    blocks: runs.map((run) => ({
      type: 'paragraph',
      children: typeof run === 'string' ? [{ type: 'text', text: run, formats: [], marks: [] }] : run,
    })),
  };
}

/** Every row people wrote, without the stamp, which a row that comes back gets anew: what undo must bring back. */
export async function contents({ context }: TestLibrary): Promise<Record<string, SqlRow[]>> {
  return context.db.read(async (db) => {
    const tables: Record<string, SqlRow[]> = {};
    for (const table of recordTables) {
      const rows = await db.all<SqlRow>(`SELECT * FROM ${table} ORDER BY id`);
      tables[table] = rows.map(({ stamp: _, ...row }) => row);
    }
    tables.memo_reference = await db.all('SELECT * FROM memo_reference ORDER BY memo_id, kind, target_id');
    return tables;
  });
}

/** Does something, and checks that Undo is named so, takes it back to the letter, and that Redo does it again. */
export async function expectUndoable<T>(
  { library, call }: TestNouns,
  label: string,
  act: () => Promise<T>,
): Promise<T> {
  const before = await contents(library);
  library.advance();
  const value = await act();
  const after = await contents(library);
  expect(after).not.toEqual(before);
  expect((await call('history.state', {})).undo).toBe(label);
  await call('history.undo', {});
  expect(await contents(library)).toEqual(before);
  await call('history.redo', {});
  expect(await contents(library)).toEqual(after);
  return value;
}
