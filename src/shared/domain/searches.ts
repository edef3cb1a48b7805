import type { RowTimes } from './common';

/** A query kept under a name. It is asked anew whenever it is opened. */
export interface SavedSearch extends RowTimes {
  id: string;
  name: string;
  query: string;
}
