import type {
  AnnotatedSource,
  ImportedAnnotation,
  ImportedAnnotations,
  OwnAnnotation,
} from '../../shared/domain/annotations';
import { locatorLabels, tagColours, type Locator } from '../../shared/domain/common';
import type { CslItem } from '../../shared/domain/csl';
import { excerptKinds, type Excerpt } from '../../shared/domain/excerpts';
import { isSafeUrl } from '../../shared/memo/document';
import { isRecord } from '../importing/json';
import { readCslItem } from '../references/csl-json';
import { readSelectors } from './selectors';
import { listIn, most, recordsIn, tagsIn, textIn, timeIn } from './values';

/**
 * The W3C Web Annotation Data Model (Recommendation of 2017) as JSON-LD, in and out. What the model has no word for stands under
 * names of our own, which other programs pass over: `cp:kind`, `cp:colour`, `cp:locator`, `cp:snapshot`, `cp:sources`.
 */
const context = 'http://www.w3.org/ns/anno.jsonld';
const ownContext = { cp: 'urn:commonplace:' };

/** A source as far as its annotations need it. */
export interface ExportedSource {
  sourceId: string;
  citationKey: string;
  csl: CslItem;
}

/** Excerpts as one page of annotations, with the metadata of their sources. */
export function writeW3c(excerpts: readonly Excerpt[], sources: readonly ExportedSource[]): string {
  const byId = new Map(sources.map((source) => [source.sourceId, source]));
  const items = excerpts.map((excerpt) => annotation(excerpt, byId.get(excerpt.sourceId)));
  const page = {
    '@context': [context, ownContext],
    type: 'AnnotationPage',
    items,
    'cp:sources': sources.map((source) => ({
      id: targetOf(source),
      'cp:citationKey': source.citationKey,
      'cp:csl': source.csl,
    })),
  };
  return `${JSON.stringify(page, null, 2)}\n`;
}

function annotation(excerpt: Excerpt, source: ExportedSource | undefined): unknown {
  const { anchor, kind, note, tags, locator, colour } = excerpt;
  const bodies = [
    ...(kind === 'quotation' ? [] : [textualBody('describing', excerpt.text)]),
    ...(note === '' ? [] : [textualBody('commenting', note)]),
    ...tags.map((tag) => textualBody('tagging', tag)),
  ];
  return {
    id: `urn:uuid:${excerpt.id}`,
    type: 'Annotation',
    motivation: bodies.length === tags.length ? 'highlighting' : 'commenting',
    created: excerpt.createdAt,
    modified: excerpt.modifiedAt,
    ...(bodies.length > 0 ? { body: bodies } : {}),
    target: {
      source: source === undefined ? `urn:uuid:${excerpt.sourceId}` : targetOf(source),
      selector: [
        { type: 'TextQuoteSelector', exact: anchor.exact, prefix: anchor.prefix, suffix: anchor.suffix },
        { type: 'TextPositionSelector', start: anchor.start, end: anchor.end },
      ],
    },
    'cp:kind': kind,
    'cp:colour': colour,
    ...(locator === null ? {} : { 'cp:locator': { 'cp:label': locator.label, 'cp:value': locator.value } }),
    'cp:snapshot': excerpt.snapshotSha256,
  };
}

function textualBody(purpose: string, value: string): unknown {
  return { type: 'TextualBody', purpose, format: 'text/plain', value };
}

/** A source's address, or else its name in the library it comes from. */
function targetOf({ csl, sourceId }: ExportedSource): string {
  const url = String(csl.URL ?? '');
  return isSafeUrl(url) ? url : `urn:uuid:${sourceId}`;
}

/** Whether a value of parsed JSON is such an annotation, or a page or collection of them. */
export function isW3c(value: unknown): boolean {
  const isOf = (record: Record<string, unknown>, ...types: string[]) =>
    listIn(record.type).some((type) => typeof type === 'string' && types.includes(type));
  return (
    (isRecord(value) && isOf(value, 'AnnotationPage', 'AnnotationCollection')) ||
    itemsIn(value).some((item) => isOf(item, 'Annotation'))
  );
}

function itemsIn(value: unknown): Record<string, unknown>[] {
  if (Array.isArray(value)) return recordsIn(value);
  if (!isRecord(value)) return [];
  const inside =
    value.items ?? (isRecord(value.first) ? value.first.items : undefined) ?? value.rows ?? value['@graph'];
  return inside === undefined ? [value] : recordsIn(inside);
}

