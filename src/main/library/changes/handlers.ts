import type { Handlers } from '../../../shared/contract';
import type { LibraryContext } from '../context';

/** Undo and redo within a session. */
export function historyHandlers(
  context: Pick<LibraryContext, 'history'>,
): Handlers<'history.state' | 'history.undo' | 'history.redo'> {
  return {
    'history.state': async () => context.history.state(),
    'history.undo': () => context.history.undo(),
    'history.redo': () => context.history.redo(),
  };
}
