import { cslDateToEdtf } from '../dates/csl-date';
import { cslDateFields, cslNameFields, type CslItem, type CslName } from '../domain/csl';
import { cslText } from './describe';
import { normaliseDoi, normaliseIsbns, normaliseUrl } from './identifiers';
import { fullName } from './names';

/** What a field would say by another import, where the source says something else or nothing. */
export interface Finding {
  /** CSL field. */
  field: string;
  value: unknown;
  /** Where it was found. */
  origin: string;
}

/** Fields that say something about the import itself, or that no reader reads. */
const passedOver = new Set(['id', 'custom', 'accessed', 'citation-key']);
/** Places that say too little to be set against what is there. */
const weak = new Set(['guess', 'file name', 'first words', 'clipboard']);

/** What an import found that the source does not say, in the import's order. */
export function findingsOf(source: CslItem, found: CslItem, origin: Record<string, string>): Finding[] {
  return Object.keys(found).flatMap((field) => {
    const [value, from] = [found[field], origin[field] ?? ''];
    if (passedOver.has(field) || weak.has(from) || isEmpty(value)) return [];
    return sameValue(field, source[field], value) ? [] : [{ field, value, origin: from }];
  });
}

/** Whether two values of a field say the same to a reader. */
export function sameValue(field: string, a: unknown, b: unknown): boolean {
  return comparable(field, a) === comparable(field, b);
}

function comparable(field: string, value: unknown): string {
  if (field === 'URL') return normaliseUrl(cslText(value)) || cslText(value);
  if (field === 'DOI') return normaliseDoi(cslText(value)) || cslText(value);
  if (field === 'ISBN') return normaliseIsbns(cslText(value)).join() || cslText(value);
  return valueText(field, value);
}

/** A field's value in words, for putting two side by side; '' for nothing. */
export function valueText(field: string, value: unknown): string {
  if (isEmpty(value)) return '';
  if ((cslDateFields as readonly string[]).includes(field)) return cslDateToEdtf(value as CslItem['issued']);
  if ((cslNameFields as readonly string[]).includes(field) && Array.isArray(value)) {
    return (value as CslName[]).map(fullName).join('; ');
  }
  if (typeof value === 'string' || typeof value === 'number') return cslText(value);
  return JSON.stringify(value);
}

export function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);
}
