import { importFormats, type ImportFormat } from '../../shared/domain/imports';
import type { ImportedReferences } from '../../shared/domain/references';
import { isBib, readBib } from '../references/bib/read';
import { isCslJson } from '../references/csl-json';
import { isEndNote, readEndNote } from '../references/endnote/read';
import { isRis, readRis } from '../references/ris/ris';
import { isZoteroRdf, readZoteroRdf } from '../references/zotero/read';
import type { TextFormat } from './format';
import { readJsonList } from './json-list';

/** The formats for references; what they mean stands in src/main/references/, beside how they are written. */
export const ris = references(importFormats.ris, isRis, readRis);
export const bib = references(importFormats.bib, isBib, readBib);
export const cslJson: TextFormat = {
  reads: 'text',
  ...importFormats.cslJson,
  recognises: isCslJson,
  cleansValues: true,
  parse: readJsonList,
};
export const zoteroRdf = references(importFormats.zoteroRdf, isZoteroRdf, readZoteroRdf);
export const endNote: TextFormat = {
  ...references(importFormats.endNote, isEndNote, readEndNote),
  byContentOnly: true,
};

function references(
  format: ImportFormat,
  recognises: (start: string) => boolean,
  read: (text: string) => ImportedReferences,
): TextFormat {
  return { reads: 'text', ...format, recognises, parse: (text) => ({ kind: 'references', references: read(text) }) };
}
