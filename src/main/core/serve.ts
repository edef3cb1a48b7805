import { CommonplaceError, failureFrom, type Result } from '../../shared/result';
import type { CoreApp } from './app';
import type { CoreSettings, FromCore, ToCore } from './messages';

/** One end of the channel between a shell and the core's process. */
export interface Port {
  send(message: FromCore): void;
  onMessage(listener: (message: unknown) => void): void;
}

/**
 * Answers a shell's messages until it says `close`. Every call is answered, also when the core could not start.
 * @param start makes the core once the shell has said where its folders are
 */
export function serveCore(port: Port, start: (settings: CoreSettings) => Promise<CoreApp>, ended: () => void): void {
  let app: Promise<CoreApp> | undefined;

  const answer = async (id: number, work: (core: CoreApp) => Promise<Result<unknown>>): Promise<void> => {
    let result: Result<unknown>;
    try {
      if (!app) throw new CommonplaceError('unavailable', 'Commonplace is still starting. Try again.');
      result = await work(await app);
    } catch (error) {
      result = { ok: false, error: failureFrom(error) };
    }
    port.send({ type: 'result', id, result });
  };

  const close = async (id: number): Promise<void> => {
    await answer(id, async (core) => {
      await core.close();
      return { ok: true, value: null };
    });
    ended();
  };

  port.onMessage((raw) => {
    const message = raw as ToCore;
    switch (message.type) {
      case 'start':
        app ??= startAndReopen(port, start, message.settings);
        // Calls report the failure; without this it would count as unhandled until the first one.
        app.catch(() => undefined);
        break;
      case 'call':
        void answer(message.id, (core) => core.route(message.method, message.input));
        break;
      case 'know':
        void answer(message.id, (core) => core.know(message.folder));
        break;
      case 'folder':
        void answer(message.id, async (core) => core.folder());
        break;
      case 'close':
        void close(message.id);
        break;
    }
  });
}

async function startAndReopen(
  port: Port,
  start: (settings: CoreSettings) => Promise<CoreApp>,
  settings: CoreSettings,
): Promise<CoreApp> {
  const app = await start(settings);
  if (settings.reopen === null) return app;
  const reopened = await app.route('library.open', { key: settings.reopen });
  // Windows still show the library that was open; without it they show the welcome screen.
  if (!reopened.ok) port.send({ type: 'event', name: 'library.closed', payload: null });
  return app;
}
