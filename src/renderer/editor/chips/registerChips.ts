import {
  $getNodeByKey,
  $getSelection,
  $isNodeSelection,
  COMMAND_PRIORITY_NORMAL,
  KEY_ENTER_COMMAND,
  mergeRegister,
  type BaseSelection,
  type Klass,
  type LexicalEditor,
  type LexicalNode,
  type NodeKey,
} from 'lexical';
import { $selectNode } from '../selectAt';
import { onChipKey } from './keys';

/** What one kind of chip is. */
export interface ChipKind<T extends LexicalNode> {
  klass: Klass<T>;
  /** Class of a chip while it is selected. */
  selectedClass: string;
  /** Fills a chip with its words, class and name. Runs in a read, again whenever its node changed. */
  $draw: (chip: HTMLElement, node: T) => void;
  open: (key: NodeKey, chip: HTMLElement) => void;
  /** The pointer or the keyboard came to a chip, or left it. */
  attend: (chip: { key: NodeKey; element: HTMLElement } | null) => void;
  /** The mouse was pressed on one. */
  press: () => void;
}

export interface Chips {
  /** Draws all of them again. */
  draw: () => void;
  stop: () => void;
}

/**
 * Chips of one kind in a text: the arrow keys reach them, Tab too; Enter, Space or a click opens one; Delete removes it; Escape and
 * the arrows go back to the words. There may be a thousand in a memo, so they are plain elements with one listener for all of
 * them. They are spans in the role of buttons, because a button cannot break over two lines.
 */
export function registerChips<T extends LexicalNode>(editor: LexicalEditor, kind: ChipKind<T>): Chips {
  const chips = new Map<NodeKey, HTMLElement>();
  const keys = new WeakMap<Element, NodeKey>();
  let selected = new Set<NodeKey>();

  const $drawOne = (key: NodeKey) => {
    const chip = chips.get(key);
    const node = $getNodeByKey(key);
    if (!chip || !(node instanceof kind.klass)) return;
    kind.$draw(chip, node as T);
    chip.classList.toggle(kind.selectedClass, selected.has(key));
  };
  const put = (key: NodeKey) => {
    const element = editor.getElementByKey(key);
    if (!element || chips.get(key)?.parentElement === element) return;
    const chip = document.createElement('span');
    chip.role = 'button';
    chip.tabIndex = 0;
    element.replaceChildren(chip);
    chips.set(key, chip);
    keys.set(chip, key);
  };
  const select = (selection: BaseSelection | null) => {
    const now = selectedOf(selection, chips);
    if (now.size === 0 && selected.size === 0) return;
    for (const key of selected) if (!now.has(key)) chips.get(key)?.classList.remove(kind.selectedClass);
    for (const key of now) chips.get(key)?.classList.add(kind.selectedClass);
    selected = now;
  };
  const at = ({ target }: Event): { key: NodeKey; element: HTMLElement } | null => {
    for (let element = target instanceof Element ? target : null; element; element = element.parentElement) {
      const key = keys.get(element);
      if (key !== undefined) return { key, element: element as HTMLElement };
      if (element === editor.getRootElement()) return null;
    }
    return null;
  };
  // subtle: in the capture phase, because the editor listens on the same element and would take Enter for a new paragraph.
  const listeners: { [Name in keyof HTMLElementEventMap]?: (event: HTMLElementEventMap[Name]) => void } = {
    keydown: (event) => {
      const chip = at(event);
      if (chip) onChipKey(editor, chip.key, event, () => kind.open(chip.key, chip.element));
    },
    mousedown: (event) => {
      if (!at(event)) return;
      // The focus stays in the text, so that closing what opens here goes back there.
      event.preventDefault();
      event.stopPropagation();
      editor.getRootElement()?.focus({ preventScroll: true });
      kind.press();
    },
    click: (event) => {
      const chip = at(event);
      if (!chip) return;
      event.preventDefault();
      event.stopPropagation();
      editor.update(() => $selectNode(chip.key));
      kind.open(chip.key, chip.element);
    },
    mouseover: (event) => kind.attend(at(event)),
    mouseleave: () => kind.attend(null),
    focusin: (event) => {
      const chip = at(event);
      if (chip?.element.matches(':focus-visible')) kind.attend(chip);
    },
    focusout: (event) => at(event) && kind.attend(null),
  };
  const stop = mergeRegister(
    editor.registerMutationListener(
      kind.klass,
      (mutations) => {
        editor.getEditorState().read(
          () => {
            for (const [key, mutation] of mutations) {
              if (mutation === 'destroyed') {
                chips.delete(key);
                continue;
              }
              put(key);
              $drawOne(key);
            }
          },
          { editor },
        );
      },
      { skipInitialization: false },
    ),
    editor.registerUpdateListener(({ editorState }) => {
      editorState.read(() => select(editorState._selection), { editor });
    }),
    editor.registerCommand(
      KEY_ENTER_COMMAND,
      (event) => {
        const selection = $getSelection();
        if (!$isNodeSelection(selection)) return false;
        const node = selection.getNodes().find((each) => chips.has(each.getKey()));
        const chip = node && chips.get(node.getKey());
        if (!node || !chip) return false;
        event?.preventDefault();
        kind.open(node.getKey(), chip);
        return true;
      },
      COMMAND_PRIORITY_NORMAL,
    ),
    editor.registerRootListener((root, previous) => {
      for (const [name, listener] of Object.entries(listeners)) {
        previous?.removeEventListener(name, listener as EventListener, true);
        root?.addEventListener(name, listener as EventListener, true);
      }
    }),
  );
  return {
    draw: () => editor.getEditorState().read(() => chips.forEach((_, key) => $drawOne(key)), { editor }),
    stop,
  };
}

/** Which chips are selected. Runs in a read. */
function selectedOf(selection: BaseSelection | null, chips: ReadonlyMap<NodeKey, unknown>): Set<NodeKey> {
  if (!selection || selection.isCollapsed()) return new Set();
  const nodes = selection.getNodes();
  return new Set(
    nodes.flatMap((node, index) => {
      if (!chips.has(node.getKey())) return [];
      // Only at its ends may a selection touch what is not in it; asking every node takes long in a long text.
      const isInside = index > 0 && index < nodes.length - 1;
      return isInside || node.isSelected(selection) ? [node.getKey()] : [];
    }),
  );
}
