import { languageOf } from '../../shared/citing/by-language';
import { directionalRuns, localeDirection, rtlLanguage, type Direction } from './direction';

export interface LanguageRun {
  text: string;
  direction: Direction;
  /** BCP 47; null where it is the memo's own, as far as the letters tell. */
  language: string | null;
}

/** Letters that tell a language from the memo's. The first that fits a stretch of letters names it. */
const scripts: readonly [RegExp, string, string][] = [
  [/\p{Script=Cyrillic}/u, 'ru', 'be bg kk ky mk mn ru sr tg tt uk'],
  [/\p{Script=Greek}/u, 'el', 'el'],
  [/\p{Script=Armenian}/u, 'hy', 'hy'],
  [/\p{Script=Georgian}/u, 'ka', 'ka'],
  [/\p{Script=Hangul}/u, 'ko', 'ko'],
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/u, 'ja', 'ja'],
  [/\p{Script=Han}/u, 'zh', 'ja zh'],
];

/**
 * The text in stretches of one direction and one language, so that a word processor checks the spelling of each by the right
 * dictionary. Where a text is in a language of the same script, its letters are taken for that.
 * @param said the language of its block, where that is not the memo's
 */
export function languageRuns(text: string, locale: string, said?: string): LanguageRun[] {
  const own = languageOf(said ?? locale);
  const isRtl = said !== undefined && localeDirection(said) === 'rtl';
  return directionalRuns(text).flatMap(({ text: stretch, direction }): LanguageRun[] => {
    if (direction === 'rtl') {
      const told = rtlLanguage(stretch);
      return [{ text: stretch, direction, language: isRtl && (told === 'he') === (own === 'he') ? said : told }];
    }
    const runs = scriptRuns(stretch, own);
    // Latin names among right-to-left words are not in their language.
    return runs.map((run) => ({ ...run, language: run.language ?? (isRtl ? null : (said ?? null)), direction }));
  });
}

function scriptRuns(text: string, own: string): { text: string; language: string | null }[] {
  const runs: { text: string; language: string | null }[] = [];
  let neutral = '';
  for (const letter of text) {
    const last = runs.at(-1);
    if (!/\p{L}/u.test(letter)) {
      if (last) last.text += letter;
      else neutral += letter;
      continue;
    }
    const language = letterLanguage(letter, own);
    if (last && last.language === language) last.text += letter;
    else {
      runs.push({ text: neutral + letter, language });
      neutral = '';
    }
  }
  return neutral === '' ? runs.map(ukrainian) : [{ text: neutral, language: null }];
}

function letterLanguage(letter: string, own: string): string | null {
  const found = letter > '\u024F' ? scripts.find(([script]) => script.test(letter)) : undefined;
  return found && !found[2].split(' ').includes(own) ? found[1] : null;
}

function ukrainian<T extends { text: string; language: string | null }>(run: T): T {
  return run.language === 'ru' && /[іїєґІЇЄҐ]/u.test(run.text) ? { ...run, language: 'uk' } : run;
}
