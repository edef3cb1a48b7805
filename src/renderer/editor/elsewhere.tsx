import { createContext, use, useCallback } from 'react';
import { useNavigation } from '../app/navigation';
import type { Place } from '../app/places';
import type { PaneName } from '../app/views';

/** Which pane an editor stands in. */
export const EditorPane = createContext<PaneName>('main');

/** Opens a place in the other pane, so that the text being written stays where it is. */
export function useOpenElsewhere(): (place: Place) => void {
  const { open, openBeside } = useNavigation();
  const pane = use(EditorPane);
  return useCallback((place) => (pane === 'main' ? openBeside(place) : open(place)), [pane, open, openBeside]);
}
