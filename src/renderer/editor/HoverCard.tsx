import { PreviewCard } from '@base-ui/react/preview-card';
import { useState, type ReactElement, type ReactNode } from 'react';
import styles from './cards.module.css';

/** What stands behind a chip, shown while the pointer rests on it or the keyboard is at it. */
export function HoverCard({
  trigger,
  children,
}: {
  trigger: ReactElement<Record<string, unknown>>;
  children: ReactNode;
}) {
  const [open, setOpen] = useState(false);
  // What a press opens takes the card's place, until the pointer comes back.
  const [pressed, setPressed] = useState(false);
  return (
    <PreviewCard.Root open={open && !pressed} onOpenChange={setOpen}>
      <PreviewCard.Trigger
        render={trigger}
        delay={300}
        closeDelay={120}
        onMouseDown={() => setPressed(true)}
        onMouseEnter={() => setPressed(false)}
      />
      <PreviewCard.Portal>
        <PreviewCard.Positioner side="top" sideOffset={6} collisionPadding={8} className={styles.cardPositioner}>
          <PreviewCard.Popup className={styles.card}>{children}</PreviewCard.Popup>
        </PreviewCard.Positioner>
      </PreviewCard.Portal>
    </PreviewCard.Root>
  );
}
