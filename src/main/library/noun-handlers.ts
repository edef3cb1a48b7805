import { achHandlers } from './ach/handlers';
import { actorsHandlers } from './actors/handlers';
import { anchorsHandlers } from './anchors/handlers';
import { attachmentsHandlers } from './attachments/handlers';
import { citationKeysHandlers } from './citation-keys/handlers';
import { claimsHandlers } from './claims/handlers';
import { collectionsHandlers } from './collections/handlers';
import type { LibraryContext } from './context';
import { duplicatesHandlers } from './duplicates/handlers';
import { eventsHandlers } from './events/handlers';
import { excerptsHandlers } from './excerpts/handlers';
import { matrixHandlers } from './matrix/handlers';
import { memosHandlers } from './memos/handlers';
import { notesHandlers } from './notes/handlers';
import { originsHandlers } from './origins/handlers';
import { provenanceHandlers } from './provenance/handlers';
import { snapshotsHandlers } from './snapshots/handlers';
import { sourcesHandlers } from './sources/handlers';
import { suggestionsHandlers } from './suggestions/handlers';
import { tagsHandlers } from './tags/handlers';
import { timelineHandlers } from './timeline/handlers';
import { trashHandlers } from './trash/handlers';

/** The methods that need nothing but the rows people write: no parsers, citation engine, exporters or search index. */
export function nounHandlers(context: LibraryContext) {
  return {
    ...sourcesHandlers(context),
    ...citationKeysHandlers(context),
    ...duplicatesHandlers(context),
    ...snapshotsHandlers(context),
    ...attachmentsHandlers(context),
    ...excerptsHandlers(context),
    ...anchorsHandlers(context),
    ...tagsHandlers(context),
    ...collectionsHandlers(context),
    ...notesHandlers(context),
    ...actorsHandlers(context),
    ...claimsHandlers(context),
    ...originsHandlers(context),
    ...matrixHandlers(context),
    ...eventsHandlers(context),
    ...timelineHandlers(context),
    ...achHandlers(context),
    ...suggestionsHandlers(context),
    ...memosHandlers(context),
    ...provenanceHandlers(context),
    ...trashHandlers(context),
  };
}
