import { X } from 'lucide-react';
import { useRef, type KeyboardEvent, type ReactNode } from 'react';
import { IconButton, Pane, Panes, Splitter, Tabs } from '../../../ui';
import { useNarrow } from '../../../ui/useNarrow';
import { sidePanels, type SidePanelProps } from './panels';
import type { MemoSideState } from './useMemoSide';
import styles from './side.module.css';

/** Puts the focus into the panel that is shown, or on its tab where there is nothing in it to act on. */
export function focusPanel(room: HTMLElement | null): void {
  const within = (part: string) => room?.querySelector<HTMLElement>(`.${styles.side} ${part}`);
  const panel = within('[role=tabpanel]:not([hidden])');
  (panel?.querySelector<HTMLElement>('[tabindex="0"], textarea, button') ?? panel)?.focus();
}

export interface WithSideProps {
  side: MemoSideState;
  /** What the panels are given; null until the editor is there. */
  panel: SidePanelProps | null;
  children: ReactNode;
}

/** A memo's text and, beside it, the panel that is shown; over the text's edge where there is no room beside it. */
export function WithSide({ side, panel, children }: WithSideProps) {
  const room = useRef<HTMLDivElement>(null);
  const narrow = useNarrow(room);
  const open = side.open && panel !== null;
  const shown = open && <Side side={side} panel={panel} />;
  return (
    <div ref={room} className={styles.room}>
      <Panes name={open && !narrow ? 'memo-side' : 'memo'}>
        <Pane id="text" minSize={320}>
          {children}
        </Pane>
        {open && !narrow && <Splitter label="Resize the panel beside the memo" />}
        {open && !narrow && (
          <Pane id="side" defaultSize={280} minSize={200} maxSize={460} groupResizeBehavior="preserve-pixel-size">
            {shown}
          </Pane>
        )}
      </Panes>
      {open && narrow && <div className={styles.over}>{shown}</div>}
    </div>
  );
}

function Side({ side, panel }: { side: MemoSideState; panel: SidePanelProps }) {
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    event.preventDefault();
    panel.editor.focus();
  };
  return (
    <aside className={styles.side} aria-label="Beside the memo" onKeyDown={onKeyDown}>
      <Tabs
        label="Beside the memo"
        value={side.tab}
        onChange={side.show}
        tabs={sidePanels.map(({ id, title, Panel }) => ({
          id,
          title,
          content: id === side.tab && <Panel {...panel} />,
        }))}
      />
      <IconButton
        small
        className={styles.close}
        label="Close the panel"
        icon={<X size={14} />}
        onClick={() => {
          side.hide();
          panel.editor.focus();
        }}
      />
    </aside>
  );
}
