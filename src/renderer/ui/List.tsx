import { useVirtualizer } from '@tanstack/react-virtual';
import {
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
  type DragEvent,
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
} from 'react';
import { isMac } from '../app/shortcuts';
import { cx } from './cx';
import styles from './List.module.css';
import { ContextMenu, type MenuEntry } from './Menu';

export interface RowState {
  selected: boolean;
  /** The row the keyboard is at. */
  active: boolean;
}

export interface ListProps<T> {
  /** For screen readers: "Claims". */
  label: string;
  /** Options are `${id}-0`, `${id}-1`…, for a box that moves in the list while it keeps the focus. */
  id?: string;
  items: readonly T[];
  keyOf: (item: T) => string;
  /** For type-ahead and screen readers. */
  textOf: (item: T) => string;
  renderRow: (item: T, state: RowState) => ReactNode;
  /** First guess of a row's height in px; rows are measured as they appear. */
  rowHeight: number;
  /** All rows are exactly that high. They are not measured, and other items are drawn into the rows that are there. */
  sameHeight?: boolean;
  selected?: readonly string[];
  /** The selection moved, by keyboard or mouse. */
  onSelect?: (keys: string[], items: T[]) => void;
  /** Enter or double click; `beside` with Ctrl/Cmd held. */
  onOpen?: (item: T, beside: boolean) => void;
  onDelete?: (items: T[]) => void;
  /** F2. */
  onRename?: (item: T) => void;
  multiple?: boolean;
  menuFor?: (items: T[]) => MenuEntry[];
  onDragStart?: (event: DragEvent, items: T[]) => void;
  empty?: ReactNode;
  autoFocus?: boolean;
  /** False: letters and digits are left to the shortcuts of the view. */
  typeAhead?: boolean;
  /** The last rows came into sight: time to read more of a list that is read page by page. */
  onNearEnd?: () => void;
}

const TYPE_AHEAD_MS = 700;

/**
 * A long list: only the rows in sight exist. Arrows, Home, End, Page keys and typing move; Shift and Ctrl/Cmd extend where
 * `multiple`; Enter opens, Ctrl/Cmd+Enter opens beside, Delete and F2 do what they do everywhere.
 */
