import { Ellipsis, History, ListTree, PanelRight, Pilcrow, Trash2 } from 'lucide-react';
import { useAct } from '../../client';
import { IconButton, Menu } from '../../ui';
import { ExportMenu } from './ExportMenu';
import type { MemoFacts } from './facts';
import { invisiblesShortcut } from './invisibles/useInvisibles';
import type { MemoSaver } from './MemoSaver';
import { SaveMark } from './SaveMark';
import type { MemoSideState } from './side/useMemoSide';
import { StyleChoice } from './StyleChoice';
import styles from './memos.module.css';

export interface MemoBarProps {
  memo: MemoFacts;
  saver: MemoSaver;
  hidden: boolean;
  /** What styles are shown on. */
  sourceIds: () => string[];
  flush: () => Promise<void>;
  side: MemoSideState;
  invisibles: { shown: boolean; toggle: () => void };
  onRevisions: () => void;
  /** Left out where there is no second pane to open it in. */
  onBeside: (() => void) | undefined;
}

/** What can be done with a memo, in one row: where there is no room for all, the rest is in a menu at its end. */
export function MemoBar(props: MemoBarProps) {
  const { memo, saver, side, invisibles } = props;
  const { id } = memo;
  const update = useAct('memos.update');
  const setStyle = useAct('memos.update', { success: 'Citations and notes are in the new style' });
  const trash = useAct('memos.trash', { success: 'Memo moved to the Trash' });
  const acts = [
    {
      label: invisibles.shown ? 'Hide invisible characters' : 'Show invisible characters',
      shortcut: invisiblesShortcut,
      icon: <Pilcrow size={15} />,
      pressed: invisibles.shown,
      run: invisibles.toggle,
    },
    { label: 'Revisions', icon: <History size={15} />, run: props.onRevisions },
    ...(props.onBeside ? [{ label: 'Open beside', icon: <PanelRight size={15} />, run: props.onBeside }] : []),
    { label: 'Move to the Trash', icon: <Trash2 size={15} />, run: () => void trash.act({ id }) },
  ];
  return (
    <div className={styles.bar} hidden={props.hidden}>
      <StyleChoice
        styleId={memo.styleId}
        locale={memo.locale}
        sourceIds={props.sourceIds}
        onStyle={(style) => void setStyle.act({ id, styleId: style.id })}
        onLocale={(locale) => void update.act({ id, locale })}
      />
      <span className={styles.spring} />
      <SaveMark saver={saver} />
      <ExportMenu memo={memo} flush={props.flush} />
      <IconButton
        label={side.open ? 'Close the panel beside the text' : 'Outline and more beside the text'}
        icon={<ListTree size={15} />}
        pressed={side.open}
        onClick={() => (side.open ? side.hide() : side.show())}
      />
      {acts.map(({ run, ...act }) => (
        <IconButton key={act.label} className={styles.roomy} onClick={run} {...act} />
      ))}
      <Menu
        align="end"
        entries={acts.map(({ label, icon, run, ...act }) => ({
          label,
          icon,
          run,
          ...('shortcut' in act && { shortcut: act.shortcut }),
        }))}
      >
        <IconButton label="More for this memo" className={styles.scant} icon={<Ellipsis size={15} />} />
      </Menu>
    </div>
  );
}
