import { mkdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Handlers } from '../../shared/contract';
import type { LibraryInfo } from '../../shared/domain/library';
import { CommonplaceError, failureFrom, ok, type Result } from '../../shared/result';
import type { Clock, Emit, Log } from '../library/context';
import { Queue } from '../library/db/database';
import { watchInbox, type Inbox } from '../library/inbox/watch';
import { countNouns } from '../library/library/store';
import { libraryFolderName } from './folder-name';
import { openKnownLibraries, shortFolder, type KnownEntry } from './known';
import { createRouter, handlerTable, type Route } from './router';
import { createSession, openSession, type Call, type NounHandlers, type Session } from './session';

export interface CoreAppSetup {
  /** The app's own folder: the list of known libraries. */
  appFolder: string;
  /** Where new libraries are made. */
  documentsFolder: string;
  clock: Clock;
  log: Log;
  emit: Emit;
  handlers: NounHandlers;
  /** Fills a new library with the sample dossier. */
  writeSample(call: Call): Promise<void>;
}

/** The core of the app: at most one open library, and the list of known ones. */
export interface CoreApp {
  route: Route;
  /** For shells only: makes a folder known that the user chose in a dialog. */
  know(folder: string): Promise<Result<{ key: string }>>;
  /** For shells only: where the open library is. */
  folder(): Result<string>;
  close(): Promise<void>;
}

interface Open {
  session: Session;
  key: string;
  inbox: Inbox | null;
}

type OwnMethod =
  | 'library.known'
  | 'library.current'
  | 'library.create'
  | 'library.open'
  | 'library.close'
  | 'library.forget'
  | 'inbox.report'
  | 'inbox.seen'
  | 'inbox.take'
  | 'inbox.stop';

export async function createCoreApp(setup: CoreAppSetup): Promise<CoreApp> {
  const { clock, log, emit, handlers } = setup;
  const known = await openKnownLibraries(setup.appFolder, log);
  /** Opening and closing, one at a time. */
  const steps = new Queue();
  let current: Open | undefined;

  const options = (emitting: Emit) => ({ clock, log, handlers, emit: emitting, device: known.device });

  async function describe({ session, key }: Open): Promise<LibraryInfo> {
    const { library, readOnly, context } = session.library;
    const counts = await context.db.read(countNouns);
    return { id: library.id, key, name: library.name, folder: shortFolder(context.folder), readOnly, counts };
  }

  async function closeCurrent(): Promise<void> {
    const closing = current;
    current = undefined;
    if (!closing) return;
    await closing.inbox?.close();
    await closing.session.close();
    emit('library.closed', null);
  }

  /** Opens before it closes what was open, so that a library that cannot be opened leaves the window as it was. */
  async function openEntry(entry: KnownEntry, trust: boolean): Promise<LibraryInfo> {
    if (current?.key === entry.key) return describe(current);
    if (!entry.trusted && !trust) {
      throw new CommonplaceError(
        'library-untrusted',
        'This library was not made on this computer. Open it only if you trust whoever gave it to you.',
      );
    }
    const session = await openSession(entry.folder, { ...options(emit), trusted: entry.trusted });
    try {
      const facts = { name: session.library.library.name, lastOpened: new Date(clock()).toISOString(), trusted: true };
      await known.remember(entry.key, facts);
    } catch (error) {
      // A settings folder that cannot be written to is no reason to keep a person from their library.
      log.warn('list of libraries was not saved', { error: String(error) });
    }
    await closeCurrent();
    current = { session, key: entry.key, inbox: await openInbox(session) };
    const info = await describe(current);
    emit('library.opened', info);
    return info;
  }

  /** A library that can only be read has none, and a folder that cannot be watched is no reason not to open it. */
  async function openInbox({ library, call }: Session): Promise<Inbox | null> {
    const { folder, newId } = library.context;
    if (library.readOnly) return null;
    try {
      return await watchInbox({
        folder,
        importFile: (jobId, fileName, bytes) => call('imports.file', { jobId, fileName, bytes }),
        cancel: (jobId) => call('imports.cancel', { jobId }),
        newId,
        emit,
        log,
      });
    } catch (error) {
      log.warn('the inbox was not opened', { error: String(error) });
      return null;
    }
  }

  async function create(name: string, sample: boolean): Promise<LibraryInfo> {
    await mkdir(setup.documentsFolder, { recursive: true });
    const folder = await freeFolder(setup.documentsFolder, name, sample);
    // subtle: the sample is written in a session of its own, whose actions the user then cannot undo, and in silence.
    const session = await createSession(folder, { ...options(() => {}), name });
    try {
      if (sample) await setup.writeSample(session.call);
    } catch (error) {
      await session.close();
      await rm(folder, { recursive: true, force: true });
      throw error;
    }
    await session.close();
    const entry = await known.know(folder);
    await known.remember(entry.key, { name, trusted: true });
    return openEntry(entry, true);
  }

  const own: Handlers<OwnMethod> = {
    'library.known': () => known.list(),
    'library.current': async () => (current ? describe(current) : null),
    'library.create': ({ name, sample }) => steps.add(() => create(name, sample)),
    'library.open': ({ key, trust }) => steps.add(async () => openEntry(known.find(key), trust)),
    'library.close': () => steps.add(async () => (await closeCurrent(), null)),
    'library.forget': ({ key }) =>
      steps.add(async () => {
        if (current?.key === key) {
          throw new CommonplaceError('conflict', 'This library is open. Close it before taking it off the list.');
        }
        await known.forget(key);
        return null;
      }),
    'inbox.report': async () => current?.inbox?.report() ?? [],
    'inbox.seen': async () => (current?.inbox?.seen(), null),
    'inbox.take': async () => (await current?.inbox?.takeAll(), null),
    'inbox.stop': async () => (current?.inbox?.stop(), null),
  };
  const ownHandler = handlerTable(own);
  const routeOwn = createRouter(ownHandler, log);

  return {
    route: (method, input) => {
      const isOwn = typeof method === 'string' && Object.hasOwn(own, method);
      return isOwn || !current ? routeOwn(method, input) : current.session.route(method, input);
    },
    async know(folder) {
      try {
        return ok({ key: (await known.know(folder)).key });
      } catch (error) {
        return { ok: false, error: failureFrom(error) };
      }
    },
    folder: () =>
      current
        ? ok(current.session.library.context.folder)
        : { ok: false, error: { code: 'no-library', message: 'No library is open. Open or create one first.' } },
    close: () => steps.add(closeCurrent),
  };
}

/** The sample may be made again beside an earlier one; a library of the user's own is not renamed behind their back. */
async function freeFolder(documents: string, name: string, numbered: boolean): Promise<string> {
  for (let number = 1; ; number++) {
    const folder = join(documents, libraryFolderName(number === 1 ? name : `${name} ${number}`));
    const taken = await stat(folder).catch(() => undefined);
    if (!taken || !numbered) return folder;
  }
}
