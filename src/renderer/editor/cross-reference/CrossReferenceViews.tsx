import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import { $getNodeByKey, type LexicalEditor } from 'lexical';
import { memo, useCallback, useState } from 'react';
import type { ReferenceShow } from '../../../shared/memo/document';
import { Button } from '../../ui/Button';
import { cx } from '../../ui/cx';
import { Popover } from '../../ui/Popover';
import { Select } from '../../ui/Select';
import cards from '../cards.module.css';
import styles from '../editor.module.css';
import { useLabels, useReference } from '../labels';
import { NodeViews } from '../nodeViews';
import { caretAfter, keepFocus } from '../chips/keys';
import { useChip } from '../useChip';
import { $isCrossReferenceNode, CrossReferenceNode } from './CrossReferenceNode';
import { $targetKey } from './targets';

/** Draws every cross-reference as what its target is called now, and the form of the one that was clicked. */
export function CrossReferenceViews() {
  const [editor] = useLexicalComposerContext();
  const [openKey, setOpenKey] = useState<string | null>(null);
  const open = useCallback((key: string) => setOpenKey(key), []);
  const close = useCallback(() => {
    setOpenKey(null);
    caretAfter(editor, openKey);
  }, [editor, openKey]);
  return (
    <>
      <NodeViews
        klass={CrossReferenceNode}
        render={(node) => (
          <ReferenceChip nodeKey={node.getKey()} targetId={node.__targetId} show={node.__show} onOpen={open} />
        )}
      />
      {openKey !== null && <ReferencePopover key={openKey} nodeKey={openKey} onClose={close} />}
    </>
  );
}

interface ReferenceChipProps {
  nodeKey: string;
  targetId: string;
  show: ReferenceShow;
  onOpen: (key: string) => void;
}

/** Enter goes to what it refers to; a click shows what can be done with it. */
const ReferenceChip = memo(function ReferenceChip({ nodeKey, targetId, show, onOpen }: ReferenceChipProps) {
  const [editor] = useLexicalComposerContext();
  const { text, isMissing } = useReference(targetId, show);
  const { ref, selected } = useChip(nodeKey, (_element, by) => {
    if (by === 'click' || isMissing) onOpen(nodeKey);
    else goToTarget(editor, targetId);
  });
  return (
    <span
      ref={ref}
      role="button"
      tabIndex={0}
      className={cx(styles.citationChip, isMissing && styles.missing, selected && styles.chipSelected)}
      aria-label={`Cross-reference: ${text}`}
    >
      {text}
    </span>
  );
});

/** Puts the caret into what a reference refers to and shows it. */
function goToTarget(editor: LexicalEditor, targetId: string): void {
  editor.update(
    () => {
      const key = $targetKey(targetId);
      if (key !== null) $getNodeByKey(key)?.selectStart();
    },
    {
      onUpdate: () => {
        const key = editor.read(() => $targetKey(targetId));
        if (key !== null) editor.getElementByKey(key)?.scrollIntoView({ block: 'center' });
      },
    },
  );
  editor.focus();
}

const shows: readonly { value: ReferenceShow; label: string }[] = [
  { value: 'label-and-number', label: 'Label and number' },
  { value: 'number', label: 'Number' },
  { value: 'title', label: 'Words of the heading or caption' },
  { value: 'page', label: 'Page, where there are pages' },
];

function ReferencePopover({ nodeKey, onClose }: { nodeKey: string; onClose: () => void }) {
  const [editor] = useLexicalComposerContext();
  const { labels } = useLabels();
  const [reference, setReference] = useState(() =>
    editor.read(() => {
      const node = $getNodeByKey(nodeKey);
      return $isCrossReferenceNode(node) ? { targetId: node.getTargetId(), show: node.getShow() } : null;
    }),
  );
  if (!reference) return null;
  const label = labels.get(reference.targetId);
  const change = (show: ReferenceShow) => {
    setReference({ ...reference, show });
    editor.update(() => {
      const node = $getNodeByKey(nodeKey);
      if ($isCrossReferenceNode(node)) node.setReference(reference.targetId, show);
    }, keepFocus);
  };
  const remove = () => {
    editor.update(() => {
      const node = $getNodeByKey(nodeKey);
      node?.selectPrevious();
      node?.remove();
    });
    onClose();
  };
  return (
    <Popover
      label="Cross-reference"
      open
      onOpenChange={(open) => !open && onClose()}
      anchor={() => editor.getElementByKey(nodeKey)}
    >
      <div className={cards.footnoteForm}>
        {label ? (
          <Select
            label="Shows"
            value={reference.show}
            options={
              label.kind === 'heading' ? shows.filter(({ value }) => value === 'title' || value === 'page') : shows
            }
            onChange={change}
          />
        ) : (
          <p>What this refers to is not in the text any more. Undo its removal, or remove the reference.</p>
        )}
        <div className={cards.formActs}>
          <Button onClick={remove}>Remove</Button>
          <span className={cards.spring} />
          {label && (
            <Button
              look="secondary"
              onClick={() => {
                onClose();
                goToTarget(editor, reference.targetId);
              }}
            >
              Go there
            </Button>
          )}
        </div>
      </div>
    </Popover>
  );
}
