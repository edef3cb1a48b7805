/** How a library makes citation keys, and what making them anew would do. */
export interface CitationKeys {
  /** As it is written, e.g. "[auth][year][title]". */
  pattern: string;
  /** Sources whose key would change, oldest first. */
  proposals: KeyProposal[];
  /** Sources whose key stays because somebody chose it, because a memo cites them, or because it is right. */
  pinned: number;
  cited: number;
  kept: number;
}

export interface KeyProposal {
  sourceId: string;
  title: string;
  from: string;
  to: string;
}
