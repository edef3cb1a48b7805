/** A menu asked for by typing. */
export interface TypedMatch {
  /** All that was typed for it, the sign included. */
  typed: string;
  query: string;
}

/** `@` at the start of a word, then up to four words: "@ivo mar". */
export function matchAt(text: string): TypedMatch | null {
  return match(text, /(?:^|[\s([“‘"'–—])(@((?:[^@\s]+(?: [^@\s]+){0,3} ?)?))$/u);
}

/** `/` at the start of a word: "/table". */
export function matchSlash(text: string): TypedMatch | null {
  return match(text, /(?:^|\s)(\/([^\s/]{0,20}(?: [^\s/]{0,20})?))$/u);
}

function match(text: string, pattern: RegExp): TypedMatch | null {
  const [, typed, query] = pattern.exec(text) ?? [];
  return typed === undefined ? null : { typed, query: query ?? '' };
}
