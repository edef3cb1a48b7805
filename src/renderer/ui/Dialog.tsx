import { Dialog as Base } from '@base-ui/react/dialog';
import { X } from 'lucide-react';
import { useEffect, useRef, type FormEvent, type ReactNode, type RefObject } from 'react';
import { Button } from './Button';
import { cx } from './cx';
import styles from './Dialog.module.css';
import { IconButton } from './IconButton';

export interface DialogProps {
  open: boolean;
  onClose: () => void;
  title: string;
  wide?: boolean;
  /** Buttons; Cancel is added before them where `submitLabel` is given. */
  footer?: ReactNode;
  /** Makes it a form whose Enter and button do this. */
  onSubmit?: () => void;
  submitLabel?: string;
  submitDisabled?: boolean;
  /** The act loses something that cannot be had back. */
  dangerous?: boolean;
  children: ReactNode;
}

/** For what needs several fields, or cannot be undone. What can be undone is simply done. */
export function Dialog({
  open,
  onClose,
  title,
  wide = false,
  footer,
  onSubmit,
  submitLabel,
  submitDisabled = false,
  dangerous = false,
  children,
}: DialogProps) {
  const opener = useFocusReturn(open);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    // subtle: React events bubble through portals; without this a dialog opened from a form would submit that form too.
    event.stopPropagation();
    if (!submitDisabled) onSubmit?.();
  };
  const content = (
    <>
      <div className={styles['body']}>{children}</div>
      {(footer || submitLabel) && (
        <div className={styles['foot']}>
          {submitLabel && <Button onClick={onClose}>Cancel</Button>}
          {footer}
          {submitLabel && (
            <Button type="submit" look={dangerous ? 'danger' : 'primary'} disabled={submitDisabled}>
              {submitLabel}
            </Button>
          )}
        </div>
      )}
    </>
  );
  return (
    <Base.Root open={open} onOpenChange={(next) => !next && onClose()}>
      <Base.Portal>
        <Base.Backdrop className={styles['backdrop']} />
        <Base.Popup className={cx(styles['popup'], wide && styles['wide'])} finalFocus={opener}>
          <div className={styles['head']}>
            <Base.Title className={styles['title']}>{title}</Base.Title>
            <Base.Close render={<IconButton label="Close" icon={<X size={16} />} shortcut="escape" />} />
          </div>
          {onSubmit ? (
            <form className={styles['form']} onSubmit={submit} noValidate>
              {content}
            </form>
          ) : (
            content
          )}
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}

/** Gives the focus back to what had it before the dialog opened, also when that was no button of the dialog's own. */
function useFocusReturn(open: boolean): RefObject<HTMLElement | null> {
  const opener = useRef<HTMLElement | null>(null);
  const wasOpen = useRef(false);
  // subtle: read while rendering, because an autofocused field takes the focus before any effect runs.
  if (open && !wasOpen.current && document.activeElement instanceof HTMLElement)
    opener.current = document.activeElement;
  wasOpen.current = open;
  useEffect(() => {
    if (!open) return;
    return () => {
      const element = opener.current;
      // After the dialog's own handling, and only if nobody else took the focus meanwhile.
      requestAnimationFrame(() => {
        const lost = document.activeElement === null || document.activeElement === document.body;
        if (lost && element?.isConnected) element.focus();
      });
    };
  }, [open]);
  return opener;
}
