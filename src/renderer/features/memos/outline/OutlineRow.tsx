import { ChevronDown, ChevronRight } from 'lucide-react';
import { memo } from 'react';
import { cx } from '../../../ui';
import styles from './outline.module.css';

export interface OutlineRowProps {
  headingKey: string;
  level: number;
  text: string;
  /** The section one is in. */
  current: boolean;
  focusable: boolean;
  hasMore: boolean;
  folded: boolean;
  dragged: boolean;
  /** Where a drop would put the dragged section. */
  gap: 'before' | 'after' | null;
}

/**
 * One heading of the outline. It has no handlers of its own: the tree listens for all, so that a key typed in one heading
 * draws one row of five hundred.
 */
export const OutlineRow = memo(function OutlineRow(props: OutlineRowProps) {
  const { headingKey, level, text, current, focusable, hasMore, folded, dragged, gap } = props;
  const Chevron = folded ? ChevronRight : ChevronDown;
  return (
    <div
      role="treeitem"
      aria-level={level}
      aria-current={current || undefined}
      aria-expanded={hasMore ? !folded : undefined}
      tabIndex={focusable ? 0 : -1}
      data-key={headingKey}
      data-gap={gap ?? undefined}
      className={cx(styles.row, styles[`level${level}`], dragged && styles.dragged)}
      draggable
    >
      {hasMore && (
        <span className={styles.fold} data-fold aria-hidden>
          <Chevron size={12} />
        </span>
      )}
      <span className={styles.text} dir="auto">
        {text || 'Untitled heading'}
      </span>
    </div>
  );
});
