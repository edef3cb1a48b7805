import { invisible, makeFolding, type FoldedText } from './clusters';
import { digitForm, letterForms, punctuationForms } from './letters';

export type { FoldedText } from './clusters';

/**
 * The one folding of the app: index, query, Fuse.js lists and highlights all compare text in this form. Compatibility
 * decomposition (Unicode NFKD), lower case, without the marks of alphabetic scripts (marks that carry vowels in Indic
 * scripts and the kana's voicing stay), with letters that people write for one another made one (letters.ts), ASCII
 * digits, straight quotes and dashes, and single spaces. Folding twice changes nothing; nothing throws.
 */
export const letterFolding = makeFolding(foldCluster);

/**
 * The same, with ə read as most romanisations write it, `Aliyev` for `Əliyev`; the one folding reads it as e, as people type
 * it. Whoever looks for letters in a text without a vocabulary to vary (find.ts) looks in both.
 */
export const romanisedFolding = makeFolding((cluster) =>
  foldCluster(cluster.replace(/[əƏǝƎ]/gu, 'a').replace(/[әӘ]/gu, 'а')),
);

/** Folded text, for comparing. */
export function fold(text: string): string {
  return letterFolding.fold(text);
}

/** Folded text with the way back to UTF-16 offsets of the original, for highlighting. */
export function foldWithMap(text: string): FoldedText {
  return letterFolding.foldWithMap(text);
}

const droppedMark =
  /(?![\u3099\u309A])(?=\p{M})[\p{Script=Inherited}\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}]/gu;

function foldCluster(cluster: string): string {
  const visible = cluster.replace(invisible, '').replaceAll('\u0640', '');
  const first = String.fromCodePoint(visible.codePointAt(0) ?? 0x20);
  // subtle: before decomposing too, because ´ and ʹ decompose to a space and a mark, or to something else again.
  const punctuation = punctuationForms.get(first);
  const rest = visible.slice(first.length);
  if (punctuation !== undefined) return punctuation + foldLetters(rest);
  return foldLetters(visible);
}

function foldLetters(text: string): string {
  let folded = '';
  const decomposed = text.normalize('NFKD').toLowerCase().normalize('NFKD').replace(droppedMark, '');
  for (const character of decomposed) {
    folded +=
      letterForms.get(character) ??
      punctuationForms.get(character) ??
      digitForm(character) ??
      (/[\s\p{Cc}\u061C\u180E\u200B-\u200F\u202A-\u202E\u2060-\u206F\uFEFF\u0640]/u.test(character)
        ? foldBlank(character)
        : character);
  }
  return folded;
}

function foldBlank(character: string): string {
  return /[\s\p{Cc}]/u.test(character) && character !== '\uFEFF' ? ' ' : '';
}
