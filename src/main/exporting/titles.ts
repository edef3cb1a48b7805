import type { PreparedTitles } from './prepared';

interface Words {
  bibliography: string;
  references: string;
  notes: string;
  contents: string;
  summary: string;
}

const words: Record<string, Words> = {
  en: {
    bibliography: 'Bibliography',
    references: 'References',
    notes: 'Notes',
    contents: 'Contents',
    summary: 'Summary',
  },
  de: {
    bibliography: 'Literaturverzeichnis',
    references: 'Literaturverzeichnis',
    notes: 'Anmerkungen',
    contents: 'Inhalt',
    summary: 'Zusammenfassung',
  },
  fr: {
    bibliography: 'Bibliographie',
    references: 'Références',
    notes: 'Notes',
    contents: 'Table des matières',
    summary: 'Résumé',
  },
  es: {
    bibliography: 'Bibliografía',
    references: 'Referencias',
    notes: 'Notas',
    contents: 'Índice',
    summary: 'Resumen',
  },
  pt: {
    bibliography: 'Bibliografia',
    references: 'Referências',
    notes: 'Notas',
    contents: 'Índice',
    summary: 'Resumo',
  },
  it: {
    bibliography: 'Bibliografia',
    references: 'Riferimenti',
    notes: 'Note',
    contents: 'Indice',
    summary: 'Sommario',
  },
  nl: {
    bibliography: 'Bibliografie',
    references: 'Literatuur',
    notes: 'Noten',
    contents: 'Inhoud',
    summary: 'Samenvatting',
  },
  pl: {
    bibliography: 'Bibliografia',
    references: 'Bibliografia',
    notes: 'Przypisy',
    contents: 'Spis treści',
    summary: 'Streszczenie',
  },
  ru: {
    bibliography: 'Библиография',
    references: 'Список литературы',
    notes: 'Примечания',
    contents: 'Содержание',
    summary: 'Аннотация',
  },
  uk: {
    bibliography: 'Бібліографія',
    references: 'Список літератури',
    notes: 'Примітки',
    contents: 'Зміст',
    summary: 'Анотація',
  },
  tr: { bibliography: 'Kaynakça', references: 'Kaynakça', notes: 'Notlar', contents: 'İçindekiler', summary: 'Özet' },
  ar: {
    bibliography: 'قائمة المراجع',
    references: 'المراجع',
    notes: 'الهوامش',
    contents: 'المحتويات',
    summary: 'الملخص',
  },
  fa: { bibliography: 'کتاب‌نامه', references: 'منابع', notes: 'یادداشت‌ها', contents: 'فهرست', summary: 'چکیده' },
};

/** Headings that an export adds, in the memo's language, English where we have no words. APA and its like say "References". */
export function listTitles(locale: string, noteStyle: boolean): PreparedTitles {
  const language = locale.split(/[-_]/)[0]?.toLowerCase() ?? '';
  const found = words[Object.hasOwn(words, language) ? language : 'en'];
  if (!found) throw new Error('English titles are missing.');
  const { bibliography, references, ...rest } = found;
  return { ...rest, bibliography: noteStyle ? bibliography : references };
}
