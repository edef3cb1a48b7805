import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import { $getSelection, $isRangeSelection } from 'lexical';
import { useCallback, useEffect, useId, useRef, useState, type ReactNode } from 'react';
import { createPortal } from 'react-dom';
import { cx } from '../../ui/cx';
import styles from './rows.module.css';
import { OptionRow } from './OptionRow';
import type { TypedMatch } from './triggers';
import { useMenuKeys } from './useMenuKeys';
import { useTypedMatch } from './useTypedMatch';

export interface TypeMenuItem {
  key: string;
  heading: string;
  row: ReactNode;
  /**
   * Runs in an update, after what was typed is gone. `query` is what stood there at that moment: it may be ahead of the
   * items on screen by a few letters. Null where this very row was pointed at, by mouse or arrows.
   */
  choose: (query: string | null) => void;
}

export interface TypeMenuProps {
  label: string;
  trigger: (text: string) => TypedMatch | null;
  items: readonly TypeMenuItem[];
  onQuery: (query: string | null) => void;
}

/**
 * A menu below the words being typed. The caret stays in the text; arrows move, Enter or Tab choose, Escape closes. Own
 * code: Lexical's typeahead leaves an empty listbox in the page while closed, which screen readers announce.
 */
export function TypeMenu({ label, trigger, items, onQuery }: TypeMenuProps) {
  const [editor] = useLexicalComposerContext();
  const { place, match, dismiss } = useTypedMatch(trigger);
  const query = match?.query ?? null;
  useEffect(() => onQuery(query), [onQuery, query]);

  const [at, setAt] = useState(0);
  useEffect(() => setAt(0), [query]);
  const active = Math.min(at, items.length - 1);
  const open = match !== null && place !== null && items.length > 0;

  const choose = useCallback(
    (item: TypeMenuItem | undefined, pointed: boolean) => {
      if (!item) return;
      editor.update(() => {
        const selection = $getSelection();
        if (!$isRangeSelection(selection)) return;
        const { key, offset } = selection.anchor;
        const now = trigger(selection.anchor.getNode().getTextContent().slice(0, offset));
        if (!now) return;
        selection.anchor.set(key, offset - now.typed.length, 'text');
        selection.removeText();
        item.choose(pointed ? null : now.query);
      });
    },
    [editor, trigger],
  );
  useMenuKeys(open, {
    move: (by) => setAt((active + by + items.length) % items.length),
    choose: () => choose(items[active], active > 0),
    close: dismiss,
  });

  const id = useId();
  useEffect(() => {
    const root = editor.getRootElement();
    if (!open || !root) return;
    root.setAttribute('aria-controls', id);
    root.setAttribute('aria-activedescendant', `${id}-${active}`);
    return () => {
      root.removeAttribute('aria-controls');
      root.removeAttribute('aria-activedescendant');
    };
  }, [editor, open, id, active]);
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [active, open]);

  if (!open) return null;
  return createPortal(
    <div
      ref={list}
      id={id}
      role="listbox"
      aria-label={label}
      className={cx(styles.typeMenu, styles.rows)}
      style={place}
    >
      {items.map((item, index) => (
        <div key={item.key} role="presentation">
          {item.heading !== items[index - 1]?.heading && (
            <div className={styles.rowHeading} role="presentation">
              {item.heading}
            </div>
          )}
          <OptionRow
            id={`${id}-${index}`}
            active={index === active}
            onHover={() => setAt(index)}
            onChoose={() => choose(item, true)}
          >
            {item.row}
          </OptionRow>
        </div>
      ))}
    </div>,
    document.body,
  );
}
