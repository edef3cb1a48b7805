import fc from 'fast-check';
import { itemTypes } from '../../shared/citing/item-types';
import { edtfToCslDate } from '../../shared/dates/csl-date';
import { cslDateFields, cslNameFields, type CslDate, type CslItem, type CslName } from '../../shared/domain/csl';
import type { Reference } from '../../shared/domain/references';

/** Made-up references for property tests, in the form in which our readers leave them. */

const words = fc.stringMatching(/^[A-ZÄÉŠ][a-zäéš]{1,8}$/u);
const letters = fc.constantFrom(
  'Tarn',
  'Əliköy',
  'Рубеж',
  'Ölüdere',
  'بحران',
  'Ångström',
  'Nō',
  'O’Dell',
  'Łódzka',
  'X-ray',
  '100 %',
  'A & B',
  '#4',
  'a_b',
  '$5',
  '~',
  '"so"',
  'C:\\x',
  '{b}',
  '[c]',
  '<d>',
  '--',
  '—',
  '…',
  '‘q’',
  '^',
  "it's",
  'é',
  'ß',
  'œ',
  '½',
  '10°',
  '@x',
  'and',
  'é\u0301'.normalize('NFC'),
  "''",
  '``',
  '!`',
  'fi',
);

/** What means something in TeX, BibTeX or RIS, alone, doubled and inside words. */
export const hostileSigns = [
  '{',
  '}',
  '{}',
  '}{',
  '\\',
  '\\\\',
  '\\{',
  '\\}',
  '#',
  '&',
  '%',
  '~',
  '^',
  '_',
  '$',
  '$x$',
  '\\textbf{y}',
  '\\"o',
  '"',
  '@',
  '=',
  '[',
  ']',
  '<',
  '>',
  '|',
  '`',
  "''",
  '--',
  '---',
  'a_b^c',
  '50%',
  'R&D',
  '#1',
  '#{}',
  '\\Esc',
];
const sign = fc.constantFrom(...hostileSigns);
const phrase = fc
  .array(fc.oneof(words, letters, fc.constantFrom(...hostileSigns)), { minLength: 1, maxLength: 6 })
  .map((parts) => `T${parts.join(' ')}`);
/** Words that begin with a letter, with hostile signs between and inside them. */
const hostileWords = (first: string) =>
  fc
    .array(
      fc.oneof(
        words,
        letters,
        sign,
        sign.map((text) => `n${text}n`),
      ),
      { minLength: 1, maxLength: 4 },
    )
    .map((parts) => `${first}${parts.join(' ')}`.replaceAll(',', ''));

const plainFamily = fc.constantFrom(
  'Vell',
  'Orr-Dane',
  'Əliyev',
  'Петров',
  'O’Dell',
  'Kim',
  'Şahın',
  'Müller',
  'رضایی',
);
const plainGiven = fc.constantFrom('Ada', 'J. R.', 'Ən Ba', 'Иван И.', 'Jean-Luc', 'محمد', 'L’or');
const family = fc.oneof(
  { weight: 3, arbitrary: plainFamily },
  sign.map((text) => `V${text}ll`),
);
const given = fc.oneof(
  { weight: 3, arbitrary: plainGiven },
  sign.map((text) => `A${text}da`),
);
const person: fc.Arbitrary<CslName> = fc
  .record(
    {
      family,
      given,
      'non-dropping-particle': fc.constantFrom('van der', 'de', 'bin'),
      'dropping-particle': fc.constantFrom('von', 'ten'),
      suffix: fc.constantFrom('Jr.', 'III'),
    },
    { requiredKeys: ['family', 'given'] },
  )
  .map((name) => name as CslName);
const name: fc.Arbitrary<CslName> = fc.oneof(
  { weight: 4, arbitrary: person },
  hostileWords('Office').map((literal): CslName => ({ literal })),
  fc.constantFrom<CslName>(
    { literal: 'Ministry of Waterways' },
    { literal: 'Rock and Sand, Ltd' },
    { literal: 'UNDP' },
    { literal: 'Центр' },
    { literal: 'R & D {Lab}' },
    { family: 'Plato' },
  ),
);

