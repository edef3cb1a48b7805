import * as v from 'valibot';
import { imageMediaTypes } from '../memo/images';
import { list, longText, requiredLine } from './common';

/** How lists of a Word template count. */
export const listFormats = [
  'bullet',
  'decimal',
  'decimalZero',
  'lowerLetter',
  'upperLetter',
  'lowerRoman',
  'upperRoman',
  'russianLower',
  'russianUpper',
  'arabicAlpha',
  'arabicAbjad',
  'none',
] as const;

const twips = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(31_680));
const indent = v.pipe(v.number(), v.integer(), v.minValue(-31_680), v.maxValue(31_680));

/** What a font may be called. */
export const fontName = /^[\p{L}\p{M}\p{N} ._+&'()-]{1,100}$/u;

/** How the items of a list begin on one of its levels. */
const listLevel = v.strictObject({
  format: v.picklist(listFormats),
  /** With `%1` for the number of the first level. */
  text: v.pipe(v.string(), v.regex(/^[^\p{Cc}\p{Cs}]{0,50}$/u)),
  follow: v.picklist(['tab', 'space', 'nothing']),
  left: indent,
  /** How far the number stands before the words; below nothing, how far behind. */
  hanging: indent,
  /** Of the sign, where it is not that of the words. */
  font: v.optional(v.pipe(v.string(), v.regex(fontName))),
  bold: v.optional(v.boolean()),
  colour: v.optional(v.pipe(v.string(), v.regex(/^[\da-fA-F]{6}$/))),
});
export type WordListLevel = v.InferOutput<typeof listLevel>;

/** What stands at the head or foot of pages. */
const wordHeader = v.strictObject({
  place: v.picklist(['header', 'footer']),
  pages: v.picklist(['default', 'first', 'even']),
  /** Paragraphs and tables without anything that reaches out of them. Pictures are called `picture0` and on. */
  xml: longText(200_000),
});
export type WordHeader = v.InferOutput<typeof wordHeader>;

/** Of all pictures of a template's headers together. */
export const mostHeaderPictureBytes = 1_000_000;
const headerPicture = v.strictObject({
  mediaType: v.picklist(imageMediaTypes),
  base64: longText(Math.ceil(mostHeaderPictureBytes / 3) * 4),
});

export const wordTemplate = v.strictObject({
  /** Of the file it came from. */
  name: requiredLine(200),
  /** The styles of the file, as far as they say how text looks: a part "styles.xml" without anything that reaches out of it. */
  styles: longText(500_000),
  /** Paper and margins in twentieths of a point; null where the file does not say. */
  page: v.nullable(
    v.strictObject({
      width: twips,
      height: twips,
      top: twips,
      right: twips,
      bottom: twips,
      left: twips,
      /** How far header and footer stand from the paper's edge. */
      header: v.optional(twips),
      footer: v.optional(twips),
      gutter: v.optional(twips),
      /** Left and right change places on even pages. */
      mirrored: v.optional(v.boolean()),
    }),
  ),
  /** Headers and footers; our page number stands where there are none. */
  headers: v.optional(list(wordHeader, 6)),
  pictures: v.optional(list(headerPicture, 20)),
  /** The first page, and even pages, have their own headers and footers, or none. */
  firstPageDiffers: v.optional(v.boolean()),
  evenPagesDiffer: v.optional(v.boolean()),
  /** Lists, level by level; a level that is missing is as usual. */
  lists: v.optional(v.strictObject({ bullets: list(listLevel, 9), numbers: list(listLevel, 9) })),
  /** What of the headers was not taken over: "a watermark". */
  leftBehind: v.optional(list(requiredLine(100), 10)),
});
/** What a Word file that somebody gave lends to exports: its look and what stands on every page, and nothing else of it. */
export type WordTemplate = v.InferOutput<typeof wordTemplate>;
/** More than any template without pictures has. */
export const mostTemplateBytes = 20_000_000;
