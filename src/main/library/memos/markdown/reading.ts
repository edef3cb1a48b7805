import type { MarkdownMemo } from '../../../../shared/memo/markdown';
import type { PictureFileOf } from '../../../../shared/memo/markdown/pictures';
import { CommonplaceError } from '../../../../shared/result';
import { askOnce } from '../../../workers/ask';
import { startWorker } from '../../../workers/start';
import { answerMarkdown, type MarkdownInput, type PicturesInput } from './read';

/** Shorter texts are read at once, in a quarter of a second at worst; starting a thread takes as long. UTF-16 code units. */
const readAtOnce = 8000;
const memoryMb = 1024;

/**
 * Reads Markdown, long texts in a thread of their own: the parser's time grows with the square of some signs.
 * @throws CommonplaceError `unreadable`, `timed-out`
 */
export function readMarkdownAside(input: MarkdownInput, milliseconds?: number): Promise<MarkdownMemo> {
  return aside<MarkdownMemo>(input, input.text, milliseconds);
}

/** The files that a Markdown text shows as pictures, found with the same limits. A text without any is not read at all. */
export async function pictureFilesAside(text: string, milliseconds?: number): Promise<PictureFileOf[]> {
  return text.includes('![') ? aside<PictureFileOf[]>({ picturesOf: text }, text, milliseconds) : [];
}

async function aside<T>(input: MarkdownInput | PicturesInput, text: string, milliseconds = 60_000): Promise<T> {
  if (text.length < readAtOnce) return answerMarkdown(input) as T;
  const worker = startWorker({ name: 'markdown-worker', source: new URL('./worker.ts', import.meta.url) }, memoryMb);
  return askOnce<T>(worker, input, milliseconds, tooMuch);
}

function tooMuch(): CommonplaceError {
  return new CommonplaceError(
    'timed-out',
    'This Markdown takes too long to read, and nothing was made of it. Split it, or take out long rows of brackets.',
  );
}
