import type { TextRange } from '../../../shared/search/types';

/** A text on the screen in which words can be found: all that finding needs to know of a reader or an editor. */
export interface FindTarget {
  /** What is looked through. U+FFFC stands where nothing is found across. */
  readText(): string;
  /** Calls back when the text has become another; gives what stops that. */
  onText?(changed: () => void): () => void;
  /** Those of the hits that are on the screen, or near, with their places in the page: only these are marked. */
  onScreen(hits: readonly TextRange[]): { hit: TextRange; range: Range }[];
  /** What is selected, or where the caret is; null where neither is in this text. */
  selection(): TextRange | null;
  /** Where that begins which is on the screen. */
  firstOnScreen(): number;
  /** Brings a hit into sight, and draws it if it is not. */
  reveal(hit: TextRange): void;
  /** Gives the text the focus, with the hit selected or, without one, as it was. */
  leaveFor(hit: TextRange | undefined): void;
  /** Puts other words in the place of hits, in one step of undoing; left out where the text is not for writing. */
  replace?(hits: readonly TextRange[], replacement: string): Replaced;
}

export interface Replaced {
  replaced: number;
  /** How many hits stay as they are and why, in words; '' if none does. */
  left: string;
  undo: () => void;
}

/** Scrolls a place into sight if it is not there: to the upper third, with what leads to it above. */
export function scrollToRange(scroller: HTMLElement, range: Range): void {
  const room = scroller.getBoundingClientRect();
  const place = range.getBoundingClientRect();
  if (place.top >= room.top + place.height && place.bottom <= room.bottom - place.height) return;
  scroller.scrollTop += place.top - room.top - room.height / 3;
}
