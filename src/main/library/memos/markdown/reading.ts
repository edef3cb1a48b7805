import type { MarkdownMemo } from '../../../../shared/memo/markdown';
import { CommonplaceError } from '../../../../shared/result';
import { askOnce } from '../../../workers/ask';
import { startWorker } from '../../../workers/start';
import { readMarkdown, type MarkdownInput } from './read';

/** Shorter texts are read at once, in a quarter of a second at worst; starting a thread takes as long. UTF-16 code units. */
const readAtOnce = 8000;
const memoryMb = 1024;

/**
 * Reads Markdown, long texts in a thread of their own: the parser's time grows with the square of some signs.
 * @throws CommonplaceError `unreadable`, `timed-out`
 */
export async function readMarkdownAside(input: MarkdownInput, milliseconds = 60_000): Promise<MarkdownMemo> {
  if (input.text.length < readAtOnce) return readMarkdown(input);
  const worker = startWorker({ name: 'markdown-worker', source: new URL('./worker.ts', import.meta.url) }, memoryMb);
  return askOnce<MarkdownMemo>(worker, input, milliseconds, tooMuch);
}

function tooMuch(): CommonplaceError {
  return new CommonplaceError(
    'timed-out',
    'This Markdown takes too long to read, and no memo was made. Split the file, or take out long rows of brackets.',
  );
}
