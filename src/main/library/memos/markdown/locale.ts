import { languageOf } from '../../../../shared/citing/by-language';
import { otherLanguage } from '../../../../shared/domain/language';
import { nearestLocale } from '../../../citing/styles';

/** The locale of a memo whose file says that it is in a language; null where that is the usual one's, or one in which nothing can be cited. */
export function memoLocale(language: string, usual: string): string | null {
  if (otherLanguage(language === '' ? undefined : language, usual) === null) return null;
  const nearest = nearestLocale(language);
  return languageOf(nearest) === languageOf(language) ? nearest : null;
}
