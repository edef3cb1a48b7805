import type { ReactNode } from 'react';
import { Input } from './Field';
import styles from './FilterBar.module.css';

export interface FilterBarProps {
  /** What is filtered: "claims". */
  noun: string;
  value: string;
  onChange: (value: string) => void;
  /** Further choices beside the box. */
  children?: ReactNode;
}

/** The line above a list that narrows it. */
export function FilterBar({ noun, value, onChange, children }: FilterBarProps) {
  return (
    <div className={styles['bar']} role="search" aria-label={`Filter ${noun}`}>
      <Input
        label={`Filter ${noun}`}
        hideLabel
        type="search"
        placeholder="Filter"
        value={value}
        onChange={onChange}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && value !== '') {
            event.stopPropagation();
            onChange('');
          }
        }}
      />
      {children}
    </div>
  );
}
