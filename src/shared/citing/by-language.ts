/** Words, or anything else, by language: "de", "pt". English stands for those that are not there. */
export type ByLanguage<T> = Readonly<Record<string, T>> & { readonly en: T };

/** The language of a locale: "pt" of "pt-BR". */
export function languageOf(locale: string): string {
  return locale.split(/[-_]/)[0]?.toLowerCase() ?? '';
}

/** What there is in the language of a locale; in English where there is nothing. */
export function inLanguageOf<T>(locale: string, table: ByLanguage<T>): T {
  const language = languageOf(locale);
  return (Object.hasOwn(table, language) ? table[language] : undefined) ?? table.en;
}
