import { useState } from 'react';
import { isSafeUrl } from '../../../shared/memo/document';
import { useAct } from '../../client';
import { Button } from '../../ui/Button';
import { Input } from '../../ui/Field';
import styles from '../cards.module.css';

export interface LinkFormProps {
  url: string;
  /** Nothing is selected: the words are asked for too. */
  needsText: boolean;
  /** Null takes the link away. */
  onApply: (url: string | null, text: string) => void;
  onCancel: () => void;
}

/** Where a link leads. "example.org" is taken as https. */
export function LinkForm({ url, needsText, onApply, onCancel }: LinkFormProps) {
  const [address, setAddress] = useState(url);
  const [text, setText] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const openExternal = useAct('shell.openExternal');
  const submit = () => {
    const given = address.trim();
    const whole = /^[a-z][a-z\d+.-]*:/i.test(given) ? given : `https://${given}`;
    if (given === '' || !isSafeUrl(whole)) {
      setProblem('This is no web or mail address. Links begin with https://, http:// or mailto:.');
      return;
    }
    onApply(whole, needsText ? text.trim() || given : '');
  };
  return (
    <form
      className={styles.linkForm}
      onSubmit={(event) => {
        event.preventDefault();
        event.stopPropagation();
        submit();
      }}
    >
      <Input
        label="Address"
        value={address}
        onChange={(value) => {
          setAddress(value);
          setProblem(null);
        }}
        error={problem}
        placeholder="https://"
        autoFocus
      />
      {needsText && <Input label="Words" value={text} onChange={setText} />}
      <div className={styles.formActs}>
        {url !== '' && <Button onClick={() => onApply(null, '')}>Remove link</Button>}
        {url !== '' && <Button onClick={() => void openExternal.act({ url })}>Open</Button>}
        <span className={styles.spring} />
        <Button onClick={onCancel}>Cancel</Button>
        <Button look="primary" type="submit">
          Link
        </Button>
      </div>
    </form>
  );
}
