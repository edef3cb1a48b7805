import { Search } from 'lucide-react';
import type { InputHTMLAttributes, ReactNode, Ref } from 'react';
import { cx } from './cx';
import { pastedText } from './pastedText';
import styles from './SearchBox.module.css';

export interface SearchBoxProps extends Omit<InputHTMLAttributes<HTMLInputElement>, 'onChange' | 'className'> {
  ref: Ref<HTMLInputElement>;
  onChange: (text: string) => void;
  /** At the end of the box. */
  end?: ReactNode;
  /** Inside a popover or dialog. */
  small?: boolean;
}

/** The box that searches everything, across the top of what it is for. */
export function SearchBox({ ref, onChange, end, small = false, ...input }: SearchBoxProps) {
  return (
    <div className={cx(styles['box'], small && styles['small'])}>
      <Search size={17} aria-hidden />
      <input
        {...input}
        ref={ref}
        type="text"
        className={styles['input']}
        spellCheck={false}
        autoComplete="off"
        maxLength={20_000}
        onChange={(event) => onChange(event.target.value)}
        onPaste={(event) => {
          const text = pastedText(event.clipboardData.getData('text/plain'));
          if (text === null) return;
          event.preventDefault();
          // subtle: deprecated, but nothing else keeps the box's own undo.
          document.execCommand('insertText', false, text);
        }}
      />
      {end}
    </div>
  );
}