const date: fc.Arbitrary<CslDate> = fc
  .oneof(
    fc.constantFrom(
      '2023',
      '2023-04',
      '2023-04-18',
      '2019~',
      '2023-21',
      '2023-24',
      '2019/2021',
      '2020-03/2021-04-05',
      '199X',
      '19XX',
      '2021/..',
      '0850',
      '-0043',
    ),
    fc
      .date({ min: new Date('1500-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
      .map((day) => day.toISOString().slice(0, 10)),
  )
  .map((edtf) => edtfToCslDate(edtf) as CslDate);
const dateOrWords = fc.oneof({ weight: 9, arbitrary: date }, fc.constant<CslDate>({ literal: 'forthcoming' }));

const particular: Record<string, fc.Arbitrary<string>> = {
  page: fc.constantFrom('44-61', '7', 'e12', 'S3-S9', 'iv-xi', '3, 5-9'),
  'number-of-pages': fc.constantFrom('320', 'xii, 300 p.'),
  ISBN: fc.constantFrom('978-0-306-40615-7', '0306406152'),
  ISSN: fc.constantFrom('1234-5679', '0000-006X'),
  DOI: fc.constantFrom('10.1234/oq.2022.44', '10.5555/a(b)<c>_d;e', '10.1000/%25x#y'),
  URL: fc.constantFrom('https://tarn.example/a?b=1&c=%20x#d_e', 'http://x.example/~y/z', 'mailto:a@b.example'),
  language: fc.constantFrom('en', 'en-GB', 'az', 'fa', 'de-AT', 'ru'),
  volume: fc.constantFrom('12', 'IV', '3A'),
  issue: fc.constantFrom('3', '1-2'),
  number: fc.constantFrom('7', 'WP/04-B'),
  edition: fc.constantFrom('2', 'Third'),
  'collection-number': fc.constantFrom('5', 'B 2'),
  'chapter-number': fc.constantFrom('9'),
  // "Thesis" and "Report" alone are what a type says by itself.
  genre: fc.constantFrom('PhD thesis', 'Working paper', 'Tweet'),
};

function valueOf(key: string): fc.Arbitrary<unknown> {
  if ((cslNameFields as readonly string[]).includes(key)) return fc.array(name, { minLength: 1, maxLength: 3 });
  if ((cslDateFields as readonly string[]).includes(key)) return dateOrWords;
  return particular[key] ?? phrase;
}

/** A source of any type with some of the fields that its form has. */
const item: fc.Arbitrary<CslItem> = fc.constantFrom(...itemTypes).chain(({ type, fields, roles }) => {
  const keys = [...fields.map(({ key }) => key), ...roles.map(({ key }) => key)];
  const record = Object.fromEntries(keys.map((key) => [key, valueOf(key)]));
  return fc
    .tuple(fc.record(record, { requiredKeys: ['title'] }), fc.nat(9))
    .map(([values, dice]) => nested({ type, ...values, ...(dice === 0 ? ownPublisher(values) : {}) }));
});

/** A form's `custom.…` fields as CSL-JSON holds them. */
function nested(values: Record<string, unknown>): CslItem {
  const entries = Object.entries(values);
  const custom = entries.filter(([key]) => key.startsWith('custom.'));
  const own = Object.fromEntries(entries.filter(([key]) => !key.startsWith('custom.')));
  const inside = Object.fromEntries(custom.map(([key, value]) => [key.slice('custom.'.length), value]));
  return (custom.length === 0 ? own : { ...own, custom: inside }) as CslItem;
}

/** A site that publishes itself: two fields that say the same. */
function ownPublisher(values: Record<string, unknown>): Record<string, unknown> {
  const { publisher, 'container-title': site } = values;
  return publisher === undefined || site === undefined ? {} : { publisher: site };
}

const tag = fc.constantFrom('trade', 'Black Sea', 'вода', 'R&D', '50 %', '#{}', 'a_b^c~', 'C:\\x', '$5');

/** At most one note and no collections: what most formats hold. */
export const reference: fc.Arbitrary<Reference> = fc.record({
  citationKey: fc.constantFrom('vell2023', 'orr_2020:a', 'Kim-1999', 'петров2001'),
  csl: item,
  tags: fc.uniqueArray(tag, { maxLength: 3 }),
  notes: fc.array(phrase, { maxLength: 1 }),
  collections: fc.constant([]),
});
