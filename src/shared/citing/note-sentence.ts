import type { Inline } from '../memo/document';
import type { Run } from './types';

/** A note is a sentence: "see Vale" begins with a capital. */
export function asSentence(runs: Run[]): Run[] {
  const [first, ...rest] = runs;
  if (!first) return runs;
  return [{ ...first, text: first.text.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase()) }, ...rest];
}

/**
 * A style's note is a sentence of its own; inside the author's footnote it may be part of one. After words that do not end
 * a sentence it goes into parentheses, as pandoc does it, and its full stop goes where the author's sentence goes on.
 */
export function withinSentence(runs: Run[], before: Inline | undefined, after: Inline | undefined): Run[] {
  const follows = after?.type === 'text' && after.text.trim() !== '';
  const goesOn = follows && /^\s*[\p{Ll}\p{Lo}\p{P}]/u.test(after.text);
  const insideSentence =
    before?.type === 'text' && /[\p{L}\p{N}”’»")\]]\s*$/u.test(before.text) && !/[.!?…]\W*$/u.test(before.text);
  if (!insideSentence) return goesOn ? withoutFullStop(runs) : runs;
  const bare = withoutFullStop(runs);
  return [{ text: '(' }, ...bare, { text: goesOn ? ')' : ').' }];
}

function withoutFullStop(runs: Run[]): Run[] {
  const last = runs.at(-1);
  if (!last?.text.endsWith('.')) return runs;
  return [...runs.slice(0, -1), { ...last, text: last.text.slice(0, -1) }].filter((run) => run.text !== '');
}
