import { shortcutKeys, type Shortcut } from '../app/shortcuts';
import styles from './Kbd.module.css';

/** A shortcut as key caps. */
export function Kbd({ shortcut }: { shortcut: Shortcut }) {
  return (
    <span className={styles['keys']}>
      {shortcutKeys(shortcut).map((key) => (
        <kbd key={key} className={styles['key']}>
          {key}
        </kbd>
      ))}
    </span>
  );
}
