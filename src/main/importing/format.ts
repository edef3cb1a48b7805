import type { Imported, ImportedDocument, ImportFormat } from '../../shared/domain/imports';
import type { Zip } from './zip';

export interface ImportLimits {
  /** Bytes of a file. */
  bytes: number;
  /** UTF-16 code units of the text found in it. */
  characters: number;
}

/** What a parser is told beside the content. */
export interface ParseContext {
  /** The title a person gave with pasted text; '' for files. */
  givenTitle: string;
  /** The title that stands when the content names none: the file's name without its extension; '' for pasted text. */
  fallbackTitle: string;
  limits: ImportLimits;
}

/** A document as a parser leaves it: its media type is its format's. */
export type ParsedDocument = Omit<ImportedDocument, 'mediaType'> & {
  /** It shows something but holds no text, and is taken all the same: a scan. */
  silent?: boolean;
};
/** What a parser answers: a document, or one of the other kinds of `Imported` whole. */
export type Parsed = ParsedDocument | Exclude<Imported, { kind: 'document' }>;

/** A format that is read as text: decoded and cleaned before it is parsed. */
export interface TextFormat extends ImportFormat {
  reads: 'text';
  /** It is parsed as it was decoded, and its values are cleaned: in JSON a line separator is a letter like others. */
  cleansValues?: true;
  /** By the first 4,000 characters. What a text says of itself counts more than its file's name. */
  recognises(start: string): boolean;
  /** Its names are those of many other things, so a name alone says nothing. */
  byContentOnly?: true;
  parse(text: string, context: ParseContext): Parsed | Promise<Parsed>;
}

/** A format whose bytes mean more than text, or have encodings of their own. Always recognised by content. */
export interface BytesFormat extends ImportFormat {
  reads: 'bytes';
  /** By the first 4,096 bytes, one character each, or by the archive where the file is a ZIP archive. */
  recognises(head: string, zip: Zip | null): boolean | Promise<boolean>;
  parse(bytes: Uint8Array, context: ParseContext, zip: Zip | null): Parsed | Promise<Parsed>;
}

/** The reader of one format. Each has a file of its own; `formats.ts` lists them. */
export type Format = TextFormat | BytesFormat;
