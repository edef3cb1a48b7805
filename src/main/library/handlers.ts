import type { CoreMethodName, Handlers } from '../../shared/contract';
import { actorsHandlers } from './actors/handlers';
import { citingHandlers } from './citing/handlers';
import { claimsHandlers } from './claims/handlers';
import { collectionsHandlers } from './collections/handlers';
import type { LibraryContext } from './context';
import { eventsHandlers } from './events/handlers';
import { excerptsHandlers } from './excerpts/handlers';
import { exportsHandlers } from './exports/handlers';
import { importsHandlers } from './imports/handlers';
import { memosHandlers } from './memos/handlers';
import { notesHandlers } from './notes/handlers';
import { searchHandlers } from './search/handlers';
import { snapshotsHandlers } from './snapshots/handlers';
import { sourcesHandlers } from './sources/handlers';
import { tagsHandlers } from './tags/handlers';
import { trashHandlers } from './trash/handlers';

/** The methods that need nothing but an open library. `library.*` and `history.*` belong to the session around it. */
export type LibraryMethod = Exclude<CoreMethodName, `library.${string}` | `history.${string}`>;

/** Every method of the nouns, on one open library. */
export function libraryHandlers(context: LibraryContext): Handlers<LibraryMethod> {
  return {
    ...sourcesHandlers(context),
    ...snapshotsHandlers(context),
    ...importsHandlers(context),
    ...excerptsHandlers(context),
    ...tagsHandlers(context),
    ...collectionsHandlers(context),
    ...notesHandlers(context),
    ...actorsHandlers(context),
    ...claimsHandlers(context),
    ...eventsHandlers(context),
    ...memosHandlers(context),
    ...citingHandlers(context),
    ...exportsHandlers(context),
    ...searchHandlers(context),
    ...trashHandlers(context),
  };
}
