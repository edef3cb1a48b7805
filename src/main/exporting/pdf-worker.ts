import { parentPort } from 'node:worker_threads';
import { answerQuestions } from '../workers/ask';
import { compilePdf } from './pdf-compile';

/** Lays memos out as pages in a thread of its own, so that a long one keeps nobody waiting and can be stopped. */
answerQuestions(parentPort, compilePdf, (pdf) => [pdf.buffer]);
