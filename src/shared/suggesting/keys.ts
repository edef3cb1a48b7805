import { fold } from '../search/fold';

/** Names the content of a suggestion, so that it is known again: its kind and its words, folded and without punctuation. */
export function keyOf(kind: 'actor' | 'quotation' | 'statement' | 'event', ...content: readonly string[]): string {
  const normalised = content.map((part) =>
    fold(part.slice(0, 600))
      .replace(/[^\p{L}\p{N}/.~?%-]+/gu, ' ')
      .trim(),
  );
  return `${kind}:${normalised.join('|')}`;
}
