import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import { use, useCallback, useState } from 'react';
import { cx } from '../../ui/cx';
import { ChipViews } from '../chips/ChipViews';
import { caretAfter } from '../chips/keys';
import styles from '../editor.module.css';
import { InsideNote, useChipLooks, type ChipLook } from '../rendering';
import { runsInto, runsText } from '../Runs';
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
  const looks = useChipLooks();
  const insideNote = use(InsideNote);
  const [open, setOpen] = useState<Open | null>(null);
  const openKey = open?.key;
  const close = useCallback(() => {
    setOpen(null);
    caretAfter(editor, openKey);
  }, [editor, openKey]);
  const $draw = useCallback(
    (chip: HTMLElement, node: CitationNode) => {
      drawChip(chip, looks.get(node.__id), { insideNote, afterSpace: $isAfterSpace(node) });
    },
    [looks, insideNote],
  );
  return (
    <>
      <ChipViews
        klass={CitationNode}
        $draw={$draw}
        subscribe={looks.subscribe}
        onOpen={(key, anchor) => setOpen({ key, anchor })}
        isOpen={open !== null}
        preview={(node) => {
          const { note, runs } = looks.get(node.__id);
          return <CitationPreview items={node.__items} runs={note !== null && !insideNote ? runs : null} />;
        }}
      />
      {open && <CitationPopover key={open.key} nodeKey={open.key} anchor={open.anchor} onClose={close} />}
    </>
  );
}

/** As every export does, note numbers close up to the word before them. */
function $isAfterSpace(node: CitationNode): boolean {
  const before = node.getPreviousSibling() ?? node.getParent()?.getPreviousSibling();
  return before?.getTextContent().endsWith(' ') ?? false;
}

interface Place {
  insideNote: boolean;
  afterSpace: boolean;
}
/** What was drawn in a chip, to draw only what is new. */
const drawn = new WeakMap<HTMLElement, ChipLook & Place>();

function drawChip(chip: HTMLElement, look: ChipLook, place: Place): void {
  const last = drawn.get(chip);
  const { note, runs, author = [] } = look;
  const { insideNote, afterSpace } = place;
  if (last?.note === note && last.runs === runs && last.author === look.author && last.afterSpace === afterSpace)
    return;
  drawn.set(chip, { ...look, ...place });
  // Inside a footnote the words of the citation stand in the note itself.
  const isNote = note !== null && !insideNote;
  const isNumber = isNote && author.length === 0;
  chip.className = cx(isNumber ? styles.noteChip : styles.citationChip, isNumber && afterSpace && styles.afterSpace);
  chip.ariaLabel = chipLabel(isNote ? note : null, runsText(author), runs ? runsText(runs) : '');
  if (isNumber) return chip.replaceChildren(String(note));
  chip.replaceChildren();
  runsInto(chip, author);
  if (isNote) {
    const number = document.createElement('sup');
    number.textContent = String(note);
    chip.append(number);
  } else if (runs) {
    if (author.length > 0 && runs.length > 0) chip.append(' ');
    runsInto(chip, runs);
  } else chip.append('…');
}

function chipLabel(note: number | null, author: string, words: string): string {
  const said = [author, words].filter(Boolean).join(' ') || 'not rendered yet';
  return note === null ? `Citation: ${said}` : `Citation, note ${note}: ${said}`;
}
