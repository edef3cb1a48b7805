import { archivedWords } from '../../shared/citing/archived-words';
import { languageOf } from '../../shared/citing/by-language';
import type { CslItem } from '../../shared/domain/csl';
import { archivedUrl, archivedUrlKey, bracketedTitle, translatedTitleKey } from '../../shared/sources/beyond-csl';
import { withBracketedTitle } from '../citing/printed-title';
import { babelNames } from '../references/bib/tables';

/**
 * Sources for programs that render the citations themselves, with what CSL has no variable for where those programs print it.
 */
interface Sourced {
  csl: CslItem;
}

/** pandoc: the other title is part of the title. An archived copy has no place there, and stays in `custom`. */
export function forPandoc<T extends Sourced>(source: T): T {
  return { ...source, csl: withBracketedTitle(source.csl, (text) => text) };
}

/** BibLaTeX knows languages by babel's names; a code that has none there would be printed: "in fa-IR". */
function withKnownLanguage(csl: CslItem): CslItem {
  const { language, ...rest } = csl;
  if (language === undefined) return csl;
  const tag = [`${language}`, languageOf(`${language}`)].find((one) => babelNames.some(([known]) => known === one));
  return tag === undefined ? rest : { ...rest, language: tag };
}

/** BibLaTeX prints `titleaddon` after the title and `addendum` at the end of an entry. */
export function forBiblatex<T extends Sourced>(whole: T, locale: string): T {
  const source = { ...whole, csl: withKnownLanguage(whole.csl) };
  const other = bracketedTitle(source.csl);
  const copy = archivedUrl(source.csl);
  if (other === '' && copy === '') return source;
  const {
    [translatedTitleKey]: _title,
    [archivedUrlKey]: _copy,
    ...custom
  } = Object(source.csl.custom) as Record<string, unknown>;
  const words = archivedWords(locale);
  const added = {
    ...(other === '' ? {} : { titleaddon: `[${other}]` }),
    ...(copy === '' ? {} : { addendum: `${words.charAt(0).toUpperCase()}${words.slice(1)} ${copy}` }),
  };
  return { ...source, csl: { ...source.csl, custom: { ...custom, ...added } } };
}
