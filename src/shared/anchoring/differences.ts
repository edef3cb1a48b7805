import { diffArrays } from 'diff';
import { foldTypography } from './typography';

/** A stretch of two texts compared word by word. `text` is the newer text's where both have it. */
export interface Difference {
  kind: 'same' | 'removed' | 'added';
  text: string;
}

/** A word, white space, or one other character. */
const token = /[\p{L}\p{N}\p{M}\u00AD\u200B-\u200D'’]+|\s+|[^]/gu;
/** Texts that need more words put in and taken out than this have nothing in common worth showing. */
const mostEdits = 1200;

/**
 * Compares two texts word by word. What typesetting changes (quotes, dashes, soft hyphens, white space) is no difference. Joined,
 * what is not `added` has the words of `older`, and what is not `removed` is `newer`.
 */
export function differences(older: string, newer: string): Difference[] {
  const before = tokensOf(older);
  const after = tokensOf(newer);
  const changes = diffArrays(before, after, {
    comparator: (a, b) => a.folded === b.folded,
    maxEditLength: mostEdits,
  });
  if (changes === undefined) {
    return [
      { kind: 'removed', text: older },
      { kind: 'added', text: newer },
    ];
  }
  return joined(
    changes.map(({ value, added, removed }) => ({
      kind: added ? 'added' : removed ? 'removed' : 'same',
      text: value.map(({ text }) => text).join(''),
    })),
  );
}

function tokensOf(text: string): { text: string; folded: string }[] {
  return (text.match(token) ?? []).map((word) => ({ text: word, folded: foldTypography(word) }));
}

/** The space between two replaced words is replaced with them: "two days" for "three weeks" is one difference, not two. */
function joined(parts: readonly Difference[]): Difference[] {
  const result: Difference[] = [];
  let removed = '';
  let added = '';
  const flush = () => {
    if (removed !== '') result.push({ kind: 'removed', text: removed });
    if (added !== '') result.push({ kind: 'added', text: added });
    removed = added = '';
  };
  for (const [index, { kind, text }] of parts.entries()) {
    if (kind === 'removed') removed += text;
    else if (kind === 'added') added += text;
    else if (removed !== '' && added !== '' && index < parts.length - 1 && /^\s+$/u.test(text)) {
      removed += text;
      added += text;
    } else {
      flush();
      result.push({ kind, text });
    }
  }
  flush();
  return result;
}
