import fc from 'fast-check';
import type { CitationCluster, RenderedCitations } from '../../shared/citing/types';
import type { CslItem } from '../../shared/domain/csl';
import type { CitationItem } from '../../shared/memo/document';
import { runsText } from './markup';

/** Styles of every class that citeproc treats in a way of its own, each in a locale. */
export const judgedStyles: readonly { style: string; locale: string; why: string }[] = [
  { style: 'chicago-notes', locale: 'en-GB', why: 'full notes, then short ones; titles that disambiguate' },
  { style: 'chicago-notes-ibid', locale: 'de-DE', why: 'ibid.' },
  { style: 'mhra', locale: 'en-GB', why: 'notes; given names by cite' },
  { style: 'oscola', locale: 'en-GB', why: 'short forms that name an earlier note, disambiguated: rendered whole' },
  { style: 'mcgill-en', locale: 'en-US', why: 'notes near by, supra notes' },
  { style: 'iso690-full-note-with-ibid-ro', locale: 'ro-RO', why: 'full notes with ibid.' },
  { style: 'medical-history', locale: 'en-GB', why: 'notes sorted within; no bibliography' },
  { style: 'zeitschrift-fur-theologie-und-kirche', locale: 'de-DE', why: 'notes with collapsed years' },
  { style: 'apa', locale: 'en-US', why: 'given names of first authors with initials, year letters, collapsed years' },
  { style: 'chicago-author-date', locale: 'fr-FR', why: 'given names of first authors' },
  { style: 'mla', locale: 'en-US', why: 'titles disambiguate in the text' },
  { style: 'harvard', locale: 'en-GB', why: 'given names by cite, years' },
  { style: 'american-sociological-association', locale: 'en-US', why: 'et al. in subsequent citations' },
  { style: 'american-statistical-association', locale: 'en-US', why: 'collapsed year letters' },
  { style: 'who-europe-harvard', locale: 'en-GB', why: 'ranges of year letters' },
  { style: 'harvard-leeds-beckett-university', locale: 'en-GB', why: 'initials of all names' },
  { style: 'zeitschrift-fur-fantastikforschung', locale: 'de-DE', why: 'positions and titles in the text' },
  { style: 'vancouver', locale: 'en-US', why: 'numbers, collapsed' },
  { style: 'ieee', locale: 'es-ES', why: 'numbers' },
  { style: 'din-1505-2-alphanumeric', locale: 'de-DE', why: 'labels' },
];

const name = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      family: fc.constantFrom('Vale', 'Vale', 'Okoro', 'Brandt', 'Şahin'),
      given: fc.constantFrom('Mira', 'Mira', 'Marta', 'M.', 'Jon Q.', 'Jon'),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      { family: 'Groot', given: 'Jan', 'non-dropping-particle': 'de' },
      { family: 'Vale', given: '' },
      { literal: 'Ministry of Waterways' },
      { literal: 'Orlan Institute' },
    ),
  },
);
const names = fc.oneof(
  { weight: 3, arbitrary: fc.array(name, { minLength: 1, maxLength: 1 }) },
  { weight: 2, arbitrary: fc.array(name, { minLength: 2, maxLength: 3 }) },
  { weight: 1, arbitrary: fc.array(name, { minLength: 4, maxLength: 8 }) },
);
const year = fc.constantFrom(2021, 2021, 2021, 2022, -40);
const types = [
  'book',
  'article-journal',
  'chapter',
  'webpage',
  'report',
  'article-newspaper',
  'legal_case',
  'thesis',
] as const;

/** Sources made to be mistaken for one another. */
const source: fc.Arbitrary<CslItem> = fc
  .record(
    {
      type: fc.constantFrom(...types),
      title: fc.constantFrom('The Straits', 'The Straits', 'The Straits: A Toll', 'After', 'On “Tolls”', '2 Ports'),
      author: names,
      editor: names,
      issued: year.map((value) => ({ 'date-parts': [[value]] })),
      'container-title': fc.constantFrom('Orlan Quarterly', 'The Straits'),
      publisher: fc.constant('Harbour Press'),
      'publisher-place': fc.constant('Tarn'),
      volume: fc.constantFrom('3', '12'),
      page: fc.constantFrom('4', '44-61', '301–9'),
      URL: fc.constant('https://straits.example/a?b=1&c=2'),
      language: fc.constantFrom('de', 'en'),
    },
    { requiredKeys: ['type', 'title'] },
  )
  .chain((item) =>
    // Most sources have an author and a year.
    fc
      .record({ author: names, issued: year, keep: fc.nat(9) })
      .map(({ author, issued, keep }) => (keep < 6 ? { ...item, author, issued: { 'date-parts': [[issued]] } } : item)),
  );

const sourceIds = Array.from({ length: 9 }, (_, index) => `s${index}`);

