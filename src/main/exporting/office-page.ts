import type { MemoExportOptions } from '../../shared/domain/memo-export';
import type { Direction } from './direction';
import type { PreparedImage } from './prepared';

/** Paper and margins of Word and OpenDocument files in millimetres. The essay's wide margin is on the side where lines begin. */
export function officePage({ paper, layout }: MemoExportOptions, direction: Direction) {
  const [width, height] = paper === 'letter' ? [215.9, 279.4] : [210, 297];
  const start = layout === 'essay' ? 58 : 25;
  const [left, right] = direction === 'rtl' ? [25, start] : [start, 25];
  return { width, height, textWidth: width - left - right, margins: { top: 25, bottom: 25, left, right } };
}

/** How large a picture stands in a file, in millimetres: no wider than the text, no higher than a page with its caption. */
export function pictureSize(
  share: PreparedImage['width'],
  picture: NonNullable<PreparedImage['picture']>,
  options: MemoExportOptions,
): { width: number; height: number } {
  const { textWidth, height } = officePage(options, 'ltr');
  const most = height - 82;
  const width = Math.min(textWidth * share, (most * picture.width) / picture.height);
  return { width, height: (width * picture.height) / picture.width };
}
