import { Toast as Base } from '@base-ui/react/toast';
import { X } from 'lucide-react';
import { createContext, use, useMemo, type ReactNode } from 'react';
import { call } from '../client/call';
import { failureFrom } from '../../shared/result';
import buttonStyles from './Button.module.css';
import { cx } from './cx';
import styles from './Toast.module.css';

export interface Toasts {
  /** Says that something was done. With `undo`, offers to take the last change back; a function takes back with it what the library knows nothing of. */
  say(
    text: string,
    options?: {
      undo?: boolean | (() => void);
      action?: { label: string; run: () => void };
      /** 'history': it tells of undoing or redoing, and takes the place of what was told of the last change. 'progress': of how far a work is, in the place of what was told of it before. */
      about?: 'history' | 'progress';
    },
  ): void;
  /** Says what went wrong and what to do: the message of the failure. Stays until closed. */
  fail(error: { message: string }): void;
}

const ToastsContext = createContext<Toasts | null>(null);

export function useToasts(): Toasts {
  const toasts = use(ToastsContext);
  if (!toasts) throw new Error('useToasts needs a ToastProvider above it');
  return toasts;
}

/** Only the last change can be undone from a toast, so there is one such toast and the next takes its place. */
const UNDO_ID = 'undo';
const PROGRESS_ID = 'progress';

function Provide({ children }: { children: ReactNode }) {
  const manager = Base.useToastManager();
  const { add, close } = manager;
  const toasts = useMemo<Toasts>(() => {
    const fail: Toasts['fail'] = (error) => {
      add({ type: 'failure', title: error.message, priority: 'high', timeout: 0 });
    };
    const undo = (alongside: (() => void) | undefined) => {
      close(UNDO_ID);
      alongside?.();
      call('history.undo', {}).catch((error: unknown) => fail(failureFrom(error)));
    };
    return {
      fail,
      say: (text, { undo: undoable = false, action, about } = {}) => {
        const alongside = typeof undoable === 'function' ? undoable : undefined;
        const act = action ?? (undoable ? { label: 'Undo', run: () => undo(alongside) } : null);
        // Undo and redo too: what the one before offered is no longer the last change.
        const aboutLast = Boolean(undoable) || about === 'history';
        if (!aboutLast) close(UNDO_ID);
        const id = about === 'progress' ? PROGRESS_ID : aboutLast ? UNDO_ID : null;
        add({
          ...(id === null ? {} : { id }),
          type: 'done',
          title: text,
          timeout: 6000,
          ...(act ? { actionProps: { children: act.label, onClick: act.run } } : {}),
        });
      },
    };
  }, [add, close]);
  return (
    <ToastsContext value={toasts}>
      {children}
      <Base.Portal>
        <Base.Viewport className={styles['viewport']}>
          {manager.toasts.map((toast) => (
            <Base.Root key={toast.id} toast={toast} className={styles['toast']} swipeDirection="right">
              <Base.Content className={styles['content']}>
                <Base.Title className={styles['text']} render={<div />} />
                <Base.Action className={cx(buttonStyles['button'], styles['action'])} />
                <Base.Close className={cx(buttonStyles['button'], buttonStyles['icon'])} aria-label="Close">
                  <X size={14} aria-hidden />
                </Base.Close>
              </Base.Content>
            </Base.Root>
          ))}
        </Base.Viewport>
      </Base.Portal>
    </ToastsContext>
  );
}

export function ToastProvider({ children }: { children: ReactNode }) {
  return (
    <Base.Provider limit={3}>
      <Provide>{children}</Provide>
    </Base.Provider>
  );
}
