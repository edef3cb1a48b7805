import { parentPort } from 'node:worker_threads';
import { suggest } from '../../../shared/suggesting';
import { answerQuestions } from '../../workers/ask';

/** Reads one text in a thread of its own, so that a book's length of it keeps nobody waiting. */
answerQuestions(parentPort, suggest);
