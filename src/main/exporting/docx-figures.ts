import {
  AlignmentType,
  Bookmark,
  ImageRun,
  Paragraph,
  TextRun,
  type IParagraphOptions,
  type ParagraphChild,
} from 'docx';
import type { MemoExportOptions } from '../../shared/domain/memo-export';
import type { WordTemplate } from '../../shared/domain/word-template';
import { field } from './docx-fields';
import { pictureSize } from './office-page';
import {
  captionInlines,
  labelText,
  missingPicture,
  type PreparedCaption,
  type PreparedImage,
  type PreparedInline,
  type PreparedLabel,
  type PreparedReference,
  type PreparedRun,
} from './prepared';

/** What a caption and a picture need of the writer of paragraphs. */
export type WriteRun = (
  options: Omit<IParagraphOptions, 'children'>,
  children: readonly PreparedInline[],
  direction: PreparedRun['direction'],
  before?: readonly ParagraphChild[],
) => Paragraph;

/** docx counts pictures in pixels of 96 to the inch. */
const pixels = (millimetres: number) => Math.max(1, Math.round((millimetres / 25.4) * 96));

/** A picture in a paragraph of its own, kept with its caption below it. */
export function writeImage(image: PreparedImage, write: WriteRun, options: MemoExportOptions): Paragraph[] {
  const hasCaption = captionInlines(image.caption).length > 0;
  const picture = new Paragraph({
    style: 'Figure',
    keepNext: hasCaption,
    children: [image.picture ? pictureRun(image, image.picture, options) : new TextRun(missingPicture(image.alt))],
  });
  if (!hasCaption) return [picture];
  return [picture, writeCaption(image.caption, write, { alignment: AlignmentType.CENTER })];
}

function pictureRun(image: PreparedImage, picture: NonNullable<PreparedImage['picture']>, options: MemoExportOptions) {
  const { bytes, mediaType } = picture;
  const usual = pictureSize(image.width, picture, options);
  const { width, height } = options.wordTemplate?.page ? within(usual, options.wordTemplate.page) : usual;
  return new ImageRun({
    type: mediaType === 'image/png' ? 'png' : 'jpg',
    data: bytes,
    transformation: { width: pixels(width), height: pixels(height) },
    altText: { name: labelText(image.caption.label), description: image.alt },
  });
}

/** Made smaller where a template's paper has less room between its margins, in twentieths of a point. */
function within(
  { width, height }: { width: number; height: number },
  page: NonNullable<WordTemplate['page']>,
): { width: number; height: number } {
  const millimetres = (twips: number) => (twips / 1440) * 25.4;
  const across = millimetres(page.width - page.left - page.right - (page.gutter ?? 0)) / width;
  const down = millimetres(page.height - page.top - page.bottom) / height;
  const share = Math.min(1, across, down);
  return { width: width * share, height: height * share };
}

/** A caption with a number that Word counts itself, in a bookmark for the references to it. */
export function writeCaption(
  { label, children, direction }: PreparedCaption,
  write: WriteRun,
  options: Omit<IParagraphOptions, 'children'> = {},
): Paragraph {
  const before: ParagraphChild[] = [];
  if (label.number !== null) {
    const number = field(`SEQ ${label.kind === 'table' ? 'Table' : 'Figure'} \\* ARABIC`, String(label.number));
    const numbered = new Bookmark({ id: bookmark(label, 'number'), children: number });
    const called = [new TextRun(`${label.word}\u00A0`), numbered];
    before.push(new Bookmark({ id: bookmark(label, 'label-and-number'), children: called }));
    if (children.length > 0) before.push(new TextRun('. '));
  }
  return write({ style: 'Caption', ...options }, children, direction, before);
}

/** A field that Word keeps up to date; what it shows until then is right already. */
export function writeReference({ target, show, text, pageWord }: PreparedReference): ParagraphChild[] {
  const wanted = target.number === null && show !== 'page' ? 'title' : show;
  if (wanted === 'title' && target.kind !== 'heading') return [new TextRun(text)];
  if (wanted === 'page') {
    return [new TextRun(`${pageWord}\u00A0`), ...field(`PAGEREF ${bookmark(target, anchorOf(target))} \\h`, '')];
  }
  return field(`REF ${bookmark(target, wanted)} \\h`, text);
}

function anchorOf(target: PreparedLabel): 'title' | 'label-and-number' {
  return target.kind === 'heading' ? 'title' : 'label-and-number';
}

/** A heading that is referred to: its words in a bookmark. */
export function bookmarked(label: PreparedLabel, children: readonly ParagraphChild[]): ParagraphChild[] {
  return [new Bookmark({ id: bookmark(label, 'title'), children: [...children] })];
}

/** Names that begin with a line are not offered to the user; a hyphen is not allowed in them. */
function bookmark({ anchor }: PreparedLabel, part: 'number' | 'label-and-number' | 'title'): string {
  const prefix = part === 'number' ? '_Number' : part === 'title' ? '_Heading' : '_Ref';
  return `${prefix}_${anchor.replace('-', '_')}`;
}

export const figureStyles = [
  {
    id: 'Figure',
    name: 'Figure',
    basedOn: 'Normal',
    paragraph: { alignment: AlignmentType.CENTER, spacing: { before: 160, after: 80 } },
  },
  {
    id: 'Caption',
    name: 'caption',
    basedOn: 'Normal',
    quickFormat: true,
    run: { size: 19 },
    paragraph: { spacing: { before: 40, after: 200, line: 250 } },
  },
];
