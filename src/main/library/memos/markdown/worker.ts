import { parentPort } from 'node:worker_threads';
import { answerQuestions } from '../../../workers/ask';
import { answerMarkdown } from './read';

/** Reads one Markdown file in a thread of its own: the parser takes minutes for files that were made to be slow. */
answerQuestions(parentPort, answerMarkdown);
