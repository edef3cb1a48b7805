import { Select as Base } from '@base-ui/react/select';
import { Check, ChevronDown } from 'lucide-react';
import type { ReactNode } from 'react';
import { cx } from './cx';
import { Field, type FieldProps } from './Field';
import fieldStyles from './Field.module.css';
import popup from './Popup.module.css';

export interface Option<T extends string> {
  value: T;
  label: string;
  icon?: ReactNode;
  note?: string;
}

export interface SelectProps<T extends string> extends Pick<
  FieldProps,
  'label' | 'hint' | 'error' | 'hideLabel' | 'className'
> {
  value: T;
  options: readonly Option<T>[];
  onChange: (value: T) => void;
  disabled?: boolean;
}

/** One of a few. For one of many use Combobox. */
export function Select<T extends string>({ value, options, onChange, disabled, ...field }: SelectProps<T>) {
  const chosen = options.find((option) => option.value === value);
  return (
    <Field {...field}>
      {(ids) => (
        <Base.Root
          value={value}
          onValueChange={(next) => next !== null && onChange(next as T)}
          items={options as Option<T>[]}
          disabled={disabled ?? false}
        >
          <Base.Trigger {...ids} className={cx(fieldStyles['input'], fieldStyles['select'])}>
            <Base.Value>{chosen?.label ?? value}</Base.Value>
            <ChevronDown size={14} aria-hidden />
          </Base.Trigger>
          <Base.Portal>
            <Base.Positioner className={popup['positioner']} sideOffset={4} alignItemWithTrigger={false}>
              <Base.Popup className={cx(popup['popup'], popup['list'])}>
                {options.map((option) => (
                  <Base.Item key={option.value} value={option.value} className={popup['item']}>
                    {option.icon}
                    <Base.ItemText className={popup['label']}>{option.label}</Base.ItemText>
                    {option.note && <span className={popup['note']}>{option.note}</span>}
                    <Base.ItemIndicator>
                      <Check size={14} aria-hidden />
                    </Base.ItemIndicator>
                  </Base.Item>
                ))}
              </Base.Popup>
            </Base.Positioner>
          </Base.Portal>
        </Base.Root>
      )}
    </Field>
  );
}
