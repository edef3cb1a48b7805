import { inLanguageOf, type ByLanguage } from './by-language';

/** What stands between an address and that of its archived copy. */
const words: ByLanguage<string> = {
  en: 'archived at',
  ar: 'محفوظ في',
  ca: 'arxivat a',
  cs: 'archivováno na',
  da: 'arkiveret på',
  de: 'archiviert unter',
  el: 'αρχειοθετημένο στο',
  es: 'archivado en',
  fa: 'بایگانی‌شده در',
  fi: 'arkistoitu osoitteessa',
  fr: 'archivé à l’adresse',
  he: 'עותק שמור בכתובת',
  hr: 'arhivirano na',
  hu: 'archiválva:',
  it: 'archiviato in',
  nb: 'arkivert på',
  nl: 'gearchiveerd op',
  nn: 'arkivert på',
  pl: 'zarchiwizowano pod adresem',
  pt: 'arquivado em',
  ro: 'arhivat la',
  ru: 'архивировано по адресу',
  sk: 'archivované na',
  sr: 'архивирано на',
  sv: 'arkiverad på',
  tr: 'arşiv:',
  uk: 'архівовано за адресою',
  zh: '存档于',
};

/** "archived at", in the language of a memo; in English where we have no words. */
export function archivedWords(locale: string): string {
  return inLanguageOf(locale, words);
}
