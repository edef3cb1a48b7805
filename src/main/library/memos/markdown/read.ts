import type { MarkdownPicture } from '../../../../shared/domain/memos';
import { markdownToMemo, type MarkdownMemo } from '../../../../shared/memo/markdown';

export interface MarkdownInput {
  text: string;
  /** Ids of sources by their citation keys. */
  keys: ReadonlyMap<string, string>;
  pictures: readonly MarkdownPicture[];
}

/** Markdown as a memo. @throws CommonplaceError `unreadable` */
export function readMarkdown({ text, keys, pictures }: MarkdownInput): MarkdownMemo {
  return markdownToMemo(text, (key) => keys.get(key), pictures);
}
