import type { NounKind } from './common';

export interface KnownLibrary {
  /** Opaque: names the library in calls, so that no path comes from a window. */
  key: string;
  name: string;
  /** The folder, for people to read; '~' for the home folder. */
  folder: string;
  lastOpened: string;
  /** False when the folder is gone. */
  present: boolean;
}

export interface LibraryInfo {
  id: string;
  key: string;
  name: string;
  folder: string;
  readOnly: boolean;
  counts: Record<NounKind | 'tag' | 'collection' | 'trash', number>;
}

export interface Finding {
  /** e.g. 'integrity', 'foreign-key', 'excerpt-hash', 'snapshot-hash', 'attachment-hash', 'search-index', 'schema'. */
  check: string;
  message: string;
  rowId?: string;
}

export interface VerifyReport {
  ok: boolean;
  checked: Record<string, number>;
  findings: Finding[];
}

export interface HistoryState {
  /** What Undo would undo, in words for the menu, e.g. "Add excerpt"; null when there is nothing. */
  undo: string | null;
  redo: string | null;
}
