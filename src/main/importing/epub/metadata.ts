import type { DomElement } from '../html/dom';
import { parsePage, textOf } from '../html/dom';
import { parsePublicationDate } from '../metadata/dates';
import { noFacts, pushText, type Facts } from '../metadata/facts';
import { cleanLanguage } from '../../../shared/domain/language';
import { parseName, parseNames } from '../metadata/names';
import { cleanDoi } from '../metadata/urls';
import { stated } from './package';

const origin = 'book metadata';

/** What a book's package file says of it, as EPUB 2 writes it in attributes and EPUB 3 in refining elements. */
export function bookFacts(metadata: readonly DomElement[]): Facts {
  const facts = noFacts();
  const refinement = (element: DomElement, property: string) =>
    stated(metadata, 'meta').find(
      ({ element: meta }) =>
        meta.value('property') === property &&
        element.value('id') !== '' &&
        meta.value('refines') === `#${element.value('id')}`,
    )?.text ?? '';
  facts.type.push({ value: 'book', origin });

  const titles = stated(metadata, 'title');
  const kindOf = ({ element }: { element: DomElement }) => refinement(element, 'title-type');
  const main = titles.find((title) => kindOf(title) === 'main') ?? titles[0];
  const subtitle = titles.find((title) => title !== main && kindOf(title) === 'subtitle');
  pushText(facts.title, [main, subtitle].flatMap((title) => title?.text ?? []).join(': '), origin);

  const roleOf = (element: DomElement) => element.value('opf:role') || refinement(element, 'role');
  const authors = stated(metadata, 'creator').filter(({ element }) => ['', 'aut'].includes(roleOf(element)));
  if (authors.length > 0) {
    const names = authors.flatMap(({ text }) => (text.includes(';') ? parseNames(text) : [parseName(text)]));
    facts.authors.push({ value: names.slice(0, 100), origin });
  }
  pushText(facts.publisher, stated(metadata, 'publisher')[0]?.text, origin);
  const dates = stated(metadata, 'date').filter(({ element }) => element.value('opf:event') !== 'modification');
  const dated = dates.find(({ element }) => /publication/u.test(element.value('opf:event'))) ?? dates[0];
  const date = parsePublicationDate(dated?.text ?? '');
  if (date) facts.issued.push({ value: date, origin });
  else if (/^\d{4}$/u.test(dated?.text ?? '')) {
    facts.issued.push({ value: { 'date-parts': [[Number(dated?.text)]] }, origin });
  }
  const language = cleanLanguage(stated(metadata, 'language')[0]?.text ?? '');
  if (language !== '') facts.language.push({ value: language, origin });
  for (const { text } of stated(metadata, 'identifier')) {
    const isbn = /(?:^|isbn[:\s]*)(97[89][\d -]{10,14}|\d{9}[\dX])$/iu.exec(text.trim())?.[1]?.replace(/[ -]/gu, '');
    if (isbn) facts.plain.push({ field: 'ISBN', fact: { value: isbn, origin } });
    const doi = cleanDoi(text);
    if (doi !== '') facts.plain.push({ field: 'DOI', fact: { value: doi, origin } });
  }
  // Shops write it as HTML.
  pushText(facts.abstract, textOf(parsePage(stated(metadata, 'description')[0]?.text ?? ''), 5000), origin, 5000);
  return facts;
}
