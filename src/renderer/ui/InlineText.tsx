import { useEffect, useRef, useState } from 'react';
import { cx } from './cx';
import styles from './InlineText.module.css';

export interface InlineTextProps {
  /** For screen readers. */
  label: string;
  value: string;
  placeholder?: string;
  /** Called when the field is left with another text. */
  onSave: (text: string) => void;
  /** The text may not be empty: leaving it empty brings the old one back. */
  required?: boolean;
  /** Escape saves too: what was written is not lost, however the field is left. */
  keeps?: boolean;
  /** One line: Enter saves. */
  singleLine?: boolean;
  maxLength?: number;
  className?: string | undefined;
}

/** Text that is edited where it stands: click and type; saved when left (or Ctrl/Cmd+Enter), given up with Escape. */
export function InlineText({
  label,
  value,
  placeholder,
  onSave,
  required = false,
  keeps = false,
  singleLine = false,
  maxLength,
  className,
}: InlineTextProps) {
  const [draft, setDraft] = useState(value);
  useEffect(() => setDraft(value), [value]);
  const givenUp = useRef(false);
  return (
    <textarea
      aria-label={label}
      rows={1}
      dir="auto"
      className={cx(styles['text'], className)}
      value={draft}
      placeholder={placeholder}
      maxLength={maxLength}
      onChange={(event) => setDraft(singleLine ? event.target.value.replace(/\n/g, ' ') : event.target.value)}
      onBlur={() => {
        const text = draft.trim();
        if (givenUp.current || text === value.trim() || (required && text === '')) setDraft(value);
        else onSave(text);
        givenUp.current = false;
      }}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return;
        const done = event.key === 'Enter' && (singleLine || event.ctrlKey || event.metaKey);
        if (!done && event.key !== 'Escape') return;
        event.preventDefault();
        event.stopPropagation();
        givenUp.current = event.key === 'Escape' && !keeps;
        event.currentTarget.blur();
      }}
    />
  );
}
