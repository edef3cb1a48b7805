import { LexicalTypeaheadMenuPlugin, MenuOption, type TriggerFn } from '@lexical/react/LexicalTypeaheadMenuPlugin';
import { COMMAND_PRIORITY_HIGH } from 'lexical';
import { useEffect, useMemo, useRef, type ReactNode } from 'react';
import { createPortal } from 'react-dom';
import { cx } from '../../ui/cx';
import styles from '../editor.module.css';

export interface TypeMenuItem {
  key: string;
  heading: string;
  row: ReactNode;
  /** Runs in an update, after what was typed is gone. */
  choose: () => void;
}

class Option extends MenuOption {
  constructor(readonly item: TypeMenuItem) {
    super(item.key);
  }
}

export interface TypeMenuProps {
  label: string;
  trigger: TriggerFn;
  items: readonly TypeMenuItem[];
  onQuery: (query: string | null) => void;
}

/** A menu that opens below the words being typed; arrows and Enter or Tab choose, Escape closes. */
export function TypeMenu({ label, trigger, items, onQuery }: TypeMenuProps) {
  const options = useMemo(() => items.map((item) => new Option(item)), [items]);
  return (
    <LexicalTypeaheadMenuPlugin<Option>
      options={options}
      triggerFn={trigger}
      onQueryChange={onQuery}
      commandPriority={COMMAND_PRIORITY_HIGH}
      anchorClassName={styles.typeAnchor}
      onSelectOption={(option, typed, close) => {
        typed?.remove();
        option.item.choose();
        close();
      }}
      menuRenderFn={(anchor, { selectedIndex, selectOptionAndCleanUp, setHighlightedIndex }) =>
        anchor.current && options.length > 0
          ? createPortal(
              <Rows
                label={label}
                options={options}
                active={selectedIndex ?? 0}
                onActive={setHighlightedIndex}
                onChoose={selectOptionAndCleanUp}
              />,
              anchor.current,
            )
          : null
      }
    />
  );
}

interface RowsProps {
  label: string;
  options: readonly Option[];
  active: number;
  onActive: (index: number) => void;
  onChoose: (option: Option) => void;
}

function Rows({ label, options, active, onActive, onChoose }: RowsProps) {
  const list = useRef<HTMLDivElement>(null);
  // Lexical names the list that holds this one "Typeahead menu"; say what it is.
  useEffect(() => list.current?.parentElement?.setAttribute('aria-label', label), [label]);
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  return (
    <div ref={list} className={cx(styles.typeMenu, styles.rows)} role="presentation">
      {options.map((option, index) => (
        <div key={option.key} role="presentation">
          {option.item.heading !== options[index - 1]?.item.heading && (
            <div className={styles.rowHeading} role="presentation">
              {option.item.heading}
            </div>
          )}
          <div
            ref={(element) => option.setRefElement(element)}
            id={`typeahead-item-${index}`}
            role="option"
            aria-selected={index === active}
            className={cx(styles.row, index === active && styles.rowActive)}
            onMouseMove={() => index !== active && onActive(index)}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onChoose(option)}
          >
            {option.item.row}
          </div>
        </div>
      ))}
    </div>
  );
}
