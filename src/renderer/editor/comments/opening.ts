import { createContext } from 'react';

export interface CommentOpening {
  /** Shows a comment beside the text. `write`: to write in it. */
  open: (id: string, write: boolean) => void;
}

/** Where comments are shown; null in texts that have none: notes and footnotes. */
export const CommentOpening = createContext<CommentOpening | null>(null);
