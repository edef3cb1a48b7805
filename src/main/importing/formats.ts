import { bibliographyExtensions, type importFormats } from '../../shared/domain/imports';
import { annotations } from './annotations';
import { docx } from './docx';
import { epub } from './epub';
import type { BytesFormat, Format, TextFormat } from './format';
import { html } from './html';
import { markdown } from './markdown';
import { mhtml } from './mhtml';
import { odt } from './odt';
import { bib, cslJson, endNote, ris, zoteroRdf } from './references';
import { rtf } from './rtf';
import { pdf } from './pdf';
import { plainText } from './text';

/** A reader for every format that comes in. The first that recognises a content takes it, so the particular come first. */
const readers = {
  pdf,
  mhtml,
  docx,
  odt,
  epub,
  rtf,
  html,
  annotations,
  ris,
  bib,
  cslJson,
  zoteroRdf,
  endNote,
  markdown,
  text: plainText,
} satisfies Record<keyof typeof importFormats, Format>;

const formats: readonly Format[] = Object.values(readers);
export const bytesFormats = formats.filter((format): format is BytesFormat => format.reads === 'bytes');
export const textFormats = formats.filter((format): format is TextFormat => format.reads === 'text');

/** Formats that are lists of references, and the ones that an archive of files is looked through for. */
export const bibliographyFormats: readonly TextFormat[] = [zoteroRdf, endNote, ris, bib, cslJson];

/** Whether a file may be one of them, by its name. */
export function isBibliographyName(name: string): boolean {
  const extension = /\.([a-z]+)$/iu.exec(name)?.[1]?.toLowerCase() ?? '';
  return bibliographyExtensions.has(extension);
}