export function List<T>({
  label,
  id,
  items,
  keyOf,
  textOf,
  renderRow,
  rowHeight,
  sameHeight = false,
  selected = [],
  onSelect,
  onOpen,
  onDelete,
  onRename,
  multiple = false,
  menuFor,
  onDragStart,
  onNearEnd,
  empty,
  autoFocus = false,
  typeAhead: typesAhead = true,
}: ListProps<T>) {
  const ownId = useId();
  const listId = id ?? ownId;
  const scroller = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState(0);
  const anchor = useRef(0);
  const typing = useRef({ text: '', at: 0 });
  const chosen = useMemo(() => new Set(selected), [selected]);

  const rows = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    getItemKey: (index) => {
      const item = items[index];
      return item === undefined || sameHeight ? index : keyOf(item);
    },
    overscan: sameHeight ? 3 : 8,
  });

  // The keyboard starts from what is selected: also when the selection came from elsewhere (a link, going back).
  const firstSelected = selected[0];
  useEffect(() => {
    if (firstSelected === undefined) return;
    const index = items.findIndex((item) => keyOf(item) === firstSelected);
    if (index < 0 || chosen.has(keyAt(active))) return;
    setActive(index);
    anchor.current = index;
    rows.scrollToIndex(index, { align: 'auto' });
    // subtle: only when the selection or the rows change, not when the keyboard moves on.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [firstSelected, items]);

  const lastInSight = rows.getVirtualItems().at(-1)?.index ?? -1;
  useEffect(() => {
    if (items.length > 0 && lastInSight >= items.length - 1) onNearEnd?.();
    // subtle: `onNearEnd` is new at each render; asking again is for new rows only.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [lastInSight, items.length]);

  useEffect(() => {
    if (autoFocus) scroller.current?.focus();
  }, [autoFocus]);

  function keyAt(index: number): string {
    const item = items[index];
    return item === undefined ? '' : keyOf(item);
  }
  const at = Math.min(active, Math.max(0, items.length - 1));

  function select(indices: number[]): void {
    const picked = indices.map((index) => items[index]).filter((item): item is T => item !== undefined);
    onSelect?.(picked.map(keyOf), picked);
  }

  function moveTo(index: number, extend: boolean): void {
    const next = Math.max(0, Math.min(items.length - 1, index));
    setActive(next);
    rows.scrollToIndex(next, { align: 'auto' });
    if (multiple && extend) {
      const [from, to] = [Math.min(anchor.current, next), Math.max(anchor.current, next)];
      select(Array.from({ length: to - from + 1 }, (_, step) => from + step));
    } else {
      anchor.current = next;
      select([next]);
    }
  }

  /** What an act is about: the selection if the row belongs to it, else the row alone. */
  function concerned(index: number): T[] {
    const item = items[index];
    if (item === undefined) return [];
    if (!chosen.has(keyOf(item))) return [item];
    return items.filter((candidate) => chosen.has(keyOf(candidate)));
  }

  function typeAhead(character: string, now: number): void {
    const continued = now - typing.current.at < TYPE_AHEAD_MS ? typing.current.text : '';
    const text = (continued + character).toLocaleLowerCase();
    typing.current = { text, at: now };
    const startAt = continued === '' ? at + 1 : at;
    for (let step = 0; step < items.length; step++) {
      const index = (startAt + step) % items.length;
      const item = items[index];
      if (item !== undefined && textOf(item).toLocaleLowerCase().startsWith(text)) return moveTo(index, false);
    }
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (items.length === 0 || event.target !== scroller.current) return;
    const item = items[at];
    const mod = isMac ? event.metaKey : event.ctrlKey;
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / rowHeight) - 1);
    const moves: Record<string, number> = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      Home: 0,
      End: items.length - 1,
      PageDown: at + page,
      PageUp: at - page,
    };
    const target = moves[event.key];
    if (target !== undefined && !mod && !event.altKey) moveTo(target, event.shiftKey);
    else if (event.key === 'Enter' && item !== undefined && onOpen) onOpen(item, mod);
    else if ((event.key === 'Delete' || (isMac && mod && event.key === 'Backspace')) && onDelete) {
      onDelete(concerned(at));
    } else if (event.key === 'F2' && item !== undefined && onRename) onRename(item);
    else if (multiple && mod && event.key.toLowerCase() === 'a') select(items.map((_, index) => index));
    else if (event.key === ' ' && item !== undefined && Date.now() - typing.current.at > TYPE_AHEAD_MS) select([at]);
    else if (typesAhead && event.key.length === 1 && !mod && !event.altKey) typeAhead(event.key, Date.now());
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  function onRowClick(event: MouseEvent, index: number): void {
    const mod = isMac ? event.metaKey : event.ctrlKey;
    setActive(index);
    if (multiple && event.shiftKey) return moveTo(index, true);
    anchor.current = index;
    if (!multiple || !mod) return select([index]);
    const next = new Set(chosen);
    const key = keyAt(index);
    if (!next.delete(key)) next.add(key);
    select(items.flatMap((item, position) => (next.has(keyOf(item)) ? [position] : [])));
  }

  const [menuItems, setMenuItems] = useState<T[]>([]);
  if (items.length === 0 && empty) return empty;

  const list = (
    <div
      ref={scroller}
      id={listId}
      role="listbox"
      aria-label={label}
      aria-multiselectable={multiple || undefined}
      aria-activedescendant={items.length > 0 ? `${listId}-${at}` : undefined}
      tabIndex={0}
      className={styles['list']}
      onKeyDown={onKeyDown}
    >
      <div className={styles['inner']} style={{ height: rows.getTotalSize() }} role="presentation">
        {rows.getVirtualItems().map((row) => {
          const item = items[row.index];
          if (item === undefined) return null;
          const isSelected = chosen.has(keyOf(item));
          return (
            <div
              key={row.key}
              ref={sameHeight ? undefined : rows.measureElement}
              data-index={row.index}
              id={`${listId}-${row.index}`}
              role="option"
              aria-selected={isSelected}
              aria-setsize={items.length}
              aria-posinset={row.index + 1}
              className={cx(styles['row'], row.index === at && styles['active'])}
              style={{ transform: `translateY(${row.start}px)` }}
              draggable={onDragStart !== undefined}
              onDragStart={(event) => onDragStart?.(event, concerned(row.index))}
              onClick={(event) => onRowClick(event, row.index)}
              onDoubleClick={(event) => onOpen?.(item, isMac ? event.metaKey : event.ctrlKey)}
              onContextMenu={() => {
                setActive(row.index);
                setMenuItems(concerned(row.index));
                if (!isSelected) select([row.index]);
              }}
            >
              {renderRow(item, { selected: isSelected, active: row.index === at })}
            </div>
          );
        })}
      </div>
    </div>
  );
  return menuFor ? <ContextMenu entries={menuItems.length > 0 ? menuFor(menuItems) : []}>{list}</ContextMenu> : list;
}
