import type { FileBeside, Imported } from '../../shared/domain/imports';
import { findNamed, folderOf } from '../../shared/imports/named-files';
import { CommonplaceError } from '../../shared/result';
import { cleanText } from './clean';
import { decodeText } from './encoding';
import type { BytesFormat, Format, ImportLimits, ParseContext, Parsed, TextFormat } from './format';
import { bibliographyFormats, bytesFormats, isBibliographyName, textFormats } from './formats';
import { html } from './html';
import { importPasted } from './html/pasted';
import { refuseLarge } from './limits';
import { compoundFileRefusal, isCompoundFile } from './old-office';
import { plainText } from './text';
import { openZip, type Zip } from './zip';

/** What is given to an importer: a file's bytes, or text that was pasted, with its HTML where the clipboard has that. */
export type ImportInput =
  | { kind: 'file'; fileName: string; bytes: Uint8Array; limits: ImportLimits }
  | { kind: 'text'; title: string; text: string; html: string; limits: ImportLimits };

/** Bytes that an archive may unpack to for each character that a text may have: markup is most of what is in it. */
const unpacking = 8;

/** Formats that are no texts to read: taken as plain text they would only fill a library with noise. */
const refused: Record<string, string> = {
  eml: 'an e-mail',
  csv: 'a table (CSV)',
  svg: 'a picture',
  js: 'a program',
  css: 'a style sheet',
};

/** Turns a file's bytes or pasted text into sources. Pure; meant to run in the import worker. @throws CommonplaceError */
export async function importContent(input: ImportInput): Promise<Imported> {
  const { limits } = input;
  if (input.kind === 'text') return importPastedText(input);
  const { bytes, fileName } = input;
  const context = { fallbackTitle: titleFromName(fileName), givenTitle: '', limits };
  const zip = startsAsZip(bytes) ? await openZip(bytes, limits.characters * unpacking) : null;
  const format = await recogniseBytes(bytes, zip);
  if (format) {
    const parsed = await guarded(() => format.parse(bytes, context, zip));
    return finish(parsed, format, limits, []);
  }
  if (zip) {
    const imported = await bibliographyIn(zip, limits);
    if (imported !== null) return imported;
    throw unsupported(await archiveName(zip));
  }
  if (isCompoundFile(bytes)) throw compoundFileRefusal(bytes);
  const decoded = decodeText(bytes);
  const { text, warnings } = cleanText(decoded.text);
  const textFormat = textFormatOf(fileName, text);
  if (textFormat.cleansValues) return parseText(decoded.text, textFormat, context, decoded.warnings);
  return parseText(text, textFormat, context, [...decoded.warnings, ...warnings]);
}

/**
 * A bibliography with the files that it names, as a folder of Zotero's or EndNote's is when it has been packed; null if there
 * is none in the archive. The outermost one counts.
 */
async function bibliographyIn(zip: Zip, limits: ImportLimits): Promise<Imported | null> {
  const depth = (name: string) => name.split('/').length;
  const candidates = zip.names
    .filter((name) => !/(?:^|\/)(?:__MACOSX\/|\.)/u.test(name) && isBibliographyName(name))
    .toSorted((a, b) => depth(a) - depth(b));
  for (const name of candidates.slice(0, mostCandidates)) {
    const decoded = decodeText(await zip.read(name));
    const { text, warnings } = cleanText(decoded.text);
    const start = text.slice(0, 4000).trimStart();
    // subtle: told from all formats, since annotations name the references that they are about.
    const format = textFormats.find((each) => each.recognises(start));
    if (format === undefined || !bibliographyFormats.includes(format)) continue;
    const content = format.cleansValues ? decoded.text : text;
    const context = { fallbackTitle: titleFromName(name), givenTitle: '', limits };
    const imported = await parseText(content, format, context, [...decoded.warnings, ...warnings]);
    return imported.kind === 'references' ? { ...imported, beside: await besideIn(zip, name, imported) } : imported;
  }
  return null;
}

/** How many files of an archive are looked at before it is taken for one without a bibliography. */
const mostCandidates = 50;

async function besideIn(
  zip: Zip,
  bibliography: string,
  { references: { references, looseFiles } }: Imported & { kind: 'references' },
): Promise<FileBeside[]> {
  const folder = folderOf(bibliography);
  const inside = zip.names.filter((name) => name.startsWith(folder)).map((name) => name.slice(folder.length));
  const named = new Set([...references.flatMap(({ files }) => files), ...looseFiles]);
  const found = new Set([...named].flatMap((path) => findNamed(path, inside) ?? []));
  const files: FileBeside[] = [];
  for (const path of found) files.push({ path, bytes: await zip.read(folder + path) });
  return files;
}