const cited: fc.Arbitrary<CitationItem> = fc.record({
  sourceId: fc.constantFrom(...sourceIds, 's0', 's1', 's2', 'gone'),
  label: fc.constantFrom('page' as const, 'page' as const, 'chapter' as const),
  locator: fc.constantFrom('', '', '', '3', '4', '3-5', 'p. 3', 'ch. 2'),
  prefix: fc.constantFrom('', '', '', 'see'),
  suffix: fc.constantFrom('', '', '', 'passim', '.'),
  suppressAuthor: fc.constantFrom(false, false, false, true),
  excerptId: fc.constant(null),
});
/** `apart`: how many notes of the author's own stand between it and the one before; 'same' if both stand in one of those. */
const citation = fc.record({
  items: fc.array(cited, { minLength: 1, maxLength: 4 }),
  apart: fc.constantFrom(0, 0, 0, 0, 2, 7, 'same' as const),
  form: fc.constantFrom(undefined, undefined, undefined, undefined, undefined, 'narrative' as const),
});
type Citation = typeof citation extends fc.Arbitrary<infer T> ? T : never;

const place = fc.constantFrom(0, 0, 0.5, 1);
const edit = fc.oneof(
  fc.record({ kind: fc.constant('insert' as const), place, citation }),
  fc.record({ kind: fc.constant('delete' as const), place }),
  fc.record({ kind: fc.constant('move' as const), place, to: place }),
  fc.record({ kind: fc.constant('change' as const), place, item: cited }),
  fc.record({ kind: fc.constant('source' as const), id: fc.constantFrom(...sourceIds), source }),
  fc.record({ kind: fc.constant('trash' as const), id: fc.constantFrom(...sourceIds) }),
);
type Edit = typeof edit extends fc.Arbitrary<infer T> ? T : never;

/** A memo as far as citations go. */
export interface JudgedMemo {
  citations: (Citation & { id: string })[];
  items: Map<string, CslItem>;
}

/** A memo and what is done to it, one thing after the other. */
export const editedMemo = fc
  .record({
    sources: fc.array(source, { minLength: sourceIds.length, maxLength: sourceIds.length }),
    citations: fc.array(citation, { minLength: 1, maxLength: 14 }),
    edits: fc.array(edit, { minLength: 1, maxLength: 3 }),
  })
  .map(({ sources, citations, edits }) => {
    const items = new Map(sourceIds.map((id, index) => [id, sources[index]!]));
    const states: JudgedMemo[] = [{ citations: citations.map((one, index) => ({ ...one, id: `c${index}` })), items }];
    for (const [index, one] of edits.entries()) states.push(edited(states.at(-1)!, one, `e${index}`));
    return states;
  });

function edited({ citations, items }: JudgedMemo, change: Edit, id: string): JudgedMemo {
  const list = [...citations];
  const at = (where: number) => Math.min(list.length, Math.floor(where * list.length));
  switch (change.kind) {
    case 'insert':
      list.splice(at(change.place), 0, { ...change.citation, id });
      break;
    case 'delete':
      list.splice(Math.min(at(change.place), Math.max(0, list.length - 1)), 1);
      break;
    case 'move': {
      const [moved] = list.splice(Math.min(at(change.place), Math.max(0, list.length - 1)), 1);
      if (moved) list.splice(at(change.to), 0, moved);
      break;
    }
    case 'change': {
      const where = Math.min(at(change.place), list.length - 1);
      const one = list[where];
      if (one) list[where] = { ...one, items: [change.item, ...one.items.slice(1)] };
      break;
    }
    case 'source':
      return { citations: list, items: new Map(items).set(change.id, change.source) };
    case 'trash': {
      const left = new Map(items);
      left.delete(change.id);
      return { citations: list, items: left };
    }
  }
  return { citations: list, items };
}

/** The memo's citations with their notes: in the text, `same` ones stand in a footnote of the author's own. */
export function judgedClusters({ citations }: JudgedMemo, noteStyle: boolean): CitationCluster[] {
  let note = 0;
  return citations.map(({ id, items, apart, form }) => {
    if (apart === 'same') note = Math.max(1, note);
    else if (noteStyle) note += 1 + apart;
    else note += apart;
    return { id, items, form, note: noteStyle || apart === 'same' ? note : 0 };
  });
}

/** What a reader sees of it: words and their looks, citation by citation, and the bibliography. */
export function readable({ citations, bibliography, missing, ...rest }: RenderedCitations): object {
  return {
    ...rest,
    missing: [...missing].sort(),
    citations: citations.map(({ id, runs, author = [] }) => ({
      id,
      text: `${runsText(author)} | ${runsText(runs)}`,
      runs,
      author,
    })),
    bibliography: bibliography.map(({ runs }) => ({ text: runsText(runs), runs })),
  };
}
