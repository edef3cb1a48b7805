import type { CoreMethodName, Handlers, InputOf, OutputOf } from '../../shared/contract';
import { unwrap, type Result } from '../../shared/result';
import { historyHandlers } from '../library/changes/handlers';
import type { LibraryContext } from '../library/context';
import { derived as allDerived } from '../library/derived';
import { createLibrary, openLibrary, type OpenLibrary, type OpenOptions } from '../library/open';
import { verifyLibrary } from '../library/verify/verify';
import { createRouter, handlerTable, type Route } from './router';

/** The methods that answer from an open library. The rest of `library.*` belongs to the app around it. */
export type NounHandlers = (context: LibraryContext) => Partial<Handlers<CoreMethodName>>;

/** Calls a core method by name with typed input; failures are thrown. */
export type Call = <M extends CoreMethodName>(method: M, input: InputOf<M>) => Promise<OutputOf<M>>;

/** An open library with every method that works on it: what the window's core, the command line and tests use. */
export interface Session {
  library: OpenLibrary;
  /** Never throws. */
  route: Route;
  call: Call;
  close(): Promise<void>;
}

export interface SessionOptions extends OpenOptions {
  handlers: NounHandlers;
}

export async function openSession(folder: string, options: SessionOptions): Promise<Session> {
  return startSession(await openLibrary(folder, options), options);
}

export async function createSession(folder: string, options: SessionOptions & { name: string }): Promise<Session> {
  return startSession(await createLibrary(folder, options), options);
}

function startSession(library: OpenLibrary, { handlers, log, derived = allDerived }: SessionOptions): Session {
  const { context } = library;
  const find = handlerTable({
    ...handlers(context),
    ...historyHandlers(context),
    'library.verify': () => verifyLibrary(context, derived),
  });
  const route = createRouter(find, log);
  return { library, route, call: typedCall(route), close: () => library.close() };
}

/** Typed calls over a route. */
export function typedCall(route: Route): Call {
  return async <M extends CoreMethodName>(method: M, input: InputOf<M>) =>
    unwrap((await route(method, input)) as Result<OutputOf<M>>);
}
