import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import type { LexicalEditor } from 'lexical';
import { memo, use, useCallback, useState } from 'react';
import type { CitationItem } from '../../../shared/memo/document';
import { cx } from '../../ui/cx';
import styles from '../editor.module.css';
import { HoverCard } from '../HoverCard';
import { NodeViews } from '../nodeViews';
import { InsideNote, useChipLook } from '../rendering';
import { Runs, runsText } from '../Runs';
import { caretAfter, useChip } from '../useChip';
import { CitationNode } from './CitationNode';
import { CitationPopover } from './CitationPopover';
import { CitationPreview } from './CitationPreview';

interface Open {
  key: string;
  anchor: HTMLElement;
}

/** Draws every citation as its style writes it, and the popover of the one that is open. */
export function CitationViews() {
  const [editor] = useLexicalComposerContext();
  const [open, setOpen] = useState<Open | null>(null);
  const show = useCallback((key: string, anchor: HTMLElement) => setOpen({ key, anchor }), []);
  const openKey = open?.key;
  const close = useCallback(() => {
    setOpen(null);
    caretAfter(editor, openKey);
  }, [editor, openKey]);
  return (
    <>
      <NodeViews
        klass={CitationNode}
        render={(node) => (
          <CitationChip
            nodeKey={node.getKey()}
            id={node.__id}
            items={node.__items}
            afterSpace={isAfterSpace(editor, node)}
            onOpen={show}
          />
        )}
      />
      {open && <CitationPopover key={open.key} nodeKey={open.key} anchor={open.anchor} onClose={close} />}
    </>
  );
}

/** As every export does, note numbers close up to the word before them. */
function isAfterSpace(editor: LexicalEditor, node: CitationNode): boolean {
  return editor.read(() => {
    const before = node.getPreviousSibling() ?? node.getParent()?.getPreviousSibling();
    return before?.getTextContent().endsWith(' ') ?? false;
  });
}

interface CitationChipProps {
  nodeKey: string;
  id: string;
  items: readonly CitationItem[];
  afterSpace: boolean;
  onOpen: (key: string, anchor: HTMLElement) => void;
}

const CitationChip = memo(function CitationChip({ nodeKey, id, items, afterSpace, onOpen }: CitationChipProps) {
  const look = useChipLook(id);
  const { ref, selected } = useChip(nodeKey, (element) => onOpen(nodeKey, element));
  const words = look.runs ? runsText(look.runs) : '';
  const author = look.author && look.author.length > 0 ? look.author : null;
  // Inside a footnote the words of the citation stand in the note itself.
  const isNote = look.note !== null && !use(InsideNote);
  return (
    <HoverCard
      trigger={
        <span
          ref={ref}
          role="button"
          tabIndex={0}
          className={cx(
            isNote && !author ? styles.noteChip : styles.citationChip,
            isNote && !author && afterSpace && styles.afterSpace,
            selected && styles.chipSelected,
          )}
          aria-label={chipLabel(isNote ? look.note : null, author ? runsText(author) : '', words)}
        >
          {author && (
            <>
              <Runs runs={author} />
              {!isNote && words !== '' && ' '}
            </>
          )}
          {isNote ? author ? <sup>{look.note}</sup> : look.note : look.runs ? <Runs runs={look.runs} /> : '…'}
        </span>
      }
    >
      <CitationPreview items={items} runs={isNote ? look.runs : null} />
    </HoverCard>
  );
});

function chipLabel(note: number | null, author: string, words: string): string {
  const said = [author, words].filter(Boolean).join(' ') || 'not rendered yet';
  return note === null ? `Citation: ${said}` : `Citation, note ${note}: ${said}`;
}
