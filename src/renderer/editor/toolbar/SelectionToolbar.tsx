import { $isCodeNode } from '@lexical/code';
import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import {
  $getSelection,
  $isRangeSelection,
  COMMAND_PRIORITY_LOW,
  FORMAT_TEXT_COMMAND,
  KEY_DOWN_COMMAND,
  type LexicalEditor,
} from 'lexical';
import { Bold, Italic, Link as LinkIcon, MessageSquare, Quote, Speech, UserRound, type LucideIcon } from 'lucide-react';
import { use, useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { createPortal } from 'react-dom';
import { shortcutText, type Shortcut } from '../../app/shortcuts';
import { cx } from '../../ui/cx';
import { CommentOpening } from '../comments/opening';
import styles from './toolbar.module.css';
import { editorShortcuts, START_ACT_COMMAND, type EditorAct } from '../keys';

interface Shown {
  top: number;
  left: number;
  bold: boolean;
  italic: boolean;
}

const acts: { act: EditorAct; label: string; icon: LucideIcon; shortcut: Shortcut }[] = [
  { act: 'link', label: 'Link', icon: LinkIcon, shortcut: editorShortcuts.link },
  { act: 'claim', label: 'Mark as claim', icon: Speech, shortcut: editorShortcuts.claim },
  { act: 'actor', label: 'Tag actor', icon: UserRound, shortcut: editorShortcuts.actor },
  { act: 'cite', label: 'Cite', icon: Quote, shortcut: editorShortcuts.cite },
  { act: 'comment', label: 'Comment', icon: MessageSquare, shortcut: editorShortcuts.comment },
];

/** Beside selected words: what can be done with them, in words. Alt+F10 goes there by keyboard. */
export function SelectionToolbar({ hidden }: { hidden: boolean }) {
  const [editor] = useLexicalComposerContext();
  const [shown, setShown] = useState<Shown | null>(null);
  const commenting = use(CommentOpening) !== null;
  const bar = useRef<HTMLDivElement>(null);

  useEffect(() => {
    let pressed = false;
    let frame = 0;
    const read = () => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() => {
        const focused = bar.current?.contains(document.activeElement);
        if (focused) return;
        setShown((now) => {
          const next = pressed ? null : whatToShow(editor);
          return next && now && JSON.stringify(next) === JSON.stringify(now) ? now : next;
        });
      });
    };
    const onDown = (event: PointerEvent) => {
      if (event.target instanceof Node && bar.current?.contains(event.target)) return;
      pressed = true;
      setShown(null);
    };
    const onUp = () => {
      pressed = false;
      read();
    };
    document.addEventListener('pointerdown', onDown);
    document.addEventListener('pointerup', onUp);
    document.addEventListener('scroll', read, true);
    window.addEventListener('resize', read);
    const stop = editor.registerUpdateListener(read);
    const stopBlur = editor.registerRootListener((root, previous) => {
      previous?.removeEventListener('blur', read);
      root?.addEventListener('blur', read);
    });
    return () => {
      cancelAnimationFrame(frame);
      document.removeEventListener('pointerdown', onDown);
      document.removeEventListener('pointerup', onUp);
      document.removeEventListener('scroll', read, true);
      window.removeEventListener('resize', read);
      stop();
      stopBlur();
    };
  }, [editor]);

  useEffect(
    () =>
      editor.registerCommand(
        KEY_DOWN_COMMAND,
        (event) => {
          if (!event.altKey || event.key !== 'F10') return false;
          event.preventDefault();
          bar.current?.querySelector('button')?.focus();
          return true;
        },
        COMMAND_PRIORITY_LOW,
      ),
    [editor],
  );

  if (!shown || hidden) return null;
  const onKeyDown = (event: KeyboardEvent) => {
    const buttons = [...(bar.current?.querySelectorAll('button') ?? [])];
    const at = buttons.indexOf(document.activeElement as HTMLButtonElement);
    if (event.key === 'ArrowRight') buttons[(at + 1) % buttons.length]?.focus();
    else if (event.key === 'ArrowLeft') buttons[(at - 1 + buttons.length) % buttons.length]?.focus();
    else if (event.key === 'Escape') editor.focus();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return createPortal(
    <div
      ref={bar}
      role="toolbar"
      aria-label="Selected words"
      className={styles.toolbar}
      style={{ top: shown.top, left: shown.left }}
      // subtle: pressing a button must not let go of the selection that it is about.
      onMouseDown={(event) => event.preventDefault()}
      onKeyDown={onKeyDown}
    >
      <button
        type="button"
        className={cx(styles.tool, shown.bold && styles.toolOn)}
        aria-pressed={shown.bold}
        title={shortcutText(editorShortcuts.bold)}
        onClick={() => editor.dispatchCommand(FORMAT_TEXT_COMMAND, 'bold')}
      >
        <Bold size={14} aria-hidden /> Bold
      </button>
      <button
        type="button"
        className={cx(styles.tool, shown.italic && styles.toolOn)}
        aria-pressed={shown.italic}
        title={shortcutText(editorShortcuts.italic)}
        onClick={() => editor.dispatchCommand(FORMAT_TEXT_COMMAND, 'italic')}
      >
        <Italic size={14} aria-hidden /> Italic
      </button>
      {acts
        .filter(({ act }) => act !== 'comment' || commenting)
        .map(({ act, label, icon: Icon, shortcut }, index) => (
          <button
            key={act}
            type="button"
            className={cx(styles.tool, index === 1 && styles.toolGroup)}
            title={shortcutText(shortcut)}
            onClick={() => editor.dispatchCommand(START_ACT_COMMAND, act)}
          >
            <Icon size={14} aria-hidden /> {label}
          </button>
        ))}
    </div>,
    document.body,
  );
}

const HEIGHT = 40;
const WIDTH = 570;

function whatToShow(editor: LexicalEditor): Shown | null {
  const root = editor.getRootElement();
  const selected = window.getSelection();
  if (!root || !selected || selected.rangeCount === 0 || selected.isCollapsed) return null;
  if (!root.contains(document.activeElement) || !root.contains(selected.anchorNode)) return null;
  const format = editor.read(() => {
    const selection = $getSelection();
    if (!$isRangeSelection(selection) || selection.isCollapsed() || selection.getTextContent().trim() === '')
      return null;
    if (selection.getNodes().some((node) => $isCodeNode(node) || $isCodeNode(node.getParent()))) return null;
    return { bold: selection.hasFormat('bold'), italic: selection.hasFormat('italic') };
  });
  if (!format) return null;
  const range = selected.getRangeAt(0);
  const rects = [...range.getClientRects()].filter((rect) => rect.width > 0);
  const first = rects[0] ?? range.getBoundingClientRect();
  const last = rects.at(-1) ?? first;
  const left = Math.max(8, Math.min(first.left, window.innerWidth - WIDTH - 8));
  const above = first.top - HEIGHT - 6;
  return { top: above > 8 ? above : last.bottom + 8, left, ...format };
}