/** With its structure where the clipboard has it; plain where that turns out to be without words. */
async function importPastedText({
  title,
  text,
  html: markup,
  limits,
}: ImportInput & { kind: 'text' }): Promise<Imported> {
  const givenTitle = title.trim();
  const rich = await guarded(() => importPasted(cleanText(markup).text, givenTitle));
  if (rich.text.trim() !== '') return finish(rich, html, limits, []);
  const { text: plain, warnings } = cleanText(text);
  return parseText(plain, plainText, { fallbackTitle: '', givenTitle, limits }, warnings);
}

async function parseText(
  text: string,
  format: TextFormat,
  context: ParseContext,
  warnings: string[],
): Promise<Imported> {
  // A page's markup may be most of it; elsewhere the text is what is there.
  if (format !== html) refuseLarge('The text', text.length, context.limits.characters, 'characters');
  return finish(await guarded(() => format.parse(text, context)), format, context.limits, warnings);
}

/** What every document must be, whatever it was read from: of a size to work with, and not empty. */
function finish(parsed: Parsed, format: Format, limits: ImportLimits, warnings: string[]): Imported {
  if (!('text' in parsed)) {
    const list = parsed.kind === 'references' ? parsed.references : parsed.annotations;
    list.warnings.unshift(...warnings);
    return parsed;
  }
  const { silent = false, ...document } = parsed;
  refuseLarge('The text', document.text.length, limits.characters, 'characters');
  if (document.text.trim() === '' && !silent) {
    throw new CommonplaceError(
      'unreadable',
      format === html
        ? 'The page holds no text: it was probably filled in by a script. Save it again with “Web page, complete”, or paste its text.'
        : 'There is no text in it. Check that the right file was chosen.',
    );
  }
  return {
    kind: 'document',
    document: { ...document, mediaType: format.mediaType, warnings: [...warnings, ...document.warnings] },
  };
}

async function recogniseBytes(bytes: Uint8Array, zip: Zip | null): Promise<BytesFormat | null> {
  const head = String.fromCharCode(...bytes.subarray(0, 4096));
  for (const format of bytesFormats) if (await format.recognises(head, zip)) return format;
  return null;
}

/** By content, then by name: a page saved as .txt is still a page. */
function textFormatOf(fileName: string, text: string): TextFormat {
  const start = text.slice(0, 4000).trimStart();
  const told = textFormats.find((format) => format.recognises(start));
  if (told) return told;
  const extension = /\.([a-z0-9]{1,8})$/iu.exec(fileName)?.[1]?.toLowerCase() ?? '';
  const named = textFormats.find((format) => !format.byContentOnly && format.extensions.includes(extension));
  if (named) return named;
  if (Object.hasOwn(refused, extension)) throw unsupported(refused[extension] ?? '');
  if (start.startsWith('<?xml')) throw unsupported('an XML data file');
  return plainText;
}

function startsAsZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 0x03 && bytes[3] === 0x04;
}

async function archiveName(zip: Zip): Promise<string> {
  const type = zip.has('mimetype') ? await zip.text('mimetype') : '';
  const has = (folder: string) => zip.names.some((name) => name.startsWith(folder));
  if (has('xl/') || type.includes('opendocument.spreadsheet')) return 'a spreadsheet';
  if (has('Index/Document.iwa')) return 'an Apple Pages, Numbers or Keynote document';
  if (has('ppt/') || type.includes('opendocument.presentation')) return 'a presentation';
  return 'an archive (ZIP)';
}

function unsupported(what: string): CommonplaceError {
  const remedy = what.startsWith('an archive')
    ? 'Unpack it and import the files in it'
    : 'Save it as a document or PDF and import that';
  return new CommonplaceError('unsupported-format', `The file is ${what}, which is not imported. ${remedy}.`);
}

/** Parsers recurse; a page made to overflow the stack is refused like any other that cannot be read. */
async function guarded<T>(work: () => T | Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof CommonplaceError) throw error;
    throw new CommonplaceError(
      'unreadable',
      'The file could not be read: its structure is damaged or nested too deeply. Save it again, or paste its text.',
      String(error),
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
