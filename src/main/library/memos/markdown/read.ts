import type { MarkdownPicture } from '../../../../shared/domain/memos';
import { markdownToMemo, type MarkdownMemo } from '../../../../shared/memo/markdown';
import { pictureFilesOf, type PictureFileOf } from '../../../../shared/memo/markdown/pictures';

export interface MarkdownInput {
  text: string;
  /** Ids of sources by their citation keys. */
  keys: ReadonlyMap<string, string>;
  pictures: readonly MarkdownPicture[];
  /** It is put into a memo that has a title. */
  isPart?: boolean;
}
/** Only which files it shows as pictures. */
export interface PicturesInput {
  picturesOf: string;
}

/** Markdown as a memo. @throws CommonplaceError `unreadable` */
export function readMarkdown({ text, keys, pictures, isPart }: MarkdownInput): MarkdownMemo {
  return markdownToMemo(text, (key) => keys.get(key), pictures, isPart);
}

/** What the thread is asked. */
export function answerMarkdown(input: MarkdownInput | PicturesInput): MarkdownMemo | PictureFileOf[] {
  return 'picturesOf' in input ? pictureFilesOf(input.picturesOf) : readMarkdown(input);
}
