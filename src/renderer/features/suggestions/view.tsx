import { defineView } from '../../app/views';
import { SuggestionPage } from './SuggestionPage';
import { SuggestionsList } from './SuggestionsList';

export const view = defineView({
  name: 'suggestions',
  title: 'Suggestions',
  List: SuggestionsList,
  Detail: SuggestionPage,
});
