import { CommonplaceError } from '../../../shared/result';
import { find, findAll, isElement, parsePage, textOf, type DomElement } from '../html/dom';
import { entryName, type Zip } from '../zip';

/** One document of a book, by its name in the archive. */
export interface BookPart {
  name: string;
  mediaType: string;
  properties: string[];
}

/** What a book's package file says: what it is, and in which order it is read. */
export interface BookPackage {
  metadata: DomElement[];
  /** Name of the EPUB 3 table of contents; '' for none. */
  navigation: string;
  /** Names of documents, in reading order. */
  spine: string[];
  /** Name of the EPUB 2 table of contents; '' for none. */
  ncx: string;
}

/** Reads META-INF/container.xml and the package file it names. @throws CommonplaceError `unreadable` */
export async function readPackage(zip: Zip): Promise<BookPackage> {
  const container = parsePage(await zip.text('META-INF/container.xml'), 'xml');
  const file = find(container, isCalled('rootfile'))?.value('full-path') ?? '';
  if (!zip.has(file)) {
    throw new CommonplaceError(
      'unreadable',
      'The book is damaged: it does not say what is in it. Get it again, or paste the part you need.',
      'no package file',
    );
  }
  const root = parsePage(await zip.text(file), 'xml');
  const parts = new Map<string, BookPart>();
  for (const item of findAll(root, isCalled('item'))) {
    const name = partName(file, item.value('href'));
    const properties = item.value('properties').split(/\s+/u);
    parts.set(item.value('id'), { name, mediaType: item.value('media-type').toLowerCase(), properties });
  }
  const spine = find(root, isCalled('spine'));
  const order = (spine ? findAll(spine, isCalled('itemref')) : []).map((item) => parts.get(item.value('idref')));
  return {
    metadata: find(root, isCalled('metadata'))?.children.flatMap(flattened) ?? [],
    navigation: [...parts.values()].find(({ properties }) => properties.includes('nav'))?.name ?? '',
    // A document that is named twice is read once.
    spine: [...new Set(order.flatMap((part) => (part && isText(part) ? [part.name] : [])))],
    ncx: parts.get(spine?.value('toc') ?? '')?.name ?? '',
  };
}

/** A file that another refers to, without the place in it. */
export function partName(from: string, reference: string): string {
  const [path = ''] = reference.split('#', 1);
  const folder = from.slice(0, from.lastIndexOf('/') + 1);
  try {
    return entryName(folder, decodeURIComponent(path));
  } catch {
    return entryName(folder, path);
  }
}

/** Whether an element has this name, with whatever prefix. */
export function isCalled(name: string): (element: DomElement) => boolean {
  return (element) => element.localName.replace(/^.*:/u, '') === name;
}

/** The texts of all metadata elements of a name, with the elements. */
export function stated(metadata: readonly DomElement[], name: string): { element: DomElement; text: string }[] {
  return metadata
    .filter(isCalled(name))
    .map((element) => ({ element, text: textOf(element, 5000) }))
    .filter(({ text }) => text !== '');
}

/** EPUB 2 groups some of its metadata once more. */
function flattened(node: DomElement | string): DomElement[] {
  if (!isElement(node)) return [];
  return /(?:dc|x)-metadata$/u.test(node.localName) ? node.children.flatMap(flattened) : [node];
}

function isText({ mediaType, name }: BookPart): boolean {
  return /html|oeb1-document/u.test(mediaType) || (mediaType === '' && /\.x?html?$/iu.test(name));
}
