import type { NounKind } from '../../../../shared/domain/common';
import type { SearchKind } from '../../../../shared/search/types';
import { jsonList } from '../../common/rows';
import type { IndexedNoun } from '../documents/documents';

/** The nouns that documents are made from, each loaded with what its neighbours add to it. */
export type OwnerKind = Exclude<SearchKind, 'snapshot'> | 'snapshot';
export const ownerKinds = ['excerpt', 'source', 'claim', 'actor', 'event', 'memo', 'note', 'snapshot'] as const;

/** A row of one of store.ts's queries. */
export type NounRow = Record<string, string | number | null>;

/** A row in the one shape that documents are made from. */
export function nounOf(kind: OwnerKind, row: NounRow): IndexedNoun {
  const text = (column: string) => String(row[column] ?? '');
  const list = (column: string) => text(column).split(',').filter(Boolean);
  const lines = (...parts: string[]) => parts.filter((part) => part.trim() !== '').join('\n');
  const noun: IndexedNoun = {
    id: text('id'),
    kind,
    opensKind: kind === 'note' || kind === 'snapshot' ? 'source' : kind,
    opensId: text('id'),
    sourceId: null,
    title: text('title'),
    text: text('text'),
    note: '',
    extra: [text('tag_names')],
    date: '',
    modifiedAt: text('modified_at'),
    snapshotId: null,
    start: null,
    end: null,
    blocks: '',
    facets: { tag: list('tags'), collection: list('collections'), actor: list('actors'), claim: list('claims') },
  };
  switch (kind) {
    case 'excerpt':
      noun.sourceId = text('source_id');
      noun.title = [text('short_citation'), text('source_title')].filter(Boolean).join(' · ');
      noun.note = text('note');
      noun.extra.push(text('authors'), text('citation_key'));
      noun.date = text('issued');
      noun.snapshotId = text('snapshot_id');
      noun.start = Number(row['start_offset']);
      noun.end = Number(row['end_offset']);
      noun.facets.form = [text('form')];
      noun.facets.source = [text('source_id')];
      break;
    case 'source':
      noun.sourceId = noun.id;
      noun.text = lines(
        [text('authors'), text('publisher'), text('issued'), text('citation_key')].filter(Boolean).join(' · '),
        abstractOf(text('csl')),
      );
      noun.extra.push(text('doi'), text('url'), namesOf(text('csl')), jsonList(text('aliases')).join('\n'));
      noun.date = text('issued');
      noun.facets.form = [text('type')];
      noun.facets.source = [noun.id];
      break;
    case 'snapshot':
      noun.sourceId = noun.opensId = text('source_id');
      noun.blocks = text('blocks');
      noun.date = text('issued');
      noun.modifiedAt = text('captured_at');
      noun.snapshotId = noun.id;
      noun.facets.source = [noun.opensId];
      break;
    case 'claim':
      noun.title = text('statement');
      noun.note = text('note');
      noun.facets.claim = [noun.id];
      break;
    case 'actor':
      noun.title = text('name');
      noun.text = lines(
        text('names')
          .split('\n')
          .filter((name) => name !== text('name'))
          .join(' · '),
        text('roles'),
        text('description'),
      );
      noun.facets.form = [text('form')];
      noun.facets.actor = [noun.id];
      break;
    case 'event':
      noun.text = lines([text('date'), text('place')].filter(Boolean).join(' · '), text('description'));
      noun.date = text('date');
      break;
    case 'memo':
      noun.facets.source = list('sources');
      break;
    case 'note':
      noun.opensKind = text('target_kind') as NounKind;
      noun.opensId = text('target_id');
      noun.sourceId = row['source_id'] === null ? null : text('source_id');
      if (noun.sourceId !== null) noun.facets.source = [noun.sourceId];
      break;
  }
  return noun;
}

function abstractOf(csl: string): string {
  const item = parsedItem(csl);
  return ['abstract', 'container-title', 'note']
    .map((field) => item[field])
    .filter((value) => typeof value === 'string')
    .join('\n');
}

/** Every name of a source in full; the authors' column has families only. */
function namesOf(csl: string): string {
  const people = Object.values(parsedItem(csl)).filter(Array.isArray).flat() as unknown[];
  return people
    .map((person) => {
      if (typeof person !== 'object' || person === null) return '';
      const { given, family, literal } = person as Record<string, unknown>;
      return [given, family, literal].filter((part) => typeof part === 'string').join(' ');
    })
    .join('\n');
}

function parsedItem(csl: string): Record<string, unknown> {
  try {
    const item: unknown = JSON.parse(csl);
    return typeof item === 'object' && item !== null ? (item as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}
