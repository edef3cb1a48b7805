import {
  $getNodeByKey,
  $isTextNode,
  $parseSerializedNode,
  HISTORY_PUSH_TAG,
  SKIP_DOM_SELECTION_TAG,
  type LexicalEditor,
  type LexicalNode,
} from 'lexical';
import type { Target } from '../../shared/domain/common';
import type { MemoBlock } from '../../shared/memo/document';
import { blocksToLexical } from '../../shared/memo/lexical';
import { call } from '../client';
import {
  $insertActorMention,
  $insertBlock,
  $insertCitation,
  $insertClaim,
  $insertExcerpt,
  citationItemOf,
} from './insert';

/** Something to put in, and the words that stand before the node it gives and belong to it. */
interface Prepared {
  $insert: () => LexicalNode;
  words?: string;
}

async function prepare({ kind, id }: Target): Promise<Prepared | null> {
  switch (kind) {
    case 'excerpt': {
      const excerpt = await call('excerpts.get', { id });
      return {
        $insert: () => $insertExcerpt(excerpt),
        ...(excerpt.kind === 'quotation' ? {} : { words: `${excerpt.text} ` }),
      };
    }
    case 'source': {
      const item = await citationItemOf({ kind, id }, call);
      return { $insert: () => $insertCitation([item]) };
    }
    case 'actor': {
      const { name } = await call('actors.get', { id });
      return { $insert: () => $insertActorMention(id, name) };
    }
    case 'claim': {
      const { statement } = await call('claims.get', { id });
      return { $insert: () => $insertClaim(id, statement) };
    }
    default:
      return null;
  }
}

/**
 * Puts things of the library at the caret: excerpts are quoted, sources cited, actors mentioned, claims stated; events and memos
 * have no place in a text. Whoever is working elsewhere keeps the focus. Resolves to what takes them out again; rejects if one
 * is gone.
 */
export async function insertItems(editor: LexicalEditor, items: readonly Target[]): Promise<() => void> {
  const inserted: Inserted[] = [];
  for (const item of items) {
    const prepared = await prepare(item);
    if (prepared !== null) {
      insert(editor, () => {
        const node = prepared.$insert();
        inserted.push({ key: node.getKey(), words: prepared.words ?? '' });
        return node;
      });
    }
  }
  return () => takeOut(editor, inserted);
}

/** Puts blocks of the document format after the block at the caret, in one step of undoing. Answers what takes them out again. */
export function insertBlocks(editor: LexicalEditor, blocks: readonly MemoBlock[]): () => void {
  const inserted: Inserted[] = [];
  insert(editor, () => {
    let last: LexicalNode | null = null;
    for (const json of blocksToLexical(blocks)) {
      const node = $parseSerializedNode(json);
      $insertBlock(node);
      inserted.push({ key: node.getKey(), words: '' });
      last = node;
    }
    return last;
  });
  return () => takeOut(editor, inserted);
}

interface Inserted {
  key: string;
  words: string;
}

/** One step of undoing; whoever is working elsewhere keeps the focus, and the text scrolls to what was put in. */
function insert(editor: LexicalEditor, $work: () => LexicalNode | null): void {
  const elsewhere = !editor.getRootElement()?.contains(document.activeElement);
  let key: string | undefined;
  editor.update(() => void (key = $work()?.getKey()), {
    tag: elsewhere ? [HISTORY_PUSH_TAG, SKIP_DOM_SELECTION_TAG] : HISTORY_PUSH_TAG,
    onUpdate: () => {
      if (elsewhere && key) editor.getElementByKey(key)?.scrollIntoView({ block: 'nearest' });
    },
  });
}

function takeOut(editor: LexicalEditor, inserted: readonly Inserted[]): void {
  editor.update(
    () => {
      for (const { key, words } of inserted) $takeOut(key, words);
    },
    { tag: [HISTORY_PUSH_TAG, SKIP_DOM_SELECTION_TAG] },
  );
}

function $takeOut(key: string, words: string): void {
  const node = $getNodeByKey(key);
  const before = node?.getPreviousSibling();
  if ($isTextNode(before) && words !== '' && before.getTextContent().endsWith(words)) {
    before.setTextContent(before.getTextContent().slice(0, -words.length));
  }
  node?.remove();
}
