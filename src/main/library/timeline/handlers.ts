import type { Handlers } from '../../../shared/contract';
import type { LibraryContext } from '../context';
import { timeline } from './store';

export function timelineHandlers({ db }: LibraryContext): Handlers<'timeline.get'> {
  return { 'timeline.get': () => db.read(timeline) };
}
