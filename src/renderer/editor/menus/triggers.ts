import type { MenuTextMatch } from '@lexical/react/LexicalTypeaheadMenuPlugin';

/** `@` at the start of a word, then up to four words: "@ivo mar". */
export function matchAt(text: string): MenuTextMatch | null {
  return match(text, /(?:^|[\s(\[“‘"'–—])(@((?:[^@\s]+(?: [^@\s]+){0,3} ?)?))$/u);
}

/** `/` at the start of a word: "/table". */
export function matchSlash(text: string): MenuTextMatch | null {
  return match(text, /(?:^|\s)(\/([^\s/]{0,20}(?: [^\s/]{0,20})?))$/u);
}

function match(text: string, pattern: RegExp): MenuTextMatch | null {
  const found = pattern.exec(text);
  if (!found) return null;
  const [, replaceable = '', query = ''] = found;
  return { leadOffset: text.length - replaceable.length, matchingString: query, replaceableString: replaceable };
}
