import { importFormats } from '../../shared/domain/imports';
import { CommonplaceError } from '../../shared/result';
import type { Block } from '../../shared/domain/sources';
import { renumbered, SnapshotBuilder } from './builder';
import { cleanText } from './clean';
import { documentOf } from './document';
import { decodeText } from './encoding';
import { readContents, type Entry } from './epub/contents';
import { bookFacts } from './epub/metadata';
import { isCalled, partName, readPackage, type BookPackage } from './epub/package';
import type { BytesFormat, ParsedDocument } from './format';
import { hasPart, writeBlocks } from './html/blocks';
import { bodyOf, find, findAll, named, parsePage, textOf, type DomElement } from './html/dom';
import { sameTitle } from './metadata/titles';
import type { Zip } from './zip';

const protection = 'META-INF/encryption.xml';
/** Fonts are scrambled so that they are not taken out; the text beside them is as it is. */
const fontScrambling = /idpf\.org\/2008\/embedding|ns\.adobe\.com\/pdf\/enc/u;

/** An EPUB 2 or 3 book: its documents in reading order, each block with its chapter and, where it says so, its printed page. */
async function importEpub(zip: Zip, fallbackTitle: string): Promise<ParsedDocument> {
  const book = await readPackage(zip);
  await refuseProtected(zip, book);
  const { chapters, pages } = await readContents(zip, book);
  const facts = bookFacts(book.metadata);
  const builder = new SnapshotBuilder();
  const missing = book.spine.filter((name) => !zip.has(name));
  if (missing.length > 0) facts.warnings.push(`The book lacks ${missing.length} of the documents it names.`);
  for (const name of book.spine) {
    if (name === book.navigation || !zip.has(name)) continue;
    const here = (entries: readonly Entry[]) => entries.filter(({ file }) => file === name);
    writePart(
      parsePage(await pageText(zip, name), 'xhtml'),
      here(chapters),
      here(pages),
      chapters.length === 0,
      builder,
    );
  }
  const { text, blocks } = builder.finish();
  return documentOf({ text, blocks: withHeadings(text, blocks) }, facts, '', {
    value: fallbackTitle,
    origin: 'file name',
  });
}

/** @param untold the book has no table of contents, so that its documents' headings name its chapters */
function writePart(
  page: DomElement,
  chapters: Entry[],
  pages: Entry[],
  untold: boolean,
  builder: SnapshotBuilder,
): void {
  const body = bodyOf(page);
  const chapterAt = new Map(chapters.map(({ fragment, label }) => [fragment, label]));
  const pageAt = new Map(pages.map(({ fragment, label }) => [fragment, label]));
  const begin = (chapter: string | undefined, label: string | undefined) => {
    if (chapter) builder.enterChapter(chapter);
    if (label) builder.turnPage(label);
  };
  begin(untold ? textOf(find(body, named('h1', 'h2')), 300) : chapterAt.get(''), pageAt.get(''));
  writeBlocks(body, builder, {
    baseUrl: '',
    skip(element) {
      const id = element.value('id') || element.value('name');
      const isBreak = hasPart(element, 'pagebreak');
      const printed = isBreak ? pageLabel(element) : '';
      begin(id === '' ? undefined : chapterAt.get(id), printed || (id === '' ? '' : pageAt.get(id)));
      return isBreak;
    },
  });
}

/** Some programs make headings look like them without saying so: a chapter's first line that is its title. */
function withHeadings(text: string, blocks: readonly Block[]): Block[] {
  return renumbered(
    blocks.map((block, index) => {
      const { kind, chapter = '', start, end } = block;
      const isFirst = chapter !== '' && chapter !== blocks[index - 1]?.chapter;
      const isTitle =
        isFirst && kind === 'paragraph' && end - start < 400 && sameTitle(text.slice(start, end), chapter);
      return isTitle ? { ...block, kind: 'heading', level: 1 } : block;
    }),
  );
}

/** A printed page's label as a page break says it: "Page xii" → "xii". */
function pageLabel(element: DomElement): string {
  const said = element.value('title') || element.value('aria-label') || textOf(element, 40);
  return said
    .replace(/^\s*(?:page|p\.|seite|s\.|pagina|página|стр\.|страница)\s*/iu, '')
    .trim()
    .slice(0, 40);
}

async function pageText(zip: Zip, name: string): Promise<string> {
  const bytes = await zip.read(name);
  return bytes.length === 0 ? '' : cleanText(decodeText(bytes).text).text;
}

async function refuseProtected(zip: Zip, { spine }: BookPackage): Promise<void> {
  if (!zip.has(protection)) return;
  const root = parsePage(await zip.text(protection), 'xml');
  for (const data of findAll(root, isCalled('encrypteddata'))) {
    const method = find(data, isCalled('encryptionmethod'))?.value('algorithm') ?? '';
    const name = partName('', find(data, isCalled('cipherreference'))?.value('uri') ?? '');
    if (fontScrambling.test(method) || !spine.includes(name)) continue;
    throw new CommonplaceError(
      'unreadable',
      'The book is protected by the shop it comes from (DRM), so its text cannot be read here. Import an edition without protection, or paste the passages you need.',
    );
  }
}

export const epub: BytesFormat = {
  ...importFormats.epub,
  reads: 'bytes',
  async recognises(_head, zip) {
    if (!zip) return false;
    const type = zip.has('mimetype') ? await zip.text('mimetype') : '';
    return /^application\/epub\+zip/u.test(type.trim()) || zip.has('META-INF/container.xml');
  },
  parse: (_bytes, { fallbackTitle }, zip) => importEpub(zip as Zip, fallbackTitle),
};
