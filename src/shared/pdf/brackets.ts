import type { Placed } from './rows';

const pairs = '()[]{}«»‹›';

/**
 * The text of a word in a row that runs from right to left, with its brackets as letters. Some programs write down the sign
 * that is drawn, which is the other one of the pair: an opening bracket clings to what follows it, a closing one to what
 * comes before, and one that does not is turned round.
 */
export function withBrackets({ word, glued }: Placed, next: Placed | undefined): string {
  const { text, script } = word;
  if (script === 'ltr' || !/[()[\]{}«»‹›]/u.test(text)) return text;
  if (text.length === 1) return glued === (next?.glued ?? false) ? text : facing(text, !glued);
  return facing(text[0] ?? '', true) + text.slice(1, -1) + facing(text.at(-1) ?? '', false);
}

/** A bracket as the opening or closing one of its pair; any other character as it is. */
function facing(character: string, opens: boolean): string {
  const at = pairs.indexOf(character);
  return at === -1 ? character : (pairs[opens ? at & ~1 : at | 1] ?? character);
}
