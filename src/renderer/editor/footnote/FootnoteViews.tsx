import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import { $getNodeByKey, COMMAND_PRIORITY_EDITOR } from 'lexical';
import { memo, useCallback, useEffect, useState } from 'react';
import type { Inline } from '../../../shared/memo/document';
import { inlineText } from '../../../shared/memo/text';
import { Button } from '../../ui/Button';
import { cx } from '../../ui/cx';
import { Popover } from '../../ui/Popover';
import cards from '../cards.module.css';
import styles from '../editor.module.css';
import { OPEN_FOOTNOTE_COMMAND } from '../keys';
import { HoverCard } from '../HoverCard';
import { InlineWords } from '../InlineWords';
import { NodeViews } from '../nodeViews';
import { useChipLook } from '../rendering';
import { caretAfter, keepFocus, useChip } from '../useChip';
import { FootnoteEditor } from './FootnoteEditor';
import { $isFootnoteNode, FootnoteNode } from './FootnoteNode';

export function FootnoteViews() {
  const [editor] = useLexicalComposerContext();
  const [openKey, setOpenKey] = useState<string | null>(null);
  const show = useCallback((key: string) => setOpenKey(key), []);
  const close = useCallback(() => {
    setOpenKey(null);
    caretAfter(editor, openKey);
  }, [editor, openKey]);
  useEffect(
    () =>
      editor.registerCommand(
        OPEN_FOOTNOTE_COMMAND,
        (key) => {
          // The element is there only after this update.
          setTimeout(() => setOpenKey(key), 0);
          return true;
        },
        COMMAND_PRIORITY_EDITOR,
      ),
    [editor],
  );
  return (
    <>
      <NodeViews
        klass={FootnoteNode}
        render={(node) => (
          <FootnoteChip nodeKey={node.getKey()} id={node.__id} content={node.__content} onOpen={show} />
        )}
      />
      {openKey !== null && <FootnotePopover key={openKey} nodeKey={openKey} onClose={close} />}
    </>
  );
}

interface FootnoteChipProps {
  nodeKey: string;
  id: string;
  content: readonly Inline[];
  onOpen: (key: string) => void;
}

const FootnoteChip = memo(function FootnoteChip({ nodeKey, id, content, onOpen }: FootnoteChipProps) {
  const { note } = useChipLook(id);
  const { ref, selected } = useChip(nodeKey, () => onOpen(nodeKey));
  return (
    <HoverCard
      trigger={
        <span
          ref={ref}
          role="button"
          tabIndex={0}
          className={cx(styles.noteChip, selected && styles.chipSelected)}
          aria-label={`Footnote ${note ?? ''}: ${inlineText(content)}`}
        >
          {note ?? '*'}
        </span>
      }
    >
      <div className={cards.preview}>
        <p className={cards.previewNote}>
          {content.length > 0 ? <InlineWords inlines={content} /> : 'An empty footnote. Enter opens it.'}
        </p>
      </div>
    </HoverCard>
  );
});

function FootnotePopover({ nodeKey, onClose }: { nodeKey: string; onClose: () => void }) {
  const [editor] = useLexicalComposerContext();
  const [content] = useState(() =>
    editor.read(() => {
      const node = $getNodeByKey(nodeKey);
      return $isFootnoteNode(node) ? node.getContent() : [];
    }),
  );
  const save = useCallback(
    (inlines: readonly Inline[]) => {
      editor.update(() => {
        const node = $getNodeByKey(nodeKey);
        if ($isFootnoteNode(node) && JSON.stringify(node.getContent()) !== JSON.stringify(inlines)) {
          node.setContent(inlines);
        }
        // subtle: without the tag, the text would take the browser's selection back from the footnote being written.
      }, keepFocus);
    },
    [editor, nodeKey],
  );
  const remove = () => {
    editor.update(() => $getNodeByKey(nodeKey)?.remove());
    onClose();
  };
  return (
    <Popover
      label="Footnote"
      open
      onOpenChange={(open) => !open && onClose()}
      anchor={() => editor.getElementByKey(nodeKey)}
      initialFocus={false}
    >
      <div className={cards.footnoteForm}>
        <FootnoteEditor content={content} onChange={save} onDone={onClose} />
        <div className={cards.formActs}>
          <Button onClick={remove}>Remove footnote</Button>
          <span className={cards.spring} />
          <Button look="secondary" onClick={onClose}>
            Done
          </Button>
        </div>
      </div>
    </Popover>
  );
}
