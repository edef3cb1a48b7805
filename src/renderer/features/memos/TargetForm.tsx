import { useState, type FormEvent } from 'react';
import { Button, Input } from '../../ui';
import styles from './foot.module.css';

const most = 10_000_000;

/** How many words a memo is to have; null for no target. */
export function TargetForm({ target, onSet }: { target: number | null; onSet: (target: number | null) => void }) {
  const [typed, setTyped] = useState(target === null ? '' : String(target));
  const digits = typed.replace(/[\s,.’']/gu, '');
  const words = Number(digits);
  const valid = digits === '' || (/^\d+$/.test(digits) && words <= most);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (valid) onSet(words || null);
  };
  return (
    <form className={styles.form} onSubmit={submit}>
      <Input
        label="Words to write"
        value={typed}
        onChange={setTyped}
        inputMode="numeric"
        placeholder="No target"
        autoFocus
        error={valid ? null : `This is no number of words. Write one up to ${most.toLocaleString()}.`}
      />
      <div className={styles.formActs}>
        {target !== null && <Button onClick={() => onSet(null)}>No target</Button>}
        <Button look="secondary" type="submit" disabled={!valid}>
          Set target
        </Button>
      </div>
    </form>
  );
}
