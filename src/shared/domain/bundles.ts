import type { MemoFormat } from './exports';

/** What goes into the evidence bundle of a memo besides the pages. */
export interface BundleRequest {
  memoId: string;
  /** The memo in these formats too. */
  formats: MemoFormat[];
}

/** An evidence bundle that was written. */
export interface Bundled {
  fileName: string;
  bytes: number;
  files: number;
  sources: number;
  /** Places in the texts that citations lead to. */
  passages: number;
  warnings: string[];
}
