import { PreviewCard } from '@base-ui/react/preview-card';
import { useCallback, useEffect, useRef, useState, type ReactNode } from 'react';
import styles from '../cards.module.css';

const OPEN_MS = 300;
const CLOSE_MS = 120;

interface Attended {
  key: string;
  element: HTMLElement;
}

/** Which chip's card is to be shown: the one on which the pointer or the keyboard rests for a moment. */
export function useHover() {
  const [shown, setShown] = useState<Attended | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const attended = useRef<HTMLElement | null>(null);
  const show = useCallback((next: Attended | null, ms: number) => {
    clearTimeout(timer.current);
    attended.current = next?.element ?? null;
    timer.current = setTimeout(() => setShown(next), ms);
  }, []);
  useEffect(() => () => clearTimeout(timer.current), []);
  const attend = useCallback(
    (chip: Attended | null) => {
      if ((chip?.element ?? null) !== attended.current) show(chip, chip ? OPEN_MS : CLOSE_MS);
    },
    [show],
  );
  const close = useCallback(() => {
    clearTimeout(timer.current);
    setShown(null);
  }, []);
  // subtle: what a press opens takes the card's place until the pointer comes back, so the chip stays attended to.
  return { shown, attend, press: close, close };
}

export interface HoverCardProps {
  anchor: HTMLElement;
  onClose: () => void;
  /** The pointer went from the chip to its card. */
  onStay: () => void;
  children: ReactNode;
}

/** What stands behind a chip, beside it. */
export function HoverCard({ anchor, onClose, onStay, children }: HoverCardProps) {
  return (
    <PreviewCard.Root open onOpenChange={(open) => !open && onClose()}>
      <PreviewCard.Portal>
        <PreviewCard.Positioner
          anchor={anchor}
          side="top"
          sideOffset={6}
          collisionPadding={8}
          className={styles.cardPositioner}
        >
          <PreviewCard.Popup className={styles.card} onMouseEnter={onStay} onMouseLeave={onClose}>
            {children}
          </PreviewCard.Popup>
        </PreviewCard.Positioner>
      </PreviewCard.Portal>
    </PreviewCard.Root>
  );
}
