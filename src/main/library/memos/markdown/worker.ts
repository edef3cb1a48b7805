import { parentPort } from 'node:worker_threads';
import { answerQuestions } from '../../../workers/ask';
import { readMarkdown } from './read';

/** Reads one Markdown file in a thread of its own: the parser takes minutes for files that were made to be slow. */
answerQuestions(parentPort, readMarkdown);
