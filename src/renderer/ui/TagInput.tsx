import { useCall } from '../client/useCall';
import { TagChip } from './Chip';
import { Combobox } from './Combobox';
import styles from './TagInput.module.css';

export interface TagInputProps {
  value: readonly string[];
  onChange: (names: string[]) => void;
  label?: string;
  hideLabel?: boolean;
}

/** Tags as chips, with a typeahead over those the library has; what is new becomes a tag. */
export function TagInput({ value, onChange, label = 'Tags', hideLabel = false }: TagInputProps) {
  const tags = useCall('tags.list', {}).data ?? [];
  const add = (name: string) => {
    const text = name.trim();
    if (text !== '' && !value.some((present) => present.toLowerCase() === text.toLowerCase())) {
      onChange([...value, text]);
    }
  };
  return (
    <div className={styles['tags']}>
      {value.length > 0 && (
        <ul className={styles['chips']} aria-label={label}>
          {value.map((name) => (
            <li key={name}>
              <TagChip
                name={name}
                colour={tags.find((tag) => tag.name === name)?.colour ?? 'none'}
                onRemove={() => onChange(value.filter((other) => other !== name))}
              />
            </li>
          ))}
        </ul>
      )}
      <Combobox
        className={styles['box']}
        label={label}
        hideLabel={hideLabel}
        placeholder="Add a tag"
        items={tags.filter((tag) => !value.includes(tag.name)).map((tag) => ({ id: tag.name, label: tag.name }))}
        value=""
        onChange={add}
        onCreate={add}
        createLabel={(text) => `New tag “${text}”`}
        clearOnChoose
      />
    </div>
  );
}
