import { useState } from 'react';
import styles from './Sidebar.module.css';

export interface NameBoxProps {
  initial: string;
  label: string;
  /** With '' where nothing is to change. */
  onFinish: (name: string) => void;
}

/** Enter keeps the name, Escape does not, leaving the box keeps it. */
export function NameBox({ initial, label, onFinish }: NameBoxProps) {
  const [name, setName] = useState(initial);
  return (
    <input
      className={styles['rename']}
      aria-label={label}
      value={name}
      autoFocus
      onFocus={(event) => event.target.select()}
      onChange={(event) => setName(event.target.value)}
      onBlur={() => onFinish(name === initial ? '' : name)}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key === 'Enter') onFinish(name);
        else if (event.key === 'Escape') onFinish('');
      }}
    />
  );
}
