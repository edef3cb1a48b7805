import { Search } from 'lucide-react';
import type { InputHTMLAttributes, ReactNode, Ref } from 'react';
import styles from './SearchBox.module.css';

export interface SearchBoxProps extends Omit<InputHTMLAttributes<HTMLInputElement>, 'onChange' | 'className'> {
  ref: Ref<HTMLInputElement>;
  onChange: (text: string) => void;
  /** At the end of the box. */
  end?: ReactNode;
}

/** The box that searches everything, across the top of what it is for. */
export function SearchBox({ ref, onChange, end, ...input }: SearchBoxProps) {
  return (
    <div className={styles['box']}>
      <Search size={17} aria-hidden />
      <input
        {...input}
        ref={ref}
        type="text"
        className={styles['input']}
        spellCheck={false}
        autoComplete="off"
        onChange={(event) => onChange(event.target.value)}
      />
      {end}
    </div>
  );
}
