import type { PDFDocumentProxy } from 'pdfjs-dist';
import type { CslDate, CslName } from '../../../shared/domain/csl';
import type { Block } from '../../../shared/domain/sources';
import type { PdfContent, PdfPage } from '../../../shared/pdf/content';
import { heaviest, rowsOf, rowText, type Row } from '../../../shared/pdf/rows';
import { wordsOf } from '../../../shared/pdf/words';
import { fold } from '../../../shared/search/fold';
import { topLineFacts, withHeader } from '../captions';
import { parsePublicationDate } from '../metadata/dates';
import { noFacts, oneLine, pushText, type Fact, type Facts, type PlainField } from '../metadata/facts';
import { isOrganisation, parseNames } from '../metadata/names';
import { sameTitle } from '../metadata/titles';
import { cleanDoi, cleanUrl } from '../metadata/urls';
import { languageFacts, propertyFacts } from '../office/properties';

/** What pdf.js tells of a document's information dictionary and XMP packet. */
type Stated = (name: string) => string;

/** XMP's names for what journals say of an article (PRISM). */
const prismFields: [name: string, field: PlainField][] = [
  ['prism:volume', 'volume'],
  ['prism:number', 'issue'],
  ['prism:issn', 'ISSN'],
  ['prism:isbn', 'ISBN'],
];

/**
 * What a PDF says of itself: its title as it shows it or as it is stated, whichever is likelier, bylines and dates at its
 * top, DOI and ISBN in its first pages, then its properties, which are often a template's or a program's.
 * @returns the blocks, with those at the top marked as what they turned out to be
 */
export async function pdfFacts(
  document: PDFDocumentProxy,
  { pages }: PdfContent,
  { text, blocks }: { text: string; blocks: readonly Block[] },
  facts: Facts,
): Promise<Block[]> {
  const stated = await statedIn(document);
  const properties = noFacts();
  propertyFacts(
    {
      title: stated('dc:title') || stated('Title'),
      creator: stated('dc:creator') || stated('Author'),
      company: stated('dc:publisher'),
      description: stated('dc:description') || stated('Subject'),
    },
    properties,
  );
  const shown = largestType(pages);
  pushText(facts.title, shown, 'largest type');
  // A title that the first pages show is the document's; another is likely a template's or a file's.
  const top = fold(text.slice(0, 5000));
  if (properties.title.some(({ value }) => top.includes(fold(value)))) facts.title.unshift(...properties.title);
  else facts.title.push(...properties.title);

  const lines = linesOf(text, blocks.slice(0, 15));
  topLineFacts(text, lines, facts);
  const byline = namesBelow(text, lines, facts.title);
  if (byline.names.length > 0) facts.authors.push({ value: byline.names, origin: 'below the title' });
  const headed = withHeader(text, blocks, facts).map((block): Block =>
    block.kind === 'paragraph' && byline.starts.has(block.start) ? { ...block, kind: 'caption' } : block,
  );
  abstractFact(text, blocks, facts);
  const address = isPrinted(stated) ? printedAddress(pages) : '';
  if (address === '') publicationFacts(pages, text, stated, facts);
  else {
    facts.url.push({ value: address, origin: 'foot of the page' });
    const accessed = dateOf(stated('CreationDate'));
    if (accessed) facts.accessed.push({ value: accessed, origin: 'date of the PDF' });
  }
  facts.authors.push(...properties.authors);
  facts.publisher.push(...properties.publisher);
  facts.abstract.push(...properties.abstract);
  languageFacts(text, stated('Language') || stated('dc:language'), facts);
  return headed;
}

async function statedIn(document: PDFDocumentProxy): Promise<Stated> {
  const { info, metadata } = await document.getMetadata().catch(() => ({ info: {}, metadata: null }));
  return (name) => {
    const value: unknown = (metadata?.get(name) as unknown) ?? (info as Record<string, unknown>)[name];
    return Array.isArray(value) ? value.map((each) => oneLine(each)).join('; ') : oneLine(value);
  };
}

/** The largest type on the first page that has text, where it is larger than the rest; '' where nothing stands out. */
function largestType(pages: readonly PdfPage[]): string {
  const page = pages.slice(0, 3).find(({ texts }) => texts.some(({ str }) => str.trim() !== ''));
  if (!page) return '';
  const rows = rowsOf(wordsOf(page, 0).filter(({ artifact }) => !artifact));
  const usual =
    heaviest(
      rows.map((row) => ({ text: rowText(row), size: Math.round(row.size) })),
      ({ size }) => size,
    ) ?? 0;
  // A single word may be a masthead or a drop capital; a title has more.
  const groups = bySize(rows.filter(({ size }) => size > 1.15 * usual)).map((group) =>
    oneLine(group.map(rowText).join(' ')),
  );
  return (
    groups.find((line) => line.length <= 300 && line.split(' ').length >= 3) ??
    groups.find((line) => /\p{L}{3}/u.test(line)) ??
    ''
  );
}

/** Neighbouring rows of one size together, the largest first. */
function bySize(rows: readonly Row[]): Row[][] {
  const groups: Row[][] = [];
  for (const row of rows) {
    const last = groups.at(-1)?.at(-1);
    if (last && Math.abs(last.size - row.size) < 0.1 * row.size && row.baseline - last.baseline < 2.5 * row.size)
      groups.at(-1)?.push(row);
    else groups.push([row]);
  }
  return groups.sort((a, b) => (b[0]?.size ?? 0) - (a[0]?.size ?? 0));
}

