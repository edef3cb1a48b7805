import { Fragment, memo, type CSSProperties } from 'react';
import type { PrintedPage, PrintedWord } from '../../../shared/pdf/places';
import { uprightBox } from './geometry';
import styles from './pages.module.css';

let measure: CanvasRenderingContext2D | null | undefined;

/** Width of text in the layer's typeface at a size of 100 px. */
function widthOf(text: string): number {
  measure ??= document.createElement('canvas').getContext('2d');
  if (!measure) return 0;
  measure.font = '100px sans-serif';
  return measure.measureText(text).width;
}

/** Over the word as it is printed, stretched to its width. */
function styleOf(word: PrintedWord, turn: PrintedPage['turn']): CSSProperties {
  const { x, y, width, height } = uprightBox(word, turn);
  const natural = (widthOf(word.text) * height) / 100;
  const stretch = natural > 0 ? width / natural : 1;
  const turned = turn === 0 ? '' : `rotate(${-90 * turn}deg) `;
  return {
    left: `calc(var(--scale) * ${x.toFixed(2)}px)`,
    top: `calc(var(--scale) * ${y.toFixed(2)}px)`,
    fontSize: `calc(var(--scale) * ${height.toFixed(2)}px)`,
    transform: `${turned}scaleX(${stretch.toFixed(4)})`,
  };
}

/** Whether white space stands between a word and the next. */
function isApart({ range }: PrintedWord, next: PrintedWord | undefined): boolean {
  return !range || !next?.range || next.range[0] > range[1];
}

/**
 * A page's words over its picture, not seen: screen readers read them, in the order of the text, and words that are looked for
 * are marked in them. Elements with `data-start` are runs of the snapshot, as in the reader.
 */
export const TextLayer = memo(function TextLayer({ page, language }: { page: PrintedPage; language: string }) {
  return (
    <div className={styles.layer} lang={language || undefined}>
      {page.words.map((word, index) => (
        <Fragment key={index}>
          <span data-start={word.range?.[0]} dir={word.rtl ? 'rtl' : 'ltr'} style={styleOf(word, page.turn)}>
            {word.text}
          </span>
          {isApart(word, page.words[index + 1]) && ' '}
        </Fragment>
      ))}
    </div>
  );
});
