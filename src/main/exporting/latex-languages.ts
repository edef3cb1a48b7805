import { inLanguageOf, languageOf, type ByLanguage } from '../../shared/citing/by-language';
import { foreignText, rtlLanguage } from './direction';

/** What babel calls the languages that memos are mostly written in, and those that it has data for by other names than English does. */
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

/** Further languages that babel has data for: only blocks that are said to be in them are set by their rules. */
const otherNames: Readonly<Record<string, string>> = {
  be: 'belarusian',
  bg: 'bulgarian',
  ca: 'catalan',
  ckb: 'centralkurdish',
  cs: 'czech',
  cy: 'welsh',
  da: 'danish',
  el: 'greek',
  et: 'estonian',
  eu: 'basque',
  fi: 'finnish',
  ga: 'irish',
  gl: 'galician',
  hr: 'croatian',
  hu: 'hungarian',
  hy: 'armenian',
  id: 'indonesian',
  is: 'icelandic',
  ka: 'georgian',
  la: 'latin',
  lt: 'lithuanian',
  lv: 'latvian',
  mk: 'macedonian',
  nb: 'norwegianbokmal',
  nn: 'norwegiannynorsk',
  no: 'norwegianbokmal',
  ps: 'pashto',
  ro: 'romanian',
  sk: 'slovak',
  sl: 'slovenian',
  sq: 'albanian',
  sr: 'serbian',
  sv: 'swedish',
  ur: 'urdu',
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

/** What babel calls a language that a block is said to be in; null where it has no data for it. */
function saidName(tag: string): string | null {
  const language = languageOf(tag);
  if (Object.hasOwn(babelNames, language)) return mainLanguage(tag);
  return Object.hasOwn(otherNames, language) ? (otherNames[language] ?? null) : null;
}

interface SaidRun {
  text: string;
  language?: string | undefined;
}

/** The language of a text that is said to be in another than the memo's, or runs the other way; null where it is the memo's own. */
export function foreignLanguage({ text, language }: SaidRun, locale: string): string | null {
  const said = language === undefined ? null : saidName(language);
  if (said !== null && /\p{L}/u.test(text)) return said === mainLanguage(locale) ? null : said;
  const foreign = foreignText(text, locale);
  return foreign && inLanguageOf(foreign.language, babelNames);
}

/** The environment of a paragraph in another language; see `languageCommands`. */
export const environmentOf = (language: string): string => `in${language}`;

/**
 * The commands that set up languages and fonts.
 * @param text everything that will be typeset, of the sources too
 * @param said tags of the languages that blocks are said to be in
 */
export function languageCommands(locale: string, text: string, said: readonly string[]): string[] {
  const main = mainLanguage(locale);
  const named = saidNames(said, main);
  const letters = rtlLanguages(main, text, named).filter((language) => language !== main);
  const others = [...new Set([...letters, ...named])];
  const rtl = [main, ...others].filter((language) => rtlNames.has(language));
  return [
    ...babel(main),
    // Letters of a language that runs from right to left are set in its font and by its rules wherever they stand.
    ...others.map((name) => `\\babelprovide[import${letters.includes(name) ? ',onchar=ids fonts' : ''}]{${name}}`),
    ...(otherLetters.test(text) ? [firstFont(wideFonts, (font) => `\\setmainfont{${font}}`)] : []),
    ...rtl.map((language) =>
      firstFont(language === 'hebrew' ? hebrewFonts : arabicFonts, (font) =>
        ['rm', 'tt'].map((family) => `\\babelfont[${language}]{${family}}{${font}}`).join(''),
      ),
    ),
    ...new Set([...others, ...(byData.has(main) ? ['english'] : [])].map(environment)),
  ];
}

/** Names of the languages that blocks are said to be in, the memo's own left out. */
function saidNames(said: readonly string[], main: string): string[] {
  return [...new Set(said.flatMap((tag) => saidName(tag) ?? []))].filter((name) => name !== main);
}

/**
 * Has the notes of a memo that runs from left to right do so and be in its language, wherever they are called: most are of sources, in
 * the memo's words. A note in another language says so itself.
 */
export function noteDirection(locale: string, text: string, said: readonly string[]): string[] {
  const main = mainLanguage(locale);
  const isMixed = [...rtlLanguages(main, text, []), ...saidNames(said, main)].some((name) => rtlNames.has(name));
  if (rtlNames.has(main) || !isMixed) return [];
  return [
    '\\makeatletter\\let\\memofntext\\@makefntext\n' +
      `\\renewcommand\\@makefntext[1]{\\pardir TLT\\textdir TLT\\relax\\memofntext{\\foreignlanguage{${main}}{#1}}}` +
      '\\makeatother',
  ];
}

const rtlNames: ReadonlySet<string> = new Set(['arabic', 'persian', 'hebrew', 'urdu', 'pashto', 'centralkurdish']);
const directionOf = (name: string) => (rtlNames.has(name) ? 'TRT' : 'TLT');

/** Paragraphs of a language, with its direction. */
function environment(language: string): string {
  // subtle: not \newenvironment, which pandoc would look into and take the name of the language for a word; and not babel's otherlanguage,
  // after which BibLaTeX asks for another run for ever.
  const direction = directionOf(language);
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

/**
 * The languages whose letters are in a text. In a memo in Arabic letters they are all taken for its language, else for the first that a block
 * is said to be in.
 */
function rtlLanguages(main: string, text: string, said: readonly string[]): string[] {
  const ofMemo = rtlNames.has(main) && main !== 'hebrew';
  const guess = () => inLanguageOf(rtlLanguage(text.replace(/\p{Script=Hebrew}/gu, '')), babelNames);
  const arabic = () => said.find((name) => rtlNames.has(name) && name !== 'hebrew') ?? guess();
  return [
    ...(ofMemo ? [main] : /\p{Script=Arabic}/u.test(text) ? [arabic()] : []),
    ...(main === 'hebrew' || /\p{Script=Hebrew}/u.test(text) ? ['hebrew'] : []),
  ];
}

/**
 * Quotation marks and words of bibliographies in languages for which csquotes and BibLaTeX have none; citations in a block of another language
 * than an English memo's are in English.
 * @param words BibLaTeX's file of the words that its style knows in English
 */
export function languageGaps(locale: string, text: string, said: readonly string[], words: string): string[] {
  const main = mainLanguage(locale);
  const named = saidNames(said, main);
  const gaps = new Set([...rtlLanguages(main, text, named), ...(byData.has(main) ? [main] : [])]);
  const others = named.filter((name) => !gaps.has(name));
  const unknown = others.filter((name) => rtlNames.has(name) || Object.values(otherNames).includes(name));
  return [
    ...[...gaps, ...unknown].map((language) =>
      ['arabic', 'persian', 'azerbaijani'].includes(language)
        ? `\\DeclareQuoteStyle{${language}}{«}{»}{‹}{›}`
        : `\\DeclareQuoteAlias{english}{${language}}`,
    ),
    ...[...gaps, ...(isEnglish.test(main) ? others : unknown)].map(
      (language) => `\\DeclareLanguageMapping{${language}}{${words}}`,
    ),
  ];
}

/** TeX that takes the first font there is; none is an error. */
function firstFont(names: readonly string[], use: (font: string) => string): string {
  return names.reduceRight((rest, name) => `\\IfFontExistsTF{${name}}{${use(name)}}{%\n${rest}}`, '');
}
