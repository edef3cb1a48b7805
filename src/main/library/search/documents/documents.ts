import type { NounKind } from '../../../../shared/domain/common';
import type { SearchKind } from '../../../../shared/search/types';
import { wellFormed } from '../../common/rows';
import { dateFacets } from '../facets/dates';
import { facet, type FacetName } from '../facets/facets';
import { passagesOf } from './passages';

/** One row of `search_document`, before it has an id. */
export interface SearchDocument {
  /** The row it was made from; it leaves the index with that row. */
  ownerId: string;
  kind: SearchKind;
  part: number;
  hitId: string;
  opensKind: NounKind;
  opensId: string;
  sourceId: string | null;
  /** Shown and searched. */
  title: string;
  text: string;
  /** Searched but not shown: tags, and the source of an excerpt. */
  extra: string;
  /** Words of facets.ts, separated by spaces. */
  facets: string;
  /** EDTF as the noun has it, '' if undated. */
  date: string;
  modifiedAt: string;
  snapshotId: string | null;
  start: number | null;
  end: number | null;
}

/** A noun as the store loads it: everything its documents need, in one shape for all nouns. */
export interface IndexedNoun {
  id: string;
  kind: SearchKind;
  opensKind: NounKind;
  opensId: string;
  sourceId: string | null;
  title: string;
  text: string;
  /** A private remark kept in the noun's own row; found as a note on it. */
  note: string;
  extra: string[];
  date: string;
  modifiedAt: string;
  snapshotId: string | null;
  start: number | null;
  end: number | null;
  /** JSON of a snapshot's blocks; '' for the rest. */
  blocks: string;
  facets: Partial<Record<FacetName, string[]>>;
}

/** Longer texts than this are indexed in passages; UTF-16 code units. */
const longText = 3000;

/** The documents of one noun: itself, or its passages if it is long, and its remark. One at a time: a text may have very many. */
export function* documentsOf(noun: IndexedNoun): Generator<SearchDocument> {
  const text = storable(noun.text);
  const base = {
    ownerId: noun.id,
    hitId: noun.kind === 'snapshot' || noun.kind === 'note' ? noun.opensId : noun.id,
    opensKind: noun.opensKind,
    opensId: noun.opensId,
    sourceId: noun.sourceId,
    title: storable(noun.title),
    date: noun.date,
    modifiedAt: noun.modifiedAt,
  };
  const own = {
    ...base,
    kind: noun.kind,
    extra: storable(noun.extra.filter((words) => words !== '').join('\n')),
    facets: facetsOf(noun, noun.kind),
    snapshotId: noun.snapshotId,
  };
  const snapshot = noun.kind === 'snapshot';
  let part = 0;
  if (snapshot || text.length > longText) {
    for (const [start, end] of passagesOf(text, snapshot ? parsedBlocks(noun.blocks) : [])) {
      const place = snapshot ? { start, end } : { start: noun.start, end: noun.end };
      yield { ...own, part, text: text.slice(start, end), ...place };
      part += 1;
    }
  }
  if (part === 0 && !snapshot) yield { ...own, part, text, start: noun.start, end: noun.end };
  if (noun.note.trim() === '') return;
  const note = storable(noun.note);
  const remark = { extra: '', facets: facetsOf(noun, 'note'), snapshotId: null, start: null, end: null };
  for (const [place, [start, end]] of passagesOf(note).entries()) {
    yield { ...base, kind: 'note', part: place, hitId: noun.id, text: note.slice(start, end), ...remark };
  }
}

function facetsOf(noun: IndexedNoun, kind: SearchKind): string {
  const words = [facet('kind', kind)];
  for (const [name, values] of Object.entries(noun.facets)) {
    for (const value of values) words.push(facet(name as FacetName, value));
  }
  return [...new Set([...words, ...dateFacets(noun.date)])].join(' ');
}

function parsedBlocks(json: string): { start: number; end: number }[] {
  try {
    const blocks: unknown = JSON.parse(json);
    return Array.isArray(blocks) ? (blocks as { start: number; end: number }[]) : [];
  } catch {
    return [];
  }
}

/** subtle: same length, so that offsets hold: lone surrogates become U+FFFD as they do in SQLite, NUL a space. */
function storable(text: string): string {
  return wellFormed(text.replaceAll('\0', ' '));
}
