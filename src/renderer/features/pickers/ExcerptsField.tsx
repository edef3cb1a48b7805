import { Plus, X } from 'lucide-react';
import { useState } from 'react';
import { useCall } from '../../client';
import { Button, IconButton } from '../../ui';
import { ExcerptPicker } from './ExcerptPicker';
import styles from './ExcerptsField.module.css';

export interface ExcerptsFieldProps {
  /** "Excerpts": what they are there for. */
  title: string;
  value: readonly string[];
  onChange: (excerptIds: string[]) => void;
}

/** The excerpts that something rests on, in a form: a line each, and a way to find another. */
export function ExcerptsField({ title, value, onChange }: ExcerptsFieldProps) {
  const [picking, setPicking] = useState(false);
  return (
    <section className={styles['lines']} aria-label={title}>
      <h3 className={styles['title']}>{title}</h3>
      {value.map((id) => (
        <ExcerptLine key={id} id={id} onRemove={() => onChange(value.filter((other) => other !== id))} />
      ))}
      {picking ? (
        <ExcerptPicker
          label="Add an excerpt"
          value=""
          without={value}
          onChange={(id) => {
            onChange([...value, id]);
            setPicking(false);
          }}
          autoFocus
        />
      ) : (
        <div>
          <Button icon={<Plus size={14} aria-hidden />} onClick={() => setPicking(true)}>
            Add excerpt
          </Button>
        </div>
      )}
    </section>
  );
}

function ExcerptLine({ id, onRemove }: { id: string; onRemove: () => void }) {
  const { data } = useCall('excerpts.get', { id });
  return (
    <div className={styles['line']}>
      <span dir="auto">{data ? `“${data.text}”` : ''}</span>
      <IconButton label="Remove this excerpt" icon={<X size={14} />} onClick={onRemove} />
    </div>
  );
}
