import { importFormats, type ImportFormat } from '../../shared/domain/imports';
import type { ImportedReferences } from '../../shared/domain/references';
import { isBib, readBib } from '../references/bib/read';
import { isCslJson, readCslJson } from '../references/csl-json';
import { isRis, readRis } from '../references/ris/ris';
import type { TextFormat } from './format';

/** The formats for references; what they mean stands in src/main/references/, beside how they are written. */
export const ris = references(importFormats.ris, isRis, readRis);
export const bib = references(importFormats.bib, isBib, readBib);
export const cslJson: TextFormat = {
  ...references(importFormats.cslJson, isCslJson, readCslJson),
  cleansValues: true,
};

function references(
  format: ImportFormat,
  recognises: (start: string) => boolean,
  read: (text: string) => ImportedReferences,
): TextFormat {
  return { reads: 'text', ...format, recognises, parse: (text) => ({ kind: 'references', references: read(text) }) };
}
