import { Dialog as Base } from '@base-ui/react/dialog';
import { X } from 'lucide-react';
import { useEffect, useRef, useState, type FormEvent, type ReactNode } from 'react';
import { Button } from './Button';
import buttonStyles from './Button.module.css';
import { cx } from './cx';
import styles from './Dialog.module.css';
import { isFocusLost } from './isFocusLost';

export interface DialogProps {
  open: boolean;
  onClose: () => void;
  title: string;
  /** 680 px; `most`: as much of the window as a text and what stands beside it need. */
  wide?: boolean | 'most';
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
  const popup = useRef<HTMLDivElement>(null);
  const opener = useOpener(open);
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
        <Base.Popup
          className={cx(styles['popup'], wide && styles['wide'], wide === 'most' && styles['most'])}
          ref={popup}
          finalFocus={() => (isFocusLost(popup.current) ? (opener ?? false) : false)}
        >
          <div className={styles['head']}>
            <Base.Title className={styles['title']}>{title}</Base.Title>
            {/* Without a tooltip: it is where the focus goes first, and Escape would close the tooltip instead of the dialog. */}
            <Base.Close aria-label="Close" className={cx(buttonStyles['button'], buttonStyles['icon'])}>
              <X size={16} />
            </Base.Close>
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

/** What had the focus before the dialog opened, to give it back; also where no button of the dialog's own opened it. */
function useOpener(open: boolean): HTMLElement | null {
  const [wasOpen, setWasOpen] = useState(false);
  const [opener, setOpener] = useState<HTMLElement | null>(null);
  // subtle: read while rendering, because an autofocused field takes the focus before any effect runs.
  if (open !== wasOpen) {
    setWasOpen(open);
    const { activeElement } = document;
    // subtle: the body is nobody; given back to it, the focus would go to the first button of the window.
    if (open) setOpener(activeElement instanceof HTMLElement && activeElement !== document.body ? activeElement : null);
  }
  useEffect(() => {
    if (!open || !opener) return;
    // For dialogs that are taken away at once: after that, and only if nobody else took the focus meanwhile.
    return () => {
      requestAnimationFrame(() => {
        const lost = document.activeElement === null || document.activeElement === document.body;
        if (lost && opener.isConnected) opener.focus();
      });
    };
  }, [open, opener]);
  return opener;
}
