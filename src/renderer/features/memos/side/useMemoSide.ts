import { useCallback, useMemo } from 'react';
import * as v from 'valibot';
import { useCommands } from '../../../app/commands';
import { useChoice } from '../../../app/preferences';
import type { PaneName } from '../../../app/views';
import { sidePanels } from './panels';

const shown = v.object({ open: v.boolean(), tab: v.picklist(sidePanels.map(({ id }) => id)) });
const closed = { open: false, tab: sidePanels[0]!.id };

export interface MemoSideState {
  open: boolean;
  tab: string;
  /** Shows a panel; without an id the one that was shown last. */
  show: (tab?: string) => void;
  hide: () => void;
}

/** Which panel stands beside the memos of a pane. Remembered; each panel has a command that shows and hides it. */
export function useMemoSide(pane: PaneName, focus: (what: 'panel' | 'text') => void): MemoSideState {
  const [{ open, tab }, set] = useChoice(`memo.side.${pane}`, shown, closed);
  const show = useCallback((next: string = tab) => set({ open: true, tab: next }), [set, tab]);
  const hide = useCallback(() => set({ open: false, tab }), [set, tab]);
  useCommands(
    sidePanels.map(({ id, title, shortcut }) => {
      const here = open && tab === id;
      return {
        id: `memo.side.${id}`,
        title: `${here ? 'Hide' : 'Show'} the ${title.toLowerCase()}`,
        group: 'Memos',
        ...(shortcut ? { shortcut } : {}),
        run: () => {
          if (here) hide();
          else show(id);
          focus(here ? 'text' : 'panel');
        },
      };
    }),
  );
  return useMemo(() => ({ open, tab, show, hide }), [open, tab, show, hide]);
}
