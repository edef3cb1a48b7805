import { Eye } from 'lucide-react';
import type { MemoSaver } from '../MemoSaver';
import { IconButton, Menu } from '../../../ui';
import { SaveMark } from '../SaveMark';
import { focusShortcut, type MemoFocus } from './useMemoFocus';
import styles from './focus.module.css';

/** All that is left of the window in focus mode: whether the text is saved, and what focus means. */
export function FocusCorner({ focus, saver }: { focus: MemoFocus; saver: MemoSaver }) {
  const { by, typewriter, change } = focus;
  return (
    <div className={styles.corner}>
      <SaveMark saver={saver} />
      <Menu
        align="end"
        entries={[
          { label: 'The paragraph', checked: by === 'paragraph', run: () => change({ by: 'paragraph' }) },
          { label: 'The sentence', checked: by === 'sentence', run: () => change({ by: 'sentence' }) },
          'line',
          {
            label: 'Keep the line at one height',
            checked: typewriter,
            run: () => change({ typewriter: !typewriter }),
          },
          'line',
          { label: 'Leave focus mode', shortcut: 'escape', run: () => change({ on: false }) },
        ]}
      >
        <IconButton label="Focus" shortcut={focusShortcut} icon={<Eye size={15} />} />
      </Menu>
    </div>
  );
}
