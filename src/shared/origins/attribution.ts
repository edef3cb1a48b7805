/**
 * Whom a passage names as where it has its words from: "according to the ministry", "Northern Wire reported". '' if nobody. English only;
 * a hint to a person, so it takes what stands after the words up to the next sign.
 */
export function attributionOf(text: string): string {
  const match =
    /\b(?:according to|as reported by|citing|quoting|quoted by|as told to)\s+([^,;:.()“”"]{2,120})/iu.exec(text) ??
    /\b((?:[\p{Lu}][\p{L}’'-]*\s){1,5})(?:reported|has reported|first reported)\b/u.exec(text);
  return (match?.[1] ?? '').trim();
}
