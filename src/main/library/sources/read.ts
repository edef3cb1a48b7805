import * as v from 'valibot';
import { cslItem, type CslItem } from '../../../shared/domain/csl';
import type { SourceSummary } from '../../../shared/domain/sources';
import { damaged } from '../common/errors';
import { jsonList, times, type TimesRow } from '../common/rows';

/** A source's row as `sourceColumnsSql` selects it. */
export interface SourceRow extends TimesRow {
  id: string;
  citation_key: string;
  type: string;
  title: string;
  authors: string;
  publisher: string;
  issued: string;
  short_citation: string;
  excerpt_count: number;
  tags: string;
  aliases: string;
}

export function toSourceSummary(row: SourceRow): SourceSummary {
  return {
    id: row.id,
    citationKey: row.citation_key,
    type: row.type,
    title: row.title,
    authors: row.authors,
    publisher: row.publisher,
    issued: row.issued,
    shortCitation: row.short_citation,
    excerptCount: row.excerpt_count,
    tags: jsonList(row.tags),
    aliases: jsonList(row.aliases),
    ...times(row),
  };
}

/** Stored CSL-JSON, validated. @throws CommonplaceError `library-damaged` */
export function parseCsl(json: string): CslItem {
  try {
    const parsed = v.safeParse(cslItem, JSON.parse(json));
    if (parsed.success) return parsed.output;
  } catch {
    // Not JSON: the same to the user.
  }
  throw damaged('The bibliographic data of this source');
}

/** Where fields came from. Only a help, so what cannot be read is nothing. */
export function parseOrigin(json: string): Record<string, string> {
  try {
    const parsed = v.safeParse(v.record(v.string(), v.string()), JSON.parse(json));
    return parsed.success ? parsed.output : {};
  } catch {
    return {};
  }
}
