/** The origin of what a person wrote into a field, or took out of it. Everything else is where an importer found it. */
export const byHand = 'by hand';

/** Where a value came from, as the form says it; '' if that is not known. */
export function originWords(origin: string | undefined): string {
  if (origin === undefined || origin === '') return '';
  if (origin === byHand) return 'Written by hand';
  if (origin === 'guess') return 'Guessed from the rest';
  return `Found in: ${names[origin] ?? origin}`;
}

/** What importers call a place, where people would call it something else. */
const names: Record<string, string> = {
  address: 'the address',
  heading: 'the heading',
  title: 'the page’s title',
  byline: 'the byline',
  lang: 'the page’s language',
  'JSON-LD': 'JSON-LD (data for search engines)',
  'visible date': 'the date that the page shows',
  'date line': 'the date line',
  'file name': 'the file’s name',
  'first words': 'the first words',
  'site name': 'the site’s name',
  'saved page': 'when the page was saved',
  'canonical link': 'the page’s canonical link',
  'DOI link': 'a link to its DOI',
  'first pages': 'the first pages',
};

/** An importer's own name for a place, which may be a file's name, never taken for a person's hand. */
export function importOrigin(origin: string): string {
  return origin === byHand ? `“${byHand}”` : origin;
}
