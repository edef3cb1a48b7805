import type { MemoBlock, MemoDocument } from './document';

/** How a document became another one: blocks in one place of it were replaced. */
export interface BlocksChange {
  /** How many blocks the document had before. */
  of: number;
  from: number;
  removed: number;
  inserted: MemoBlock[];
}

/**
 * What changed between two documents; blocks that are the same object did not. So a save of a long memo takes as long as what
 * was written. Null where something beside the blocks changed.
 */
export function changeBetween(before: MemoDocument, after: MemoDocument): BlocksChange | null {
  if (!sameBeside(before, after)) return null;
  const [was, is] = [before.blocks, after.blocks];
  const most = Math.min(was.length, is.length);
  let from = 0;
  while (from < most && was[from] === is[from]) from++;
  let kept = 0;
  while (kept < most - from && was[was.length - 1 - kept] === is[is.length - 1 - kept]) kept++;
  return {
    of: was.length,
    from,
    removed: was.length - from - kept,
    inserted: is.slice(from, is.length - kept),
  };
}

/** The document after a change; null if the change is of another one. */
export function withChange(document: MemoDocument, { of, from, removed, inserted }: BlocksChange): MemoDocument | null {
  const { blocks } = document;
  if (blocks.length !== of || from + removed > of) return null;
  const changed = [...blocks.slice(0, from), ...inserted, ...blocks.slice(from + removed)];
  return { ...document, blocks: changed };
}

/** Whether all but the blocks is the same. */
function sameBeside({ blocks: _before, ...before }: MemoDocument, { blocks: _after, ...after }: MemoDocument): boolean {
  return JSON.stringify(before) === JSON.stringify(after);
}
