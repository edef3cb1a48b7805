import { Combobox as Base } from '@base-ui/react/combobox';
import { Check, ChevronsUpDown } from 'lucide-react';
import { useMemo, useState, type ReactNode } from 'react';
import { pick } from './pick';
import { cx } from './cx';
import { Field, type FieldProps } from './Field';
import fieldStyles from './Field.module.css';
import popup from './Popup.module.css';

export interface ComboboxItem {
  id: string;
  label: string;
  note?: string;
  icon?: ReactNode;
  /** Further words it is found by: aliases, other scripts. */
  alsoFoundBy?: readonly string[];
}

export interface ComboboxProps extends Pick<FieldProps, 'label' | 'hint' | 'error' | 'hideLabel' | 'className'> {
  items: readonly ComboboxItem[];
  /** Id of the chosen item, '' for none. */
  value: string;
  onChange: (id: string) => void;
  placeholder?: string;
  /** Items that a text means although it looks otherwise, with the reason as their note: they stand first. */
  meant?: (text: string) => readonly { id: string; note?: string }[];
  /** Offers to make what was typed, where nothing has exactly that name. */
  onCreate?: (text: string) => void;
  createLabel?: (text: string) => string;
  /** Clears the box after a choice: for adding several, one after the other. */
  clearOnChoose?: boolean;
  autoFocus?: boolean;
}

const CREATE = '\u0000create';
const SHOWN = 50;

/** Type a few letters, even with a slip, and choose. */
export function Combobox({
  items,
  value,
  onChange,
  placeholder,
  meant,
  onCreate,
  createLabel = (text) => `Create “${text}”`,
  clearOnChoose = false,
  autoFocus = false,
  ...field
}: ComboboxProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const chosen = useMemo(() => items.find((item) => item.id === value) ?? null, [items, value]);
  const query = typed ?? '';
  const filtered = useMemo<ComboboxItem[]>(() => {
    const text = query.trim();
    if (text === '') return items.slice(0, SHOWN);
    const first = (meant?.(text) ?? []).flatMap(({ id, note }) => {
      const item = items.find((each) => each.id === id);
      return item === undefined ? [] : [note === undefined ? item : { ...item, note }];
    });
    const picked = pick(text, items, (item) => [item.label, ...(item.alsoFoundBy ?? [])], SHOWN);
    const found = [...first, ...picked.filter((item) => !first.some((each) => each.id === item.id))];
    const exact = found.some((item) => item.label.toLowerCase() === text.toLowerCase());
    return onCreate && !exact ? [...found, { id: CREATE, label: createLabel(text) }] : found;
  }, [items, query, meant, onCreate, createLabel]);

  const choose = (item: ComboboxItem | null) => {
    if (item?.id === CREATE) onCreate?.(query.trim());
    else if (item) onChange(item.id);
    else if (!clearOnChoose) onChange('');
    setTyped(clearOnChoose && item ? '' : null);
  };

  return (
    <Field {...field}>
      {(ids) => (
        <Base.Root<ComboboxItem>
          items={items as ComboboxItem[]}
          filteredItems={filtered}
          value={chosen}
          onValueChange={choose}
          inputValue={typed ?? chosen?.label ?? ''}
          onInputValueChange={(text, details) => {
            if (details.reason === 'input-change' || details.reason === 'input-clear') setTyped(text);
          }}
          onOpenChange={(open) => !open && setTyped((now) => (clearOnChoose ? now : null))}
          itemToStringLabel={(item) => item.label}
          isItemEqualToValue={(a, b) => a.id === b.id}
          autoHighlight
        >
          <div className={fieldStyles['comboGroup']}>
            <Base.Input
              {...ids}
              className={cx(fieldStyles['input'], fieldStyles['comboInput'])}
              placeholder={placeholder}
              autoFocus={autoFocus}
              spellCheck={false}
            />
            <ChevronsUpDown size={14} aria-hidden />
          </div>
          <Base.Portal>
            <Base.Positioner className={popup['positioner']} sideOffset={4}>
              <Base.Popup className={cx(popup['popup'], popup['list'])}>
                <Base.Empty className={popup['emptyLine']}>Nothing found.</Base.Empty>
                <Base.List>
                  {(item: ComboboxItem) => (
                    <Base.Item key={item.id} value={item} className={popup['item']}>
                      {item.icon}
                      <span className={popup['label']} dir="auto">
                        {item.label}
                      </span>
                      {item.note && <span className={popup['note']}>{item.note}</span>}
                      <Base.ItemIndicator>
                        <Check size={14} aria-hidden />
                      </Base.ItemIndicator>
                    </Base.Item>
                  )}
                </Base.List>
              </Base.Popup>
            </Base.Positioner>
          </Base.Portal>
        </Base.Root>
      )}
    </Field>
  );
}
