import type { TagColour } from '../../../shared/domain/common';
import type { Excerpt, ExcerptKind } from '../../../shared/domain/excerpts';
import { toStanding, type StandingRow } from '../anchors/read';
import { jsonList, locatorOf, times, type TimesRow } from '../common/rows';
import { languageOfSource } from '../sources/languages/store';

/** An excerpt's row as `excerptSql` selects it. */
export interface ExcerptRow extends TimesRow, StandingRow {
  id: string;
  source_id: string;
  snapshot_id: string;
  kind: string;
  text: string;
  start_offset: number;
  end_offset: number;
  exact: string;
  prefix: string;
  suffix: string;
  locator_label: string | null;
  locator_value: string | null;
  colour: string;
  note: string;
  text_sha256: string;
  snapshot_sha256: string;
  citation_key: string;
  short_citation: string;
  source_title: string;
  source_language: string | number | null;
  snapshot_language: string | null;
  source_deleted_at: string | null;
  tags: string;
  actor_ids: string;
  claim_ids: string;
}

export function toExcerpt(row: ExcerptRow): Excerpt {
  return {
    id: row.id,
    sourceId: row.source_id,
    kind: row.kind as ExcerptKind,
    text: row.text,
    anchor: {
      snapshotId: row.snapshot_id,
      start: row.start_offset,
      end: row.end_offset,
      exact: row.exact,
      prefix: row.prefix,
      suffix: row.suffix,
    },
    locator: locatorOf(row.locator_label, row.locator_value),
    standing: toStanding(row),
    colour: row.colour as TagColour,
    note: row.note,
    textSha256: row.text_sha256,
    snapshotSha256: row.snapshot_sha256,
    tags: jsonList(row.tags),
    citationKey: row.citation_key,
    shortCitation: row.short_citation,
    sourceTitle: row.source_title,
    language: languageOfSource(row.source_language, row.snapshot_language),
    sourceTrashed: row.source_deleted_at !== null,
    actorIds: jsonList(row.actor_ids),
    claimIds: jsonList(row.claim_ids),
    ...times(row),
  };
}
