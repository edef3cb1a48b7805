/** A locale by the name its speakers call it, "Deutsch (Deutschland)", or in another language; its code where it has no name. */
export function localeName(locale: string, inLanguage = locale): string {
  try {
    const name = new Intl.DisplayNames([inLanguage], { type: 'language', languageDisplay: 'standard' }).of(locale);
    return name ? name.charAt(0).toLocaleUpperCase(inLanguage) + name.slice(1) : locale;
  } catch {
    return locale;
  }
}
