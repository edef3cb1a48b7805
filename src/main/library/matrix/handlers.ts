import type { Handlers } from '../../../shared/contract';
import type { LibraryContext } from '../context';
import { matrix } from './store';

export function matrixHandlers({ db }: LibraryContext): Handlers<'matrix.get'> {
  return { 'matrix.get': (question) => db.read((reader) => matrix(reader, question)) };
}
