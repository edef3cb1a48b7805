import type { Box } from '../../../shared/pdf/content';
import type { TextRange } from '../../../shared/search/types';
import { isProposed, type ShownExcerpt } from '../anchors/standing';
import type { Overlay } from './PageSheet';
import type { Places } from './Places';
import type { PageSelection } from './selection';

export interface Marked {
  excerpts: readonly ShownExcerpt[];
  activeId: string | undefined;
  selection: PageSelection | null;
  /** The passage that was opened, and words of it that were looked for. */
  at: { start: number; end: number; words?: TextRange[] | undefined } | undefined;
}

/** What is marked on a page. */
export function overlaysOf(places: Places, page: number, { excerpts, activeId, selection, at }: Marked): Overlay[] {
  const marks = excerpts.map(({ id, colour, place, here }): Overlay => {
    const proposed = here !== null && isProposed(here);
    const boxes = places.boxes(page, place.start, place.end);
    return { kind: 'excerpt', id, colour, active: id === activeId, proposed, boxes };
  });
  const isKnown = at && excerpts.some(({ place }) => place.start === at.start && place.end === at.end);
  if (at && !isKnown) marks.push({ kind: 'excerpt', colour: 'none', boxes: places.boxes(page, at.start, at.end) });
  for (const [start, end] of at?.words ?? []) marks.push({ kind: 'words', boxes: places.boxes(page, start, end) });
  if (selection) marks.push({ kind: 'selection', boxes: selectedBoxes(places, page, selection) });
  return marks.filter(({ boxes }) => boxes.length > 0);
}

/** What is selected on a page. */
export function selectedBoxes(places: Places, page: number, selection: PageSelection): Box[] {
  if (selection.kind === 'passage') return places.boxes(page, selection.start, selection.end);
  const { words } = places.page(page);
  return selection.page === page ? selection.words.flatMap((index) => words[index] ?? []) : [];
}
