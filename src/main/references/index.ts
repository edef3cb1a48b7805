import { bibliographyNames, type BibliographyFormat } from '../../shared/domain/exports';
import type { Reference } from '../../shared/domain/references';
import { writeBiblatex, writeBibtex } from './bib/write';
import { writeCslJson } from './csl-json';
import { writeEndNote } from './endnote/write';
import { writeRis } from './ris/ris';
import { Losses } from './values';
import { writeZoteroRdf } from './zotero/write';

interface BibliographyWriter {
  extension: string;
  mediaType: string;
  write(references: readonly Reference[], losses: Losses): string;
}

const writers: Record<BibliographyFormat, BibliographyWriter> = {
  bibtex: { extension: 'bib', mediaType: 'application/x-bibtex', write: writeBibtex },
  biblatex: { extension: 'bib', mediaType: 'application/x-bibtex', write: writeBiblatex },
  ris: { extension: 'ris', mediaType: 'application/x-research-info-systems', write: writeRis },
  'csl-json': { extension: 'json', mediaType: 'application/vnd.citationstyles.csl+json', write: writeCslJson },
  'zotero-rdf': { extension: 'rdf', mediaType: 'application/rdf+xml', write: writeZoteroRdf },
  'endnote-xml': { extension: 'xml', mediaType: 'application/xml', write: writeEndNote },
};

export interface Bibliography {
  /** Without the dot. */
  extension: string;
  mediaType: string;
  text: string;
  /** What the format has no place for, in a sentence; none if it holds everything. */
  warnings: string[];
}

/** References in one of the formats for them. */
export function writeBibliography(format: BibliographyFormat, references: readonly Reference[]): Bibliography {
  const { extension, mediaType, write } = writers[format];
  const losses = new Losses();
  const text = write(references, losses);
  const lost = losses.toString();
  const warnings = lost === '' ? [] : [`${bibliographyNames[format]} has no place for some of it: ${lost}.`];
  return { extension, mediaType, text, warnings };
}