/** Blocks cut at the line breaks inside them, and without raised marks that refer to affiliations. */
function linesOf(text: string, blocks: readonly Block[]): Block[] {
  return blocks.flatMap((block) => {
    const lines: Block[] = [];
    let start = block.start;
    for (const line of text.slice(block.start, block.end).split('\n')) {
      lines.push({ ...block, start, end: start + line.length });
      start += line.length + 1;
    }
    return lines;
  });
}

/** Names that stand alone on the lines below the title, as in papers, and where these lines begin. */
function namesBelow(text: string, lines: readonly Block[], titles: readonly Fact<string>[]) {
  const at = lines.findIndex(({ start, end }) => titles.some(({ value }) => sameTitle(text.slice(start, end), value)));
  const names: CslName[] = [];
  const starts = new Set<number>();
  for (const line of at === -1 ? [] : lines.slice(at + 1, at + 4)) {
    const bare = withoutMarks(text, line);
    if (bare.length > 200 || /\d/u.test(bare) || isOrganisation(bare)) break;
    const found = parseNames(bare);
    if (found.length === 0 || !found.every(isPerson)) break;
    names.push(...found);
    starts.add(line.start);
  }
  return { names: names.slice(0, 100), starts };
}

function isPerson({ given = '', family = '' }: CslName): boolean {
  return /^\p{Lu}/u.test(given) && /\p{Lu}/u.test(family) && given.split(' ').length <= 3;
}

function withoutMarks(text: string, { start, end, spans }: Block): string {
  let bare = '';
  let from = start;
  for (const span of spans) {
    if (span.kind !== 'superscript' || span.start < start || span.end > end) continue;
    bare += text.slice(from, span.start);
    from = span.end;
  }
  return (bare + text.slice(from, end)).replace(/[*†‡§¶]/gu, '').trim();
}

/** Whether a browser printed it: then its date is the day it was read, and its foot tells its address. */
function isPrinted(stated: Stated): boolean {
  return /Mozilla|Chrom(?:e|ium)|Skia\/PDF|Safari|Firefox/u.test(`${stated('Creator')} ${stated('Producer')}`);
}

/** The address in the margin of a printed page; '' where it tells none. */
function printedAddress(pages: readonly PdfPage[]): string {
  for (const { height, texts } of pages.slice(0, 2)) {
    const margins = texts.filter(({ top, bottom }) => bottom < 0.06 * height || top > 0.94 * height);
    const address = margins.map(({ str }) => (/^https?:\/\/\S+$/u.test(str.trim()) ? cleanUrl(str) : '')).find(Boolean);
    if (address !== undefined) return address;
  }
  return '';
}

function publicationFacts(pages: readonly PdfPage[], text: string, stated: Stated, facts: Facts): void {
  const first = pages
    .slice(0, 2)
    .flatMap((page, index) => rowsOf(wordsOf(page, index)).map(rowText))
    .join('\n');
  const doi = cleanDoi(stated('prism:doi')) || cleanDoi(/(?:doi\.org\/|doi:?\s*)(10\.\S+)/iu.exec(first)?.[1] ?? '');
  const isbn =
    /ISBN(?:-1[03])?:?\s*((?:97[89][\s–-]?)?\d[\d\s–-]{7,14}[\dX])\b/u.exec(text.slice(0, 20_000))?.[1] ?? '';
  if (doi !== '') facts.plain.push({ field: 'DOI', fact: { value: doi, origin: 'first pages' } });
  if (isbn !== '') facts.plain.push({ field: 'ISBN', fact: { value: isbn, origin: 'first pages' } });
  facts.type.push({ value: doi !== '' ? 'article-journal' : isbn !== '' ? 'book' : 'report', origin: 'guess' });
  pushText(facts.container, stated('prism:publicationName'), 'XMP');
  for (const [name, field] of prismFields) {
    const value = stated(name);
    if (value !== '') facts.plain.push({ field, fact: { value, origin: 'XMP' } });
  }
  const cover =
    parsePublicationDate(stated('prism:coverDate')) ?? parsePublicationDate(stated('prism:publicationDate'));
  if (cover) facts.issued.unshift({ value: cover, origin: 'XMP' });
  const created = dateOf(stated('CreationDate'));
  if (created) facts.issued.push({ value: created, origin: 'date of the PDF' });
}

/** A PDF's date, "D:20310309…", as a day. */
function dateOf(text: string): CslDate | null {
  const match = /^(?:D:)?(\d{4})(\d{2})(\d{2})/u.exec(text);
  return match ? parsePublicationDate(match.slice(1).join('-')) : null;
}

const abstractName =
  /^(?:abstract|summary|executive summary|zusammenfassung|résumé|resumen|resumo|riassunto|аннотация|резюме|özet|xülasə|چکیده|ملخص)\s*(?:[.:–—-]\s*|$)/iu;

/** What stands under "Abstract", or after that word at a paragraph's beginning. */
function abstractFact(text: string, blocks: readonly Block[], facts: Facts): void {
  const near = blocks.slice(0, 30);
  for (const [index, { start, end, kind }] of near.entries()) {
    const words = text.slice(start, end);
    const name = abstractName.exec(words)?.[0];
    if (name === undefined) continue;
    const next = near[index + 1];
    const rest = words.length > name.length ? words.slice(name.length) : next ? text.slice(next.start, next.end) : '';
    if (rest.length < 100 || (kind === 'heading' && words.length > name.length)) continue;
    return pushText(facts.abstract, rest, 'abstract', 5000);
  }
}
