import type { ReactNode } from 'react';
import { useCommands } from '../../app/commands';
import { useNavigation } from '../../app/navigation';

/** The way to what a source proposes, from the source. */
export function Provider({ children }: { children: ReactNode }) {
  const { place, open } = useNavigation();
  useCommands([
    {
      id: 'source.suggestions',
      title: 'Review the suggestions of this source',
      group: 'Sources',
      shortcut: 'mod+shift+s',
      when: () => place.view === 'sources' && place.id !== undefined,
      run: () => place.view === 'sources' && place.id && open({ view: 'suggestions', sourceId: place.id }),
    },
  ]);
  return children;
}
