import type { NearestPassage, QuotationDifference } from '../anchoring';
import type { ActorKind, ActorName, ActorRole } from '../domain/actors';
import type { ClaimStatus, EvidenceStance } from '../domain/claims';
import type { Locator } from '../domain/common';
import type { CslItem } from '../domain/csl';
import type { ExcerptKind } from '../domain/excerpts';

/** Whether something that a memo names is in the library, in its Trash, or neither. */
export type Standing = 'live' | 'trashed';

export interface SourceFact {
  /** The source that stands for the cited one now: what it was merged into, or itself. */
  id: string;
  standing: Standing;
  citationKey: string;
  title: string;
  shortCitation: string;
  /** EDTF; '' if undated. */
  issued: string;
  retracted: boolean;
  csl: CslItem;
  /** Not in the Trash, the newest first. */
  snapshots: SnapshotFact[];
}

/** A source as findings call it. */
export function sourceName({ shortCitation, title, citationKey }: SourceFact): string {
  return shortCitation || title || `@${citationKey}`;
}

export interface SnapshotFact {
  id: string;
  capturedAt: string;
  characters: number;
  sha256: string;
}

export interface ExcerptFact {
  id: string;
  standing: Standing;
  sourceId: string;
  snapshotId: string;
  kind: ExcerptKind;
  text: string;
  textSha256: string;
  snapshotSha256: string;
  start: number;
  end: number;
  exact: string;
  locator: Locator | null;
}

export interface ClaimFact {
  id: string;
  standing: Standing;
  statement: string;
  status: ClaimStatus;
  evidence: { excerptId: string; stance: EvidenceStance }[];
  /** Who took a position on it, and when (EDTF, '' if unknown). */
  positions: { actorId: string; date: string }[];
}

export interface ActorFact {
  /** The actor that stands for the mentioned one now. */
  id: string;
  standing: Standing;
  kind: ActorKind;
  name: string;
  names: readonly Pick<ActorName, 'kind' | 'text'>[];
  roles: readonly ActorRole[];
}

/** Whether words stand in a source as they are quoted. */
export type QuotationVerdict =
  | {
      kind: 'verbatim';
      sourceId: string;
      snapshotId: string;
      start: number;
      end: number;
      /** Of what stands there. */
      sha256: string;
      locator: Locator | null;
      /** The excerpt that holds the words, where there is one. */
      excerptId: string | null;
    }
  | {
      kind: 'differs';
      sourceId: string;
      snapshotId: string;
      differences: QuotationDifference[];
      /** The part of the quotation that does not stand there. */
      failing: string;
      nearest: NearestPassage | null;
      locator: Locator | null;
    }
  /** There is no text to compare with: the source has none, or is not in the library. */
  | { kind: 'unchecked' };

/** What a library knows of everything that a memo names. What is in none of the maps is not in the library. */
export interface ProvenanceFacts {
  /** BCP 47, of the memo. */
  locale: string;
  /** EDTF: the day on which the memo was last changed. */
  memoDate: string;
  /** By the id that the memo cites. */
  sources: ReadonlyMap<string, SourceFact>;
  excerpts: ReadonlyMap<string, ExcerptFact>;
  claims: ReadonlyMap<string, ClaimFact>;
  /** Those that the memo mentions or marks, and all that held an office, whose names may stand in the text. */
  actors: ReadonlyMap<string, ActorFact>;
  /** By `quotationKey`. */
  verdicts: ReadonlyMap<string, QuotationVerdict>;
}
