import type { CslItem } from '../domain/csl';
import { fold } from '../search/fold';
import { cslText, sourceColumns } from './describe';

/** Whether an item has a title, but neither author, date, DOI nor address to be recognised by. */
export function isBare(csl: CslItem): boolean {
  const { authors, issued, doi, url } = sourceColumns(csl);
  return cslText(csl.title) !== '' && [authors, issued, doi, url].every((value) => value === '');
}

/** What is said about a work, or by whoever reads it, and does not tell it from another. */
const remarks = new Set(['id', 'custom', 'abstract', 'note', 'language', 'accessed', 'source', 'title-short']);

/** Whether two bare items are the same work: of one kind and title, and nothing that both of them say differs. */
export function isSameBare(a: CslItem, b: CslItem): boolean {
  if (a.type !== b.type) return false;
  return Object.keys(a).every((field) => remarks.has(field) || !(field in b) || said(a[field]) === said(b[field]));
}

function said(value: unknown): string {
  return fold(cslText(value) || JSON.stringify(value)).trim();
}
