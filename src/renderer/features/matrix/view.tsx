import { defineView } from '../../app/views';
import { MatrixPage } from './MatrixPage';

export const view = defineView({ name: 'matrix', title: 'Matrix', Detail: MatrixPage });
