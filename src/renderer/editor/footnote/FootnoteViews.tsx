import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import { $getNodeByKey, $onUpdate, COMMAND_PRIORITY_EDITOR } from 'lexical';
import { useCallback, useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import type { Inline } from '../../../shared/memo/document';
import { inlineText } from '../../../shared/memo/text';
import { Button } from '../../ui/Button';
import { Popover } from '../../ui/Popover';
import { ChipViews } from '../chips/ChipViews';
import { caretAfter, keepFocus } from '../chips/keys';
import cards from '../cards.module.css';
import styles from '../editor.module.css';
import { OPEN_FOOTNOTE_COMMAND } from '../keys';
import { InlineWords } from '../InlineWords';
import { useChipLooks } from '../rendering';
import { FootnoteEditor } from './FootnoteEditor';
import { $isFootnoteNode, FootnoteNode } from './FootnoteNode';

export function FootnoteViews() {
  const [editor] = useLexicalComposerContext();
  const [openKey, setOpenKey] = useState<string | null>(null);
  const looks = useChipLooks();
  const $draw = useCallback(
    (chip: HTMLElement, node: FootnoteNode) => {
      const { note } = looks.get(node.__id);
      chip.className = styles.noteChip ?? '';
      chip.ariaLabel = `Footnote ${note ?? ''}: ${inlineText(node.__content)}`;
      chip.textContent = note === null ? '*' : String(note);
    },
    [looks],
  );
  const close = useCallback(() => {
    setOpenKey(null);
    caretAfter(editor, openKey);
  }, [editor, openKey]);
  useEffect(
    () =>
      editor.registerCommand(
        OPEN_FOOTNOTE_COMMAND,
        (key) => {
          // The element is there only after this update; the popover then at once, for the next key is meant for it.
          $onUpdate(() => flushSync(() => setOpenKey(key)));
          return true;
        },
        COMMAND_PRIORITY_EDITOR,
      ),
    [editor],
  );
  return (
    <>
      <ChipViews
        klass={FootnoteNode}
        $draw={$draw}
        subscribe={looks.subscribe}
        onOpen={setOpenKey}
        isOpen={openKey !== null}
        preview={(node) => <FootnotePreview content={node.__content} />}
      />
      {openKey !== null && <FootnotePopover key={openKey} nodeKey={openKey} onClose={close} />}
    </>
  );
}

function FootnotePreview({ content }: { content: readonly Inline[] }) {
  return (
    <div className={cards.preview}>
      <p className={cards.previewNote}>
        {content.length > 0 ? <InlineWords inlines={content} /> : 'An empty footnote. Enter opens it.'}
      </p>
    </div>
  );
}

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
