import type { MemoExportOptions } from '../../shared/domain/memo-export';
import { pictureSize } from './office-page';
import { missingPicture, pictureName, type PreparedImage, type PreparedLabel, type PreparedMemo } from './prepared';
import { attributes, odtText } from './odt-xml';
import type { ZipPart } from './zip-bytes';

/** The file in the document in which a picture lies. */
const pictureFile = (image: PreparedImage) => `Pictures/${pictureName(image)}`;

/** The pictures of a memo as parts of the document, with their media types. */
export function odtPictures(memo: PreparedMemo): (ZipPart & { mediaType: string })[] {
  return memo.blocks.flatMap((block) => {
    if (block.type !== 'image' || !block.picture) return [];
    return [{ name: pictureFile(block), content: block.picture.bytes, mediaType: block.picture.mediaType }];
  });
}

/** A picture as a letter of its paragraph, so that it stays where it stands. */
export function odtFrame(image: PreparedImage, options: MemoExportOptions): string {
  const { picture, alt, caption } = image;
  if (!picture) return odtText(missingPicture(alt), true);
  const { width, height } = pictureSize(image.width, picture, options);
  const frame = {
    'draw:name': caption.label.anchor,
    'text:anchor-type': 'as-char',
    'svg:width': `${width.toFixed(1)}mm`,
    'svg:height': `${Math.max(0.1, height).toFixed(1)}mm`,
  };
  const href = {
    'xlink:type': 'simple',
    'xlink:show': 'embed',
    'xlink:actuate': 'onLoad',
    'xlink:href': pictureFile(image),
  };
  const description = alt === '' ? '' : `<svg:desc>${odtText(alt, true)}</svg:desc>`;
  return `<draw:frame${attributes(frame)}><draw:image${attributes(href)}/>${description}</draw:frame>`;
}

/** Where references to a figure, table or heading lead. */
export function odtAnchor(label: PreparedLabel): string {
  return `<text:bookmark${attributes({ 'text:name': label.anchor })}/>`;
}

/** "Figure 2" with a number that the program counts itself; empty where there is none. */
export function odtLabel(label: PreparedLabel, hasWords: boolean): string {
  if (label.number === null) return odtAnchor(label);
  const name = label.kind === 'table' ? 'Table' : 'Figure';
  const sequence = {
    'text:ref-name': `ref${label.anchor}`,
    'text:name': name,
    'text:formula': `ooow:${name}+1`,
    'style:num-format': '1',
  };
  return (
    odtAnchor(label) +
    odtText(`${label.word}\u00A0`, true) +
    `<text:sequence${attributes(sequence)}>${label.number}</text:sequence>${hasWords ? '. ' : ''}`
  );
}

/** The counters that sequences need to have been declared. */
export const odtSequences =
  '<text:sequence-decls>' +
  ['Figure', 'Table']
    .map((name) => `<text:sequence-decl${attributes({ 'text:display-outline-level': 0, 'text:name': name })}/>`)
    .join('') +
  '</text:sequence-decls>';
