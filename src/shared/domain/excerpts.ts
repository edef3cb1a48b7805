import * as v from 'valibot';
import type { ExcerptStanding } from './anchors';
import type { Locator, RowTimes, TagColour } from './common';

export const excerptKinds = ['quotation', 'paraphrase', 'summary', 'comment'] as const;
export type ExcerptKind = (typeof excerptKinds)[number];
export const excerptKind = v.picklist(excerptKinds);

/** Where an excerpt stands in its snapshot: W3C TextPositionSelector and TextQuoteSelector in one record. */
export interface ExcerptAnchor {
  snapshotId: string;
  start: number;
  end: number;
  /** The snapshot's text between start and end, verbatim. */
  exact: string;
  prefix: string;
  suffix: string;
}

export interface Excerpt extends RowTimes {
  id: string;
  sourceId: string;
  kind: ExcerptKind;
  /** A quotation's words equal `anchor.exact`; other kinds hold the researcher's own words about that passage. */
  text: string;
  anchor: ExcerptAnchor;
  locator: Locator | null;
  /** How it stands in the newest snapshot of its source; null while that is its own. */
  standing: ExcerptStanding | null;
  colour: TagColour;
  /** A private remark, plain text. */
  note: string;
  textSha256: string;
  snapshotSha256: string;
  tags: string[];
  /** Joined for display. */
  citationKey: string;
  shortCitation: string;
  sourceTitle: string;
  /** Of the source, or else of the text that was captured: a BCP 47 tag, '' where neither says. */
  language: string;
  /** True while its source is in the Trash: such an excerpt is in no list and cannot be changed. */
  sourceTrashed: boolean;
  actorIds: string[];
  claimIds: string[];
}
