import {
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
  type AriaAttributes,
  type KeyboardEvent,
  type ReactNode,
} from 'react';
import { isMac } from '../app/shortcuts';
import styles from './Choices.module.css';
import { useHeld } from './useHeld';

export interface ChoiceGroup<T> {
  title?: string | undefined;
  items: readonly T[];
}

export interface ChoiceList<T> {
  id: string;
  groups: readonly ChoiceGroup<T>[];
  /** All of them, in order. */
  items: readonly T[];
  /** Place of the one that Enter chooses; -1 for none. */
  at: number;
  moveTo: (place: number) => void;
  choose: (item: T, beside: boolean) => void;
  /** Arrows and Enter; true if the key was one of them. */
  onKeyDown: (event: KeyboardEvent) => boolean;
  /** For the box that is typed into. */
  box: AriaAttributes & { role: 'combobox' };
}

export interface ChoiceOptions {
  /** What is typed: another text starts at the first choice again. */
  typed: string;
  /** Arrows and Enter are somebody else's for now; nothing is marked. */
  passive?: boolean;
  /** These are the choices of something else yet: Enter waits for those of what is typed, unless one was moved to. */
  pending?: boolean;
}

/** What a box offers to choose from while it keeps the focus: the keys, and how screen readers are told. */
export function useChoices<T>(
  groups: readonly ChoiceGroup<T>[],
  choose: (item: T, beside: boolean) => void,
  { typed, passive = false, pending = false }: ChoiceOptions,
): ChoiceList<T> {
  const id = useId();
  const [moved, setMoved] = useState({ typed, place: 0 });
  const items = useMemo(() => groups.flatMap((group) => group.items), [groups]);
  const place = moved.typed === typed ? moved.place : 0;
  const at = passive ? -1 : Math.min(place, items.length - 1);
  const [held, hold] = useHeld<{ beside: boolean }>(typed);
  useEffect(() => {
    if (held === null || pending) return;
    hold(null);
    const item = items[at];
    if (item !== undefined) choose(item, held.beside);
  });
  const moveTo = (next: number) => setMoved({ typed, place: next });
  const onKeyDown = (event: KeyboardEvent): boolean => {
    if (event.nativeEvent.isComposing || passive) return false;
    const item = items[at];
    const beside = isMac ? event.metaKey : event.ctrlKey;
    if (event.key === 'Enter' && pending && place === 0) hold({ beside });
    else if (item === undefined) return false;
    else if (event.key === 'ArrowDown') moveTo((at + 1) % items.length);
    else if (event.key === 'ArrowUp') moveTo((at - 1 + items.length) % items.length);
    else if (event.key === 'Enter') choose(item, beside);
    else return false;
    event.preventDefault();
    return true;
  };
  const box = {
    role: 'combobox',
    'aria-autocomplete': 'list',
    'aria-expanded': items.length > 0,
    'aria-controls': id,
    'aria-activedescendant': at >= 0 ? `${id}-${at}` : undefined,
  } as const;
  return { id, groups, items, at, moveTo, choose, onKeyDown, box };
}

export interface ChoicesProps<T> {
  list: ChoiceList<T>;
  /** For screen readers. */
  label: string;
  keyOf: (item: T) => string;
  renderItem: (item: T) => ReactNode;
}

/** The choices themselves, under headings where groups have titles. */
export function Choices<T>({ list, label, keyOf, renderItem }: ChoicesProps<T>) {
  const { id, groups, items, at, moveTo, choose } = list;
  const root = useRef<HTMLDivElement>(null);
  useEffect(() => {
    root.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [at, items]);
  let place = -1;
  return (
    <div ref={root} className={styles['list']} id={id} role="listbox" aria-label={label}>
      {groups.map((group, index) => (
        <div key={group.title ?? index} role="group" aria-label={group.title ?? label}>
          {group.title && (
            <div className={styles['group']} aria-hidden>
              {group.title}
            </div>
          )}
          {group.items.map((item) => {
            const own = ++place;
            return (
              <div
                key={keyOf(item)}
                id={`${id}-${own}`}
                role="option"
                aria-selected={own === at}
                className={styles['row']}
                // subtle: the box keeps the focus, and with it the caret.
                onMouseDown={(event) => event.preventDefault()}
                onMouseMove={() => own !== at && moveTo(own)}
                onClick={(event) => choose(item, isMac ? event.metaKey : event.ctrlKey)}
              >
                {renderItem(item)}
              </div>
            );
          })}
        </div>
      ))}
    </div>
  );
}
