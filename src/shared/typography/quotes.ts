/** The four marks of a language: double and single, each opening and closing. French ones come with their spaces. */
export type QuotationMarks = readonly [open: string, close: string, openSingle: string, closeSingle: string];

const nnbsp = '\u202F';
const english: QuotationMarks = ['“', '”', '‘', '’'];
const german: QuotationMarks = ['„', '“', '‚', '‘'];
const swiss: QuotationMarks = ['«', '»', '‹', '›'];
const romance: QuotationMarks = ['«', '»', '“', '”'];
const russian: QuotationMarks = ['«', '»', '„', '“'];
const polish: QuotationMarks = ['„', '”', '‚', '’'];
const nordic: QuotationMarks = ['”', '”', '’', '’'];

/** By language, or language and region where a region differs. After the quotation marks that CLDR gives for each. */
const byLocale: Readonly<Record<string, QuotationMarks>> = {
  en: english,
  nl: english,
  pt: english,
  'pt-PT': romance,
  tr: english,
  az: english,
  ko: english,
  zh: english,
  vi: english,
  id: english,
  hi: english,
  de: german,
  'de-CH': swiss,
  'de-LI': swiss,
  cs: german,
  sk: german,
  sl: german,
  bg: ['„', '“', '’', '’'],
  et: ['„', '“', '«', '»'],
  lt: german,
  lv: english,
  is: german,
  sr: ['„', '“', '’', '’'],
  mk: german,
  sq: ['«', '»', '“', '”'],
  fr: [`«${nnbsp}`, `${nnbsp}»`, '“', '”'],
  'fr-CH': [`«${nnbsp}`, `${nnbsp}»`, `‹${nnbsp}`, `${nnbsp}›`],
  it: romance,
  'it-CH': swiss,
  es: romance,
  ca: romance,
  gl: romance,
  eu: swiss,
  el: romance,
  hy: ['«', '»', '“', '”'],
  ka: ['„', '“', '“', '”'],
  ru: russian,
  uk: ['«', '»', '„', '“'],
  be: russian,
  kk: english,
  nb: ['«', '»', '‘', '’'],
  nn: ['«', '»', '‘', '’'],
  no: ['«', '»', '‘', '’'],
  da: english,
  sv: nordic,
  fi: nordic,
  he: nordic,
  pl: polish,
  hr: polish,
  bs: polish,
  hu: ['„', '”', '»', '«'],
  ro: ['„', '”', '«', '»'],
  ar: ['«', '»', '‹', '›'],
  fa: ['«', '»', '‹', '›'],
};

/** The quotation marks of a locale; null for languages whose marks are not typed with these keys. */
export function quotationMarks(locale: string): QuotationMarks | null {
  const [language = '', ...rest] = locale.split('-');
  const region = rest.find((part) => /^[A-Z]{2}$/.test(part));
  const own = (key: string) => (Object.hasOwn(byLocale, key) ? byLocale[key] : undefined);
  return own(`${language}-${region}`) ?? own(language) ?? null;
}
