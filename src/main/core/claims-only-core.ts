/** For crash.test.ts: a core process like process.ts, with one method that writes, so that it starts quickly. */
import type { OutputOf } from '../../shared/contract';
import type { LibraryContext } from '../library/context';
import { silentLog } from '../library/open';
import { createCoreApp } from './app';
import { serveCore } from './serve';

const handlers = (context: LibraryContext) => ({
  'claims.create': ({ statement, note }: { statement: string; note: string }) =>
    context.change({ label: 'Add claim' }, async (change) => {
      // Two rows an action, so that half of one would show.
      const id = await change.insert('claim', { statement, note });
      await change.insert('note', { target_kind: 'claim', target_id: id, body: '{}', text: statement });
      return {} as OutputOf<'claims.create'>;
    }),
});

process.on('disconnect', () => process.exit(0));
serveCore(
  { send: (message) => void process.send?.(message), onMessage: (listener) => void process.on('message', listener) },
  ({ appFolder, documentsFolder }) =>
    createCoreApp({
      appFolder,
      documentsFolder,
      clock: Date.now,
      log: silentLog,
      emit: (name, payload) => process.send?.({ type: 'event', name, payload }),
      handlers,
      writeSample: async () => {},
    }),
  () => process.exit(0),
);
