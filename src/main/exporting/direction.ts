import { languageOf } from '../../shared/citing/by-language';

/** Direction and language of text by its letters. Unicode Standard Annex 9, rules P2 and P3: the first strong letter decides. */
export type Direction = 'ltr' | 'rtl';

const rtlLetters =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u;
const rtlLanguages = /^(ar|fa|he|iw|ur|ps|ckb|sd|ug|yi|dv|syr|az-Arab|ku-Arab)(-|$)/i;

/** Direction in which a language is written, by its BCP 47 tag. */
export function localeDirection(locale: string): Direction {
  return rtlLanguages.test(locale) ? 'rtl' : 'ltr';
}

/** Direction of a paragraph: that of its first letter. */
export function mainDirection(text: string): Direction {
  for (const letter of text) if (/\p{L}/u.test(letter)) return rtlLetters.test(letter) ? 'rtl' : 'ltr';
  return 'ltr';
}

/** The text in stretches of one direction. What has none (digits, spaces, points) stays with what stands before it. */
export function directionalRuns(text: string): { text: string; direction: Direction }[] {
  const runs: { text: string; direction: Direction }[] = [];
  let neutral = '';
  for (const letter of text) {
    const direction = rtlLetters.test(letter) ? 'rtl' : /\p{L}/u.test(letter) ? 'ltr' : null;
    const last = runs.at(-1);
    if (direction === null) {
      if (last) last.text += letter;
      else neutral += letter;
    } else if (last?.direction === direction) last.text += letter;
    else {
      runs.push({ text: neutral + letter, direction });
      neutral = '';
    }
  }
  if (neutral !== '') runs.push({ text: neutral, direction: 'ltr' });
  return runs;
}

/** The language of right-to-left text, as well as its letters tell: Hebrew, Persian or Arabic. */
export function rtlLanguage(text: string): 'he' | 'fa' | 'ar' {
  if (/\p{Script=Hebrew}/u.test(text)) return 'he';
  return /[پچژگکی]/u.test(text) ? 'fa' : 'ar';
}

/**
 * The direction and language of a text in another language than its memo's: the one that the author said, or else, where it runs the other
 * way or is in Hebrew letters instead of Arabic ones or the other way round, what its letters tell. Null where both are the memo's. What has no
 * letters, such as a year, runs as the memo does.
 * @param said the author's own
 */
export function foreignText(
  text: string,
  locale: string,
  said: { direction?: Direction | undefined; language?: string | undefined } = {},
): { direction: Direction; language: string } | null {
  const { direction = mainDirection(text), language: own } = said;
  if (!/\p{L}/u.test(text)) return null;
  if (own !== undefined) return { direction, language: own };
  const memo = localeDirection(locale);
  const main = languageOf(locale);
  if (direction === 'ltr') return memo === 'rtl' ? { direction, language: 'en' } : null;
  const language = rtlLetters.test(text) ? rtlLanguage(text) : main;
  return memo === 'rtl' && (language === 'he') === (main === 'he') ? null : { direction, language };
}
