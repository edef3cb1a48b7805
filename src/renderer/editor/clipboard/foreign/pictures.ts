import { isDataPicture } from '../../../../shared/memo/data-picture';
import { markerAt } from './markers';

/** A picture that a pasted text brought along. */
export interface ForeignPicture {
  /** `data:image/…`: nothing is ever fetched. */
  data: string;
  /** What it shows, in one line. */
  alt: string;
  /** As wide as the page showed it, in pixels; null where nobody said. */
  width: number | null;
}

export interface ForeignPictures {
  pictures: ForeignPicture[];
  /** How many stand elsewhere, and left only a note of where. */
  elsewhere: number;
}

/** A picture's block is put beside the outermost of these: memos have pictures between blocks only. */
const blocks = 'p, h1, h2, h3, h4, h5, h6, pre, blockquote, ul, ol, dl, table, figure, figcaption';
const inlines = 'a, abbr, b, em, font, i, picture, s, small, span, strong, sub, sup, u';

/**
 * Takes the pictures out of a pasted text. Those whose bytes came along leave a marker in a paragraph of its own; those that are
 * only linked leave a note of what or where they are, as does every one in a footnote.
 */
export function takePictures(body: Element, footnotes: readonly Element[], token: string): ForeignPictures {
  const pictures: ForeignPicture[] = [];
  let elsewhere = 0;
  const lastAt = new Map<Element, Element>();
  for (const image of body.querySelectorAll('img')) {
    const data = image.getAttribute('src') ?? '';
    const alt = altOf(image);
    if (isTiny(image) || !isDataPicture(data)) {
      if (leaveNote(image, alt)) elsewhere += 1;
      continue;
    }
    const place = blockOf(image, body);
    const holder = body.ownerDocument.createElement('p');
    holder.append(markerAt(token, pictures.length));
    pictures.push({ data, alt, width: pixels(image, 'width') });
    const last = lastAt.get(place);
    if (last) last.after(holder);
    else if (place.matches('figure')) place.before(holder);
    else place.after(holder);
    lastAt.set(place, holder);
    image.remove();
  }
  for (const image of footnotes.flatMap((note) => [...note.querySelectorAll('img')])) leaveNote(image, altOf(image));
  return { pictures, elsewhere };
}

function altOf(image: Element): string {
  return (image.getAttribute('alt') ?? '').replace(/\s+/gu, ' ').trim().slice(0, 2000);
}

/** What stands in a text where a picture is not. */
export function pictureNote(of: string): string {
  return of === '' ? '[picture]' : `[picture: ${of}]`;
}

/** Words for a picture; true if a reader misses it. Decoration goes, and so do the letters that pages draw as pictures. */
function leaveNote(image: Element, alt: string): boolean {
  const isLetter = alt !== '' && alt.length <= 8 && !/[\p{L}\p{N}]/u.test(alt);
  if (isLetter || isTiny(image) || image.getAttribute('alt') === '') {
    image.replaceWith(isLetter ? alt : '');
    return false;
  }
  image.replaceWith(pictureNote(alt || addressOf(image)));
  return true;
}

/** Where it stands on the web. A path of the machine that it was copied on is nobody's business. */
function addressOf(image: Element): string {
  const address = image.getAttribute('src') ?? '';
  return /^https?:\/\//iu.test(address) ? address.slice(0, 300) : '';
}

/** Pages count their readers by pictures of one pixel. */
function isTiny(image: Element): boolean {
  return [pixels(image, 'width'), pixels(image, 'height')].some((size) => size !== null && size <= 2);
}

function pixels(image: Element, side: 'width' | 'height'): number | null {
  const [size] = /^\d{1,5}(?=(\.\d*)?(px)?$)/u.exec(image.getAttribute(side) ?? '') ?? [];
  return size === undefined ? null : Number(size);
}

/** The outermost block round a picture; where none is, what stands in the line with it. */
function blockOf(image: Element, body: Element): Element {
  let line: Element = image;
  let block: Element | null = null;
  for (let at = image.parentElement; at && at !== body; at = at.parentElement) {
    if (at.matches(blocks)) block = at;
    else if (block === null && line.parentElement === at && at.matches(inlines)) line = at;
  }
  return block ?? line;
}
