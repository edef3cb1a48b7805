import { defineView } from '../../app/views';
import { ComparePage } from './ComparePage';

export const view = defineView({ name: 'compare', title: 'What changed', Detail: ComparePage });
