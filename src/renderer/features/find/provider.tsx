import { useEffect, useState, type ReactNode } from 'react';
import { useCommands } from '../../app/commands';
import { useNavigation } from '../../app/navigation';
import { isMac } from '../../app/shortcuts';
import { FindContext, FindSurfaces } from './surfaces';

/** What finding offers everywhere: its commands go to the text that the user means. */
export function Provider({ children }: { children: ReactNode }) {
  const [surfaces] = useState(() => new FindSurfaces());
  const { place, open } = useNavigation();
  useEffect(() => {
    const onFocus = (event: FocusEvent) => event.target instanceof Element && surfaces.focused(event.target);
    document.addEventListener('focusin', onFocus);
    return () => document.removeEventListener('focusin', onFocus);
  }, [surfaces]);
  const step = (direction: 1 | -1) => surfaces.meant()?.step(direction);
  const isThere = () => surfaces.meant() !== undefined;
  useCommands([
    {
      id: 'find.open',
      title: 'Find in this text',
      group: 'Edit',
      shortcut: 'mod+f',
      // Where no text is open, everything is.
      run: () => {
        const text = surfaces.meant();
        if (text) text.open(false);
        else if (place.view !== 'search') open({ view: 'search' });
      },
    },
    {
      id: 'find.replace',
      title: 'Find and replace in this memo',
      group: 'Edit',
      // On a Mac the other hides the app.
      shortcut: isMac ? 'mod+shift+h' : 'mod+h',
      when: () => surfaces.meant()?.canReplace === true,
      run: () => surfaces.meant()?.open(true),
    },
    {
      id: 'find.next',
      title: 'Find next',
      group: 'Edit',
      shortcut: 'f3',
      otherShortcuts: ['mod+g'],
      when: isThere,
      run: () => step(1),
    },
    {
      id: 'find.previous',
      title: 'Find previous',
      group: 'Edit',
      shortcut: 'shift+f3',
      otherShortcuts: ['mod+shift+g'],
      when: isThere,
      run: () => step(-1),
    },
  ]);
  return <FindContext value={surfaces}>{children}</FindContext>;
}
