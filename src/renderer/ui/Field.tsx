import { useId, type ComponentProps, type ReactElement, type ReactNode } from 'react';
import { cx } from './cx';
import styles from './Field.module.css';

export interface FieldIds {
  id: string;
  'aria-describedby': string | undefined;
  'aria-invalid': boolean | undefined;
}

export interface FieldProps {
  label: string;
  hint?: ReactNode;
  /** What is wrong and what to do; shown instead of the hint. */
  error?: string | null | undefined;
  /** Keeps the label for screen readers only. */
  hideLabel?: boolean;
  className?: string | undefined;
  /** Gets the ids that tie the control to its label and message. */
  children: (ids: FieldIds) => ReactElement;
}

/** A label, a control, and what there is to say about it. */
export function Field({ label, hint, error, hideLabel = false, className, children }: FieldProps) {
  const id = useId();
  const messageId = `${id}-message`;
  const message = error || hint;
  return (
    <div className={cx(styles['field'], className)}>
      <label htmlFor={id} className={hideLabel ? 'visually-hidden' : styles['label']}>
        {label}
      </label>
      {children({
        id,
        'aria-describedby': message ? messageId : undefined,
        'aria-invalid': error ? true : undefined,
      })}
      {message && (
        <div id={messageId} className={styles[error ? 'error' : 'hint']} role={error ? 'alert' : undefined}>
          {message}
        </div>
      )}
    </div>
  );
}

type FieldShared = Pick<FieldProps, 'label' | 'hint' | 'error' | 'hideLabel'>;

export interface InputProps extends FieldShared, Omit<ComponentProps<'input'>, 'id' | 'onChange' | 'value'> {
  value: string;
  onChange: (value: string) => void;
}

export function Input({ label, hint, error, hideLabel, value, onChange, className, ...rest }: InputProps) {
  return (
    <Field label={label} hint={hint} error={error} hideLabel={hideLabel ?? false} className={className}>
      {(ids) => (
        <input
          {...ids}
          type="text"
          autoComplete="off"
          spellCheck={false}
          className={styles['input']}
          value={value}
          onChange={(event) => onChange(event.target.value)}
          {...rest}
        />
      )}
    </Field>
  );
}

export interface TextAreaProps extends FieldShared, Omit<ComponentProps<'textarea'>, 'id' | 'onChange' | 'value'> {
  value: string;
  onChange: (value: string) => void;
  /** For what people write for others to read. */
  serif?: boolean;
}

export function TextArea({
  label,
  hint,
  error,
  hideLabel,
  value,
  onChange,
  serif = false,
  className,
  ...rest
}: TextAreaProps) {
  return (
    <Field label={label} hint={hint} error={error} hideLabel={hideLabel ?? false} className={className}>
      {(ids) => (
        <textarea
          {...ids}
          className={cx(styles['input'], styles['area'], serif && styles['serif'])}
          value={value}
          dir="auto"
          onChange={(event) => onChange(event.target.value)}
          {...rest}
        />
      )}
    </Field>
  );
}

/** Fields side by side. */
export function FieldRow({ children }: { children: ReactNode }) {
  return <div className={styles['row']}>{children}</div>;
}
