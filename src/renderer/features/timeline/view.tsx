import { defineView } from '../../app/views';
import { TimelinePage } from './TimelinePage';

export const view = defineView({ name: 'timeline', title: 'Timeline', Detail: TimelinePage });
