import type { Handlers } from '../../../shared/contract';
import type { LibraryContext } from '../context';
import { acceptActor, acceptEvent, acceptQuotation } from './accept';
import { suggestionsFor } from './find';
import { createReader } from './reading';
import { decide, decisionsOf, reconsider } from './store';

type SuggestionMethod =
  | 'suggestions.forSource'
  | 'suggestions.decisions'
  | 'suggestions.acceptActor'
  | 'suggestions.acceptQuotation'
  | 'suggestions.acceptEvent'
  | 'suggestions.reject'
  | 'suggestions.reconsider';

/** What the app proposes from a source's text, and what somebody decides about it. Each acceptance is one action. */
export function suggestionsHandlers({ db, change, linkId }: LibraryContext): Handlers<SuggestionMethod> {
  const read = createReader();
  return {
    'suggestions.forSource': (input) => suggestionsFor(db, read, input),
    'suggestions.decisions': ({ sourceId }) => db.read((reader) => decisionsOf(reader, sourceId)),
    'suggestions.acceptActor': (input) =>
      change({ label: 'Accept actor' }, (writer) => acceptActor(writer, linkId, input)),
    'suggestions.acceptQuotation': (input) =>
      change({ label: 'Accept quotation' }, (writer) => acceptQuotation(writer, linkId, input)),
    'suggestions.acceptEvent': (input) =>
      change({ label: 'Accept event' }, (writer) => acceptEvent(writer, linkId, input)),
    'suggestions.reject': ({ sourceId, key, label }) =>
      change({ label: 'Reject suggestion' }, async (writer) => {
        await decide(writer, linkId, { sourceId, key, label, targetId: null });
        return null;
      }),
    'suggestions.reconsider': ({ sourceId, key }) =>
      change({ label: 'Propose again' }, async (writer) => {
        await reconsider(writer, sourceId, key);
        return null;
      }),
  };
}
