import { inLanguageOf, type ByLanguage } from '../../shared/citing/by-language';
import { listTitles, type MemoTitles } from '../../shared/citing/titles';

/** Headings and names that an export adds, in the memo's language. */
export interface PreparedTitles extends MemoTitles {
  /** What links to the text and back to it are called. */
  skip: string;
  back: string;
}

const links: ByLanguage<readonly [skip: string, back: string]> = {
  en: ['Skip to the text', 'Back to the text'],
  de: ['Zum Text springen', 'Zurück zum Text'],
  fr: ['Aller au texte', 'Retour au texte'],
  es: ['Ir al texto', 'Volver al texto'],
  pt: ['Ir para o texto', 'Voltar ao texto'],
  it: ['Vai al testo', 'Torna al testo'],
  nl: ['Naar de tekst', 'Terug naar de tekst'],
  pl: ['Przejdź do tekstu', 'Wróć do tekstu'],
  ru: ['Перейти к тексту', 'Назад к тексту'],
  uk: ['Перейти до тексту', 'Назад до тексту'],
  tr: ['Metne geç', 'Metne dön'],
  ar: ['انتقل إلى النص', 'العودة إلى النص'],
  fa: ['رفتن به متن', 'بازگشت به متن'],
};

/** They are English where we have no words. */
export function exportTitles(locale: string, noteStyle: boolean): PreparedTitles {
  const [skip, back] = inLanguageOf(locale, links);
  return { ...listTitles(locale, noteStyle), skip, back };
}
