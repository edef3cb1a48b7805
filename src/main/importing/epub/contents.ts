import { find, findAll, isElement, named, parsePage, textOf, type DomElement } from '../html/dom';
import { hasPart } from '../html/blocks';
import type { Zip } from '../zip';
import { isCalled, partName, type BookPackage } from './package';

/** An entry of a table of contents or a list of pages: a label, the place it leads to, and what is below it. */
export interface Entry {
  label: string;
  file: string;
  /** Id of the element; '' for the file's beginning. */
  fragment: string;
  children: Entry[];
}

export interface Contents {
  chapters: Entry[];
  pages: Entry[];
}

const deepest = 20;
const mostEntries = 20_000;

/** A book's chapters and printed pages, from its EPUB 3 navigation or its EPUB 2 table of contents. */
export async function readContents(zip: Zip, book: BookPackage): Promise<Contents> {
  const { navigation } = book;
  const nav = zip.has(navigation) ? parsePage(await zip.text(navigation), 'xhtml') : null;
  const ncx = zip.has(book.ncx) ? parsePage(await zip.text(book.ncx), 'xml') : null;
  const lists = nav ? findAll(nav, named('nav')) : [];
  const tree = listEntries(lists.find((list) => hasPart(list, 'toc')) ?? lists[0], navigation, 0);
  const pages = listEntries(
    lists.find((list) => hasPart(list, 'page-list', 'pagelist')),
    navigation,
    0,
  );
  const older = tree.length > 0 ? [] : ncxEntries(ncx && find(ncx, isCalled('navmap')), book.ncx, 0);
  return {
    chapters: chaptersIn(tree.length > 0 ? tree : older).slice(0, mostEntries),
    pages: pages.length > 0 ? pages : ncxEntries(ncx && find(ncx, isCalled('pagelist')), book.ncx, 0),
  };
}

function listEntries(list: DomElement | undefined, file: string, depth: number): Entry[] {
  const items = list && (list.localName === 'ol' ? list : find(list, named('ol')));
  if (!items || depth > deepest) return [];
  return items.children.filter(isElement).flatMap((item) => {
    const parts = item.children.filter(isElement);
    const label = parts.find(named('a', 'span'));
    const below = parts.find(named('ol'));
    return label ? [entry(textOf(label, 300), label.value('href'), file, listEntries(below, file, depth + 1))] : [];
  });
}

function ncxEntries(list: DomElement | null, file: string, depth: number): Entry[] {
  if (!list || depth > deepest) return [];
  const points = list.children
    .filter(isElement)
    .filter((child) => isCalled('navpoint')(child) || isCalled('pagetarget')(child));
  return points.map((point) => {
    const child = (name: string) => point.children.filter(isElement).find(isCalled(name));
    return entry(
      textOf(child('navlabel'), 300),
      child('content')?.value('src') ?? '',
      file,
      ncxEntries(point, file, depth + 1),
    );
  });
}

function entry(label: string, href: string, from: string, children: Entry[]): Entry {
  const hash = href.indexOf('#');
  const fragment = hash === -1 ? '' : href.slice(hash + 1);
  return { label, file: href === '' ? '' : partName(from, href), fragment, children };
}

const part =
  /^(?:part|book|section|teil|buch|partie|livre|parte|libro|deel|część|часть|книга|bölüm|kısım|hissə|بخش|جزء)\s+(?:\d+|[ivxl]+|[a-z]+\b)|^(?:[ivx]+|\p{L}+)\s+(?:part|teil|часть)$/iu;

/** The entries that are chapters: not the book that holds them all, nor its parts, nor the sections in them. */
function chaptersIn(entries: readonly Entry[]): Entry[] {
  const [only] = entries;
  if (only && entries.length === 1 && only.children.length > 0) return chaptersIn(only.children);
  return entries.flatMap((item) =>
    item.children.length > 0 && part.test(item.label) ? [item, ...item.children] : [item],
  );
}
