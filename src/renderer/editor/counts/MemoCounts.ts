import { $getNodeByKey, $getRoot, $getSelection, $isRangeSelection, type LexicalEditor, type NodeKey } from 'lexical';
import { countWords } from '../../../shared/memo/text';
import { blocksTouched } from '../blocksTouched';
import { $countBlock, countCharacters, noCounts, type Counts } from './blockCounts';

export interface Counted {
  all: Counts;
  /** Of the selected words; null where none are. */
  selected: { words: number; characters: number } | null;
}

/** How long after a key counting waits: it is read at pauses, and must not be in the way of the next key. */
const SETTLE_MS = 150;

/**
 * The counts of a memo as it is written. Keeps those of each block and counts again only the blocks that were touched, at
 * the next pause: at a key it notes their names and nothing else.
 */
export class MemoCounts {
  #blocks = new Map<NodeKey, Counts>();
  #stale = new Set<NodeKey>();
  #orderChanged = true;
  #counted: Counted = { all: noCounts, selected: null };
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #listeners = new Set<() => void>();

  constructor(private readonly editor: LexicalEditor) {}

  readonly get = (): Counted => this.#counted;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    if (this.#listeners.size > 1) return () => this.#listeners.delete(listener);
    this.#orderChanged = true;
    this.#blocks.clear();
    this.count();
    const stop = this.editor.registerUpdateListener(({ dirtyElements, dirtyLeaves, editorState }) => {
      for (const key of dirtyElements.keys()) this.#stale.add(key);
      for (const key of dirtyLeaves) this.#stale.add(key);
      if (blocksTouched(dirtyElements, editorState)) this.#orderChanged = true;
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => this.count(), SETTLE_MS);
    });
    return () => {
      this.#listeners.delete(listener);
      clearTimeout(this.#timer);
      stop();
    };
  };

  /** Counts what was touched since the last time. */
  count(): void {
    const next = this.editor.read(() => ({ all: this.#$countAll(), selected: $countSelected() }));
    if (JSON.stringify(next) === JSON.stringify(this.#counted)) return;
    this.#counted = next;
    for (const listener of this.#listeners) listener();
  }

  #$countAll(): Counts {
    if (this.#orderChanged) {
      const blocks = new Map<NodeKey, Counts>();
      for (let block = $getRoot().getFirstChild(); block; block = block.getNextSibling()) {
        const key = block.getKey();
        const known = this.#stale.has(key) ? undefined : this.#blocks.get(key);
        blocks.set(key, known ?? $countBlock(block));
      }
      this.#blocks = blocks;
    } else {
      for (const key of this.#stale) {
        const block = this.#blocks.has(key) ? $getNodeByKey(key) : null;
        if (block) this.#blocks.set(key, $countBlock(block));
      }
    }
    this.#stale.clear();
    this.#orderChanged = false;
    const all = { ...noCounts };
    for (const { words, characters, footnoteWords } of this.#blocks.values()) {
      all.words += words;
      all.characters += characters;
      all.footnoteWords += footnoteWords;
    }
    return all;
  }
}

function $countSelected(): Counted['selected'] {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) || selection.isCollapsed()) return null;
  const text = selection.getTextContent();
  return text === '' ? null : { words: countWords(text), characters: countCharacters(text) };
}
