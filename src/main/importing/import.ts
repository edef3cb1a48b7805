import type { ImportedDocument } from '../../shared/domain/imports';
import { CommonplaceError } from '../../shared/result';
import { cleanText } from './clean';
import { decodeText } from './encoding';
import { importHtml } from './html';
import { importMarkdown } from './markdown';
import { importText } from './text';

/** What is given to an importer: a file's bytes, or text that was pasted. */
export type ImportInput =
  | { kind: 'file'; fileName: string; bytes: Uint8Array; limits: ImportLimits }
  | { kind: 'text'; title: string; text: string; limits: ImportLimits };

export interface ImportLimits {
  /** Bytes of a file. */
  bytes: number;
  /** UTF-16 code units of the text found in it. */
  characters: number;
}

/** Ample for a book (the Bible has 4 million characters) and for pages with their pictures inside. */
export const ordinaryLimits: ImportLimits = { bytes: 64_000_000, characters: 10_000_000 };

type Format = 'html' | 'markdown' | 'text';
const extensions: Record<string, Format> = {
  html: 'html',
  htm: 'html',
  xhtml: 'html',
  shtml: 'html',
  md: 'markdown',
  markdown: 'markdown',
  mdown: 'markdown',
  mkd: 'markdown',
  qmd: 'markdown',
  txt: 'text',
  text: 'text',
};
const mediaTypes: Record<Format, string> = { html: 'text/html', markdown: 'text/markdown', text: 'text/plain' };
/** Text formats that are no texts to read: taken as plain text they would only fill a library with noise. */
const refused: Record<string, string> = {
  rtf: 'a rich-text (RTF) document',
  mht: 'a web archive (MHTML)',
  mhtml: 'a web archive (MHTML)',
  eml: 'an e-mail',
  json: 'a data file (JSON)',
  csv: 'a table (CSV)',
  svg: 'a picture',
  js: 'a program',
  css: 'a style sheet',
};

/** Turns a file's bytes or pasted text into a document. Pure; meant to run in the import worker. Throws `CommonplaceError`. */
export function importDocument(input: ImportInput): ImportedDocument {
  if (input.kind === 'file') refuseLarge(input.fileName, input.bytes.length, input.limits.bytes, 'bytes');
  const decoded = input.kind === 'file' ? decodeText(input.bytes) : { text: input.text, warnings: [] };
  const { text, warnings } = cleanText(decoded.text);
  const format = input.kind === 'file' ? formatOf(input.fileName, text) : 'text';
  if (format !== 'html') refuseLarge('The text', text.length, input.limits.characters, 'characters');
  const name = input.kind === 'file' ? titleFromName(input.fileName) : '';
  const document = guarded(() => {
    if (format === 'html') return importHtml(text, name);
    return format === 'markdown'
      ? importMarkdown(text, name)
      : importText(text, input.kind === 'text' ? input.title.trim() : '', name);
  });
  refuseLarge('The text', document.text.length, input.limits.characters, 'characters');
  if (document.text.trim() === '') {
    throw new CommonplaceError(
      'unreadable',
      format === 'html'
        ? 'The page holds no text: it was probably filled in by a script. Save it again with “Web page, complete”, or paste its text.'
        : 'There is no text in it. Check that the right file was chosen.',
    );
  }
  return {
    ...document,
    mediaType: mediaTypes[format],
    warnings: [...decoded.warnings, ...warnings, ...document.warnings],
  };
}

function formatOf(fileName: string, text: string): Format {
  const extension = /\.([a-z0-9]{1,8})$/iu.exec(fileName)?.[1]?.toLowerCase() ?? '';
  const known = Object.hasOwn(extensions, extension) ? extensions[extension] : undefined;
  const start = text.slice(0, 2000).trimStart();
  const isPage = /^(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)*(?:<!doctype\s+html|<html[\s>])/iu.test(start);
  // A page saved as .txt is still a page.
  if (known === 'html' || isPage) return 'html';
  if (known) return known;
  const other = Object.hasOwn(refused, extension) ? refused[extension] : undefined;
  if (other || start.startsWith('<?xml')) {
    throw new CommonplaceError(
      'unsupported-format',
      `The file is ${other ?? 'an XML data file'}, which cannot be imported yet. Save it as HTML, Markdown or plain text and import that.`,
    );
  }
  return /^---\n[\s\S]{0,1500}?\n---\n/u.test(start) ? 'markdown' : 'text';
}

function refuseLarge(what: string, size: number, limit: number, unit: 'bytes' | 'characters'): void {
  if (size <= limit) return;
  const million = (value: number) => Math.round(value / 100_000) / 10;
  const words = unit === 'bytes' ? 'MB' : 'million characters';
  throw new CommonplaceError(
    'too-large',
    `${what} has ${million(size)} ${words}; up to ${million(limit)} are imported. Split it into parts, or import it with “--large” on the command line.`,
    { size, limit },
  );
}

/** Parsers recurse; a page made to overflow the stack is refused like any other that cannot be read. */
function guarded<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof CommonplaceError) throw error;
    throw new CommonplaceError(
      'unreadable',
      'The file could not be read: its structure is damaged or nested too deeply. Save it again, or paste its text.',
      error instanceof Error ? error.message : String(error),
    );
  }
}

function titleFromName(fileName: string): string {
  const base = fileName.split(/[\\/]/u).at(-1) ?? '';
  return (
    base
      .replace(/\.[^.]{1,8}$/u, '')
      .replaceAll('_', ' ')
      .trim() || 'Untitled'
  );
}
