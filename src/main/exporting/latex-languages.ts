import { inLanguageOf, type ByLanguage } from '../../shared/citing/by-language';
import { foreignText, rtlLanguage } from './direction';

/** What babel calls the languages that memos are mostly written in. */
const babelNames: ByLanguage<string> = {
  en: 'english',
  de: 'ngerman',
  fr: 'french',
  es: 'spanish',
  pt: 'portuguese',
  it: 'italian',
  nl: 'dutch',
  pl: 'polish',
  ru: 'russian',
  uk: 'ukrainian',
  tr: 'turkish',
  az: 'azerbaijani',
  ar: 'arabic',
  fa: 'persian',
  he: 'hebrew',
};

/** Those that babel reads from its own data: it has no package for them, or one for another engine. */
const byData = new Set(['azerbaijani', 'arabic', 'persian', 'hebrew']);

/** Fonts with the letters of a script, the best first: a text is set in the first that the machine has. */
const arabicFonts = ['Amiri', 'Scheherazade New', 'Noto Naskh Arabic', 'FreeSerif', 'DejaVu Sans'];
// Not Noto's: its Hebrew has no points and brackets.
const hebrewFonts = ['Libertinus Serif', 'Frank Ruehl CLM', 'David CLM', 'FreeSerif', 'DejaVu Sans'];
const wideFonts = ['Libertinus Serif', 'CMU Serif', 'Noto Serif', 'FreeSerif', 'DejaVu Serif'];

/** The language of the memo, as babel calls it. */
export function mainLanguage(locale: string): string {
  if (/^en-GB/i.test(locale)) return 'british';
  if (/^en-US/i.test(locale)) return 'american';
  return inLanguageOf(locale, babelNames);
}

/** The language of a text that runs the other way than the memo; null where it is the memo's own. */
export function foreignLanguage(text: string, locale: string): string | null {
  const foreign = foreignText(text, locale);
  return foreign && inLanguageOf(foreign.language, babelNames);
}

/** The environment of a paragraph in another language; see `languageCommands`. */
export const environmentOf = (language: string): string => `in${language}`;

/**
 * The commands that set up languages and fonts.
 * @param text everything that will be typeset, of the sources too
 */
export function languageCommands(locale: string, text: string): string[] {
  const main = mainLanguage(locale);
  const rtl = rtlLanguages(main, text);
  const others = rtl.filter((language) => language !== main);
  return [
    ...babel(main),
    // Letters of a language are set in its font and by its rules wherever they stand.
    ...others.map((language) => `\\babelprovide[import,onchar=ids fonts]{${language}}`),
    ...(otherLetters.test(text) ? [firstFont(wideFonts, (font) => `\\setmainfont{${font}}`)] : []),
    ...rtl.map((language) =>
      firstFont(language === 'hebrew' ? hebrewFonts : arabicFonts, (font) =>
        ['rm', 'tt'].map((family) => `\\babelfont[${language}]{${family}}{${font}}`).join(''),
      ),
    ),
    ...[...others, ...(byData.has(main) ? ['english'] : [])].map(environment),
  ];
}

/** Paragraphs of a language, with its direction. */
function environment(language: string): string {
  // subtle: not \newenvironment, which pandoc would look into and take the name of the language for a word; and not babel's otherlanguage,
  // after which BibLaTeX asks for another run for ever.
  const direction = language === 'english' ? 'TLT' : 'TRT';
  const begin = `\\par\\begin{otherlanguage*}{${language}}\\pardir ${direction}\\textdir ${direction}\\relax`;
  return `\\NewDocumentEnvironment{${environmentOf(language)}}{}{${begin}}{\\par\\end{otherlanguage*}}`;
}

/** Letters that LaTeX's own fonts do not have. */
const otherLetters = /[^\P{L}\p{Script=Latin}\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Common}]/u;

function babel(main: string): string[] {
  const usual = `\\usepackage[bidi=basic,${main}]{babel}`;
  const fromData = [`\\usepackage[bidi=basic,english]{babel}`, `\\babelprovide[main,import]{${main}}`];
  if (byData.has(main)) return fromData;
  // A TeX without the package of a language does with babel's own data.
  return isEnglish.test(main) ? [usual] : [`\\IfFileExists{${main}.ldf}{${usual}}{${fromData.join('')}}`];
}

const isEnglish = /^(english|british|american)$/;

/** The languages whose letters are in a text. In a memo in Arabic letters they are all taken for its language. */
function rtlLanguages(main: string, text: string): string[] {
  const ofMemo = main === 'persian' || main === 'arabic';
  const arabic = () => inLanguageOf(rtlLanguage(text.replace(/\p{Script=Hebrew}/gu, '')), babelNames);
  return [
    ...(ofMemo ? [main] : /\p{Script=Arabic}/u.test(text) ? [arabic()] : []),
    ...(main === 'hebrew' || /\p{Script=Hebrew}/u.test(text) ? ['hebrew'] : []),
  ];
}

/**
 * Quotation marks and words of bibliographies in languages for which csquotes and BibLaTeX have none.
 * @param words BibLaTeX's file of the words that its style knows in English
 */
export function languageGaps(locale: string, text: string, words: string): string[] {
  const main = mainLanguage(locale);
  const gaps = new Set([...rtlLanguages(main, text), ...(byData.has(main) ? [main] : [])]);
  return [...gaps].flatMap((language) => [
    language === 'arabic' || language === 'persian' || language === 'azerbaijani'
      ? `\\DeclareQuoteStyle{${language}}{«}{»}{‹}{›}`
      : `\\DeclareQuoteAlias{english}{${language}}`,
    `\\DeclareLanguageMapping{${language}}{${words}}`,
  ]);
}

/** TeX that takes the first font there is; none is an error. */
function firstFont(names: readonly string[], use: (font: string) => string): string {
  return names.reduceRight((rest, name) => `\\IfFontExistsTF{${name}}{${use(name)}}{%\n${rest}}`, '');
}
