import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import { $getNodeByKey, type Klass, type LexicalNode, type NodeKey } from 'lexical';
import { useEffect, useRef, type ReactNode } from 'react';
import styles from '../editor.module.css';
import { HoverCard, useHover } from './HoverCard';
import { registerChips, type Chips } from './registerChips';

export interface ChipViewsProps<T extends LexicalNode> {
  klass: Klass<T>;
  /** Fills a chip; runs in a read, again when its node or this function changed. */
  $draw: (chip: HTMLElement, node: T) => void;
  /** Tells when chips are to be drawn again though their nodes are the same. */
  subscribe?: (draw: () => void) => () => void;
  onOpen: (key: NodeKey, chip: HTMLElement) => void;
  /** One is open: nothing is shown over it. */
  isOpen?: boolean;
  /** What stands behind a chip, shown while the pointer rests on it or the keyboard is at it. */
  preview: (node: T) => ReactNode;
}

/** Draws the chips of a class of nodes, opens them, and shows what stands behind them. */
export function ChipViews<T extends LexicalNode>({
  klass,
  $draw,
  subscribe,
  onOpen,
  isOpen = false,
  preview,
}: ChipViewsProps<T>) {
  const [editor] = useLexicalComposerContext();
  const { shown, attend, press, close } = useHover();
  const latest = useRef({ $draw, onOpen });
  const chips = useRef<Chips | null>(null);
  useEffect(() => {
    latest.current = { $draw, onOpen };
  });
  useEffect(() => {
    const registered = registerChips(editor, {
      klass,
      selectedClass: styles.chipSelected ?? '',
      $draw: (chip, node) => latest.current.$draw(chip, node),
      open: (key, chip) => latest.current.onOpen(key, chip),
      attend,
      press,
    });
    chips.current = registered;
    return registered.stop;
  }, [editor, klass, attend, press]);
  useEffect(() => chips.current?.draw(), [$draw]);
  useEffect(() => subscribe?.(() => chips.current?.draw()), [subscribe]);

  const node = shown && editor.read(() => $getNodeByKey(shown.key));
  if (!shown || isOpen || !(node instanceof klass)) return null;
  return (
    <HoverCard key={shown.key} anchor={shown.element} onClose={close} onStay={() => attend(shown)}>
      {preview(node as T)}
    </HoverCard>
  );
}
