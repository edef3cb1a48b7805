import type { BibliographyFormat } from '../../../shared/domain/exports';
import { writeBiblatex, writeBibtex } from './bib';
import { writeCslJson } from './csl-json';
import type { BibliographySource } from './fields';
import { writeRis } from './ris';

export type { BibliographySource } from './fields';

interface BibliographyWriter {
  extension: string;
  mediaType: string;
  write(sources: readonly BibliographySource[]): string;
}

/** Every bibliography format, by its name. */
export const bibliographyWriters: Record<BibliographyFormat, BibliographyWriter> = {
  bibtex: { extension: 'bib', mediaType: 'application/x-bibtex', write: writeBibtex },
  biblatex: { extension: 'bib', mediaType: 'application/x-bibtex', write: writeBiblatex },
  ris: { extension: 'ris', mediaType: 'application/x-research-info-systems', write: writeRis },
  'csl-json': { extension: 'json', mediaType: 'application/vnd.citationstyles.csl+json', write: writeCslJson },
};
