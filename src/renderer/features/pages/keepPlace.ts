import { runsOnScreen, startOf } from '../reader/selection';

/** Offset of what is read in a text that the reader shows; undefined at its beginning, and where none is drawn. */
export function readingAt(reader: HTMLElement): number | undefined {
  const scroller = reader.querySelector('[data-scroller]');
  if (!scroller || scroller.scrollTop < 40) return undefined;
  const { top, height } = scroller.getBoundingClientRect();
  const runs = runsOnScreen(reader, scroller);
  // What is scrolled to stands there (`scroll-padding`), and what is read.
  const run = runs.find((one) => one.getBoundingClientRect().bottom > top + 0.3 * height) ?? runs[0];
  return run && startOf(run);
}

/** Brings an offset of a text that the reader shows into sight: its run, or the part that is drawn when it comes near. */
export function scrollToOffset(reader: HTMLElement, offset: number): void {
  const starting = (selector: string, attribute: string) =>
    [...reader.querySelectorAll<HTMLElement>(selector)].findLast(
      (element) => Number(element.getAttribute(attribute)) <= offset,
    );
  const chunk = starting('[data-chunk]', 'data-chunk');
  chunk?.scrollIntoView({ block: 'start' });
  // The part is drawn once it is near; then its run is there.
  requestAnimationFrame(() =>
    requestAnimationFrame(() => starting('[data-start]', 'data-start')?.scrollIntoView({ block: 'start' })),
  );
}
