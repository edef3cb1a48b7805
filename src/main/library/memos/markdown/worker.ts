import { parentPort } from 'node:worker_threads';
import { answerOnce } from '../../../workers/ask';
import { readMarkdown, type MarkdownInput } from './read';

/** Reads one Markdown file in a thread of its own: the parser takes minutes for files that were made to be slow. */
answerOnce<MarkdownInput>(parentPort, readMarkdown);
