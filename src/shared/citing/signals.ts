import { inLanguageOf, type ByLanguage } from './by-language';

/** The words before a citation that say how it bears on the sentence: see, see also, compare, for example. */
const signals: ByLanguage<readonly [string, string, string, string]> = {
  en: ['see', 'see also', 'cf.', 'e.g.'],
  ar: ['انظر', 'انظر أيضًا', 'قارن', 'مثلًا'],
  bg: ['вж.', 'вж. също', 'срв.', 'напр.'],
  ca: ['vegeu', 'vegeu també', 'cf.', 'p. ex.'],
  cs: ['viz', 'viz též', 'srov.', 'např.'],
  da: ['se', 'se også', 'jf.', 'f.eks.'],
  de: ['siehe', 'siehe auch', 'vgl.', 'z. B.'],
  el: ['βλ.', 'βλ. επίσης', 'πρβλ.', 'π.χ.'],
  es: ['véase', 'véase también', 'cf.', 'p. ej.'],
  fa: ['نک.', 'نیز نک.', 'قس.', 'مثلاً'],
  fi: ['ks.', 'ks. myös', 'vrt.', 'esim.'],
  fr: ['voir', 'voir aussi', 'cf.', 'p. ex.'],
  he: ['ראו', 'ראו גם', 'השוו', 'למשל'],
  hr: ['vidi', 'vidi i', 'usp.', 'npr.'],
  hu: ['lásd', 'lásd még', 'vö.', 'pl.'],
  it: ['vedi', 'vedi anche', 'cfr.', 'ad es.'],
  nb: ['se', 'se også', 'jf.', 'f.eks.'],
  nl: ['zie', 'zie ook', 'vgl.', 'bijv.'],
  nn: ['sjå', 'sjå òg', 'jf.', 't.d.'],
  pl: ['zob.', 'zob. też', 'por.', 'np.'],
  pt: ['ver', 'ver também', 'cf.', 'p. ex.'],
  ro: ['vezi', 'vezi și', 'cf.', 'de ex.'],
  ru: ['см.', 'см. также', 'ср.', 'напр.'],
  sk: ['pozri', 'pozri aj', 'porov.', 'napr.'],
  sl: ['glej', 'glej tudi', 'prim.', 'npr.'],
  sr: ['види', 'види и', 'уп.', 'нпр.'],
  sv: ['se', 'se även', 'jfr', 't.ex.'],
  tr: ['bkz.', 'ayrıca bkz.', 'krş.', 'örn.'],
  uk: ['див.', 'див. також', 'пор.', 'напр.'],
  zh: ['参见', '另见', '比较', '例如'],
};

/** The signals in the language of a memo; in English where we have none. */
export function citationSignals(locale: string): readonly string[] {
  return inLanguageOf(locale, signals);
}
