import { defineView } from '../../app/views';
import { SettleList } from './SettleList';
import { SettlePage } from './SettlePage';

export const view = defineView({ name: 'settle', title: 'To settle', List: SettleList, Detail: SettlePage });
