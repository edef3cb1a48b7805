import { memo } from 'react';
import type { ReferenceShow } from '../../../shared/memo/document';
import { cx } from '../../ui/cx';
import styles from '../editor.module.css';
import { useReference } from '../labels';
import { NodeViews } from '../nodeViews';
import { useChip } from '../useChip';
import { CrossReferenceNode } from './CrossReferenceNode';

/** Draws every cross-reference as what its target is called now. */
export function CrossReferenceViews() {
  return (
    <NodeViews
      klass={CrossReferenceNode}
      render={(node) => <ReferenceChip nodeKey={node.getKey()} targetId={node.__targetId} show={node.__show} />}
    />
  );
}

interface ReferenceChipProps {
  nodeKey: string;
  targetId: string;
  show: ReferenceShow;
}

const ReferenceChip = memo(function ReferenceChip({ nodeKey, targetId, show }: ReferenceChipProps) {
  const { text, isMissing } = useReference(targetId, show);
  const { ref, selected } = useChip(nodeKey, (element) => goToTarget(element, targetId));
  return (
    <span
      ref={ref}
      role="link"
      tabIndex={0}
      className={cx(styles.citationChip, isMissing && styles.missing, selected && styles.chipSelected)}
    >
      {text}
    </span>
  );
});

/** Shows what a reference refers to. */
function goToTarget(from: HTMLElement, targetId: string): void {
  const root = from.closest('[contenteditable="true"]');
  root?.querySelector(`[data-target="${CSS.escape(targetId)}"]`)?.scrollIntoView({ block: 'center' });
}