export function readW3c(value: unknown): ImportedAnnotations {
  const result: ImportedAnnotations = { sources: [], annotations: [], refused: [], warnings: [] };
  const sources = new Map<string, AnnotatedSource>();
  for (const written of isRecord(value) ? recordsIn(value['cp:sources']) : []) {
    const target = textIn(written.id);
    if (target !== '') sources.set(target, { target, title: '', ...ownSource(written) });
  }
  for (const [index, item] of itemsIn(value).slice(0, most.annotations).entries()) {
    const targets = listIn(item.target);
    if (targets.length === 0) {
      result.refused.push({
        entry: textIn(item.id) || `annotation ${index + 1}`,
        reason: 'It does not say what it is about.',
      });
    }
    for (const [place, target] of targets.entries()) {
      const { id, title, selector } = readTarget(target);
      if (id === '') {
        result.refused.push({
          entry: textIn(item.id) || `annotation ${index + 1}`,
          reason: 'It does not say what it is about.',
        });
        continue;
      }
      const known = sources.get(id);
      if (known === undefined) sources.set(id, { target: id, title, csl: null, citationKey: '' });
      else known.title ||= title;
      result.annotations.push(readAnnotation(item, id, selector, place));
    }
  }
  result.sources = [...sources.values()];
  return result;
}

/** An address alone, one with selectors, or a description of what is meant. */
function readTarget(target: unknown): { id: string; title: string; selector: unknown } {
  if (typeof target === 'string') return { id: textIn(target).trim(), title: '', selector: [] };
  if (!isRecord(target)) return { id: '', title: '', selector: [] };
  const source = target.source ?? target.id ?? target['@id'];
  const described = isRecord(source) ? source : target;
  const id = typeof source === 'string' ? source : isRecord(source) ? (source.id ?? source['@id']) : '';
  const title = listIn(described.title ?? described.label ?? described['dc:title'])[0];
  return { id: textIn(id).trim(), title: textIn(title).trim(), selector: target.selector };
}

function readAnnotation(
  item: Record<string, unknown>,
  target: string,
  selector: unknown,
  place: number,
): ImportedAnnotation {
  const own = ownAnnotation(item);
  const tags: unknown[] = [];
  const notes: string[] = [];
  for (const body of [...listIn(item.body), ...listIn(item.bodyValue)]) {
    if (typeof body === 'string') notes.push(textIn(body, most.note));
    if (!isRecord(body)) continue;
    const purposes = listIn(body.purpose);
    const value = textIn(body.value ?? body['rdf:value'], most.note);
    if (purposes.includes('tagging') || body.type === 'Tag') tags.push(value);
    else if (own !== null && purposes.includes('describing')) own.text ||= value;
    else if (value !== '') notes.push(value);
    else if (typeof body.source === 'string' || typeof body.id === 'string') notes.push(textIn(body.source ?? body.id));
  }
  const id = textIn(item.id);
  return {
    id: id === '' || place === 0 ? id : `${id}#${place}`,
    target,
    ...readSelectors(selector),
    note: notes.join('\n\n').slice(0, most.note),
    tags: tagsIn(tags),
    created: timeIn(item.created),
    modified: timeIn(item.modified),
    own,
  };
}

function ownAnnotation(item: Record<string, unknown>): OwnAnnotation | null {
  const kind = excerptKinds.find((each) => each === item['cp:kind']);
  if (kind === undefined) return null;
  const colour = tagColours.find((each) => each === item['cp:colour']) ?? 'none';
  return {
    kind,
    text: '',
    colour,
    locator: ownLocator(item['cp:locator']),
    snapshotSha256: textIn(item['cp:snapshot']),
  };
}

function ownLocator(value: unknown): Locator | null {
  if (!isRecord(value)) return null;
  const label = locatorLabels.find((each) => each === value['cp:label']);
  const text = textIn(value['cp:value'], 100);
  return label === undefined || text === '' ? null : { label, value: text };
}

function ownSource(written: Record<string, unknown>): Pick<AnnotatedSource, 'csl' | 'citationKey'> {
  const citationKey = textIn(written['cp:citationKey'], 100);
  return { citationKey, csl: isRecord(written['cp:csl']) ? readCslItem(written['cp:csl']) : null };
}
