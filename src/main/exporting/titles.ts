import type { PreparedTitles } from './prepared';

interface Words {
  bibliography: string;
  references: string;
  notes: string;
  contents: string;
  summary: string;
  skip: string;
  back: string;
}

const words: Record<string, Words> = {
  en: {
    bibliography: 'Bibliography',
    references: 'References',
    notes: 'Notes',
    contents: 'Contents',
    summary: 'Summary',
    skip: 'Skip to the text',
    back: 'Back to the text',
  },
  de: {
    bibliography: 'Literaturverzeichnis',
    references: 'Literaturverzeichnis',
    notes: 'Anmerkungen',
    contents: 'Inhalt',
    summary: 'Zusammenfassung',
    skip: 'Zum Text springen',
    back: 'Zurück zum Text',
  },
  fr: {
    bibliography: 'Bibliographie',
    references: 'Références',
    notes: 'Notes',
    contents: 'Table des matières',
    summary: 'Résumé',
    skip: 'Aller au texte',
    back: 'Retour au texte',
  },
  es: {
    bibliography: 'Bibliografía',
    references: 'Referencias',
    notes: 'Notas',
    contents: 'Índice',
    summary: 'Resumen',
    skip: 'Ir al texto',
    back: 'Volver al texto',
  },
  pt: {
    bibliography: 'Bibliografia',
    references: 'Referências',
    notes: 'Notas',
    contents: 'Índice',
    summary: 'Resumo',
    skip: 'Ir para o texto',
    back: 'Voltar ao texto',
  },
  it: {
    bibliography: 'Bibliografia',
    references: 'Riferimenti',
    notes: 'Note',
    contents: 'Indice',
    summary: 'Sommario',
    skip: 'Vai al testo',
    back: 'Torna al testo',
  },
  nl: {
    bibliography: 'Bibliografie',
    references: 'Literatuur',
    notes: 'Noten',
    contents: 'Inhoud',
    summary: 'Samenvatting',
    skip: 'Naar de tekst',
    back: 'Terug naar de tekst',
  },
  pl: {
    bibliography: 'Bibliografia',
    references: 'Bibliografia',
    notes: 'Przypisy',
    contents: 'Spis treści',
    summary: 'Streszczenie',
    skip: 'Przejdź do tekstu',
    back: 'Wróć do tekstu',
  },
  ru: {
    bibliography: 'Библиография',
    references: 'Список литературы',
    notes: 'Примечания',
    contents: 'Содержание',
    summary: 'Аннотация',
    skip: 'Перейти к тексту',
    back: 'Назад к тексту',
  },
  uk: {
    bibliography: 'Бібліографія',
    references: 'Список літератури',
    notes: 'Примітки',
    contents: 'Зміст',
    summary: 'Анотація',
    skip: 'Перейти до тексту',
    back: 'Назад до тексту',
  },
  tr: {
    bibliography: 'Kaynakça',
    references: 'Kaynakça',
    notes: 'Notlar',
    contents: 'İçindekiler',
    summary: 'Özet',
    skip: 'Metne geç',
    back: 'Metne dön',
  },
  ar: {
    bibliography: 'قائمة المراجع',
    references: 'المراجع',
    notes: 'الهوامش',
    contents: 'المحتويات',
    summary: 'الملخص',
    skip: 'انتقل إلى النص',
    back: 'العودة إلى النص',
  },
  fa: {
    bibliography: 'کتاب‌نامه',
    references: 'منابع',
    notes: 'یادداشت‌ها',
    contents: 'فهرست',
    summary: 'چکیده',
    skip: 'رفتن به متن',
    back: 'بازگشت به متن',
  },
};

/** Headings that an export adds, in the memo's language, English where we have no words. APA and its like say "References". */
export function listTitles(locale: string, noteStyle: boolean): PreparedTitles {
  const language = locale.split(/[-_]/)[0]?.toLowerCase() ?? '';
  const found = words[Object.hasOwn(words, language) ? language : 'en'];
  if (!found) throw new Error('English titles are missing.');
  const { bibliography, references, ...rest } = found;
  return { ...rest, bibliography: noteStyle ? bibliography : references };
}
