import { useMemo, useRef, useState, type ReactNode } from 'react';
import { Choices, useChoices, type ChoiceGroup } from './Choices';
import styles from './ChooseBox.module.css';
import { SearchBox } from './SearchBox';

export interface ChooseBoxProps<T> {
  /** For screen readers, and in the empty box. */
  label: string;
  /** What there is to choose from once this was typed; a function that stays the same as long as its answers do. */
  groupsFor: (typed: string) => readonly ChoiceGroup<T>[];
  keyOf: (item: T) => string;
  renderItem: (item: T) => ReactNode;
  onChoose: (item: T) => void;
  /** What there is to choose from is still on its way: Enter waits for it. */
  pending?: boolean;
  /** Said when nothing is left to choose. */
  empty?: string;
}

/** A few letters and Enter: for popovers and dialogs that are there for one choice. */
export function ChooseBox<T>({
  label,
  groupsFor,
  keyOf,
  renderItem,
  onChoose,
  pending = false,
  empty,
}: ChooseBoxProps<T>) {
  const box = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState('');
  const groups = useMemo(() => groupsFor(typed), [groupsFor, typed]);
  const list = useChoices(groups, onChoose, { typed, pending });
  return (
    <div className={styles['chooser']}>
      <SearchBox
        ref={box}
        {...list.box}
        aria-label={label}
        placeholder={label}
        autoFocus
        value={typed}
        onChange={setTyped}
        onKeyDown={list.onKeyDown}
        small
      />
      {list.items.length === 0 && !pending && empty && <p className={styles['none']}>{empty}</p>}
      <Choices list={list} label={label} keyOf={keyOf} renderItem={renderItem} />
    </div>
  );
}
