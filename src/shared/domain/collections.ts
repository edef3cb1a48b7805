import type { RowTimes, TagColour, Target, TrashTarget } from './common';

export interface Tag extends RowTimes {
  id: string;
  name: string;
  colour: TagColour;
  useCount: number;
}

export interface Collection extends RowTimes {
  id: string;
  name: string;
  parentId: string | null;
  itemCount: number;
}

/** One noun in a collection, with what a list shows of it. */
export interface CollectionItem {
  target: Target;
  title: string;
  /** Short citation of sources and excerpts; '' for the rest. */
  detail: string;
}

/** A private remark on a noun. The body is the memo document format, written in the reduced editor. */
export interface Note extends RowTimes {
  id: string;
  target: Target;
  body: import('../memo/document').MemoDocument;
  text: string;
}

export interface TrashItem {
  target: TrashTarget;
  title: string;
  deletedAt: string;
}
