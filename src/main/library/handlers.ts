import type { CoreMethodName, Handlers } from '../../shared/contract';
import { citingHandlers } from './citing/handlers';
import type { LibraryContext } from './context';
import { bundleHandlers } from './bundle/handlers';
import { exportsHandlers } from './exports/handlers';
import { importsHandlers } from './imports/handlers';
import { nounHandlers } from './noun-handlers';
import { searchHandlers } from './search/handlers';
import { savedSearchHandlers } from './search/saved/handlers';

/** The methods that need nothing but an open library. `library.*`, `history.*` and `inbox.*` belong to what is around it. */
export type LibraryMethod = Exclude<CoreMethodName, `${'library' | 'history' | 'inbox'}.${string}`>;

/** Every method of an open library. */
export function libraryHandlers(context: LibraryContext): Handlers<LibraryMethod> {
  return {
    ...nounHandlers(context),
    ...importsHandlers(context),
    ...citingHandlers(context),
    ...exportsHandlers(context),
    ...bundleHandlers(context),
    ...searchHandlers(context),
    ...savedSearchHandlers(context),
  };
}
