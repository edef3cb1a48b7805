import { useState, type ReactNode } from 'react';
import { Button, type ButtonProps } from './Button';
import styles from './ConfirmInline.module.css';

export interface ConfirmInlineProps extends Pick<ButtonProps, 'look' | 'icon' | 'disabled'> {
  children: ReactNode;
  /** What will happen, as a question. */
  question: string;
  confirmLabel: string;
  onConfirm: () => void;
}

/** A button that asks in its own place first: for the few acts that cannot be undone. */
export function ConfirmInline({ children, question, confirmLabel, onConfirm, ...button }: ConfirmInlineProps) {
  const [asking, setAsking] = useState(false);
  if (!asking) {
    return (
      <Button {...button} onClick={() => setAsking(true)}>
        {children}
      </Button>
    );
  }
  return (
    <div
      className={styles['ask']}
      role="alertdialog"
      aria-label={question}
      onKeyDown={(event) => {
        if (event.key === 'Escape') setAsking(false);
      }}
    >
      <span>{question}</span>
      <Button autoFocus onClick={() => setAsking(false)}>
        Keep
      </Button>
      <Button
        look="danger"
        onClick={() => {
          setAsking(false);
          onConfirm();
        }}
      >
        {confirmLabel}
      </Button>
    </div>
  );
}
