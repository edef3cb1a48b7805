import type { CslElement } from 'citeproc';
import type { CslItem } from '../../shared/domain/csl';
import { itemCiting } from '../../shared/memo/citation-item';
import { bad } from './csl-xml';
import { renderFully } from './whole';
import { withTimeLimit } from './time-limit';

/** Milliseconds for the samples. The slowest style there is (APA) takes one second on an old machine. */
const ample = 8000;

const samples: CslItem[] = [
  {
    type: 'book',
    title: 'A Title',
    author: [{ family: 'Family', given: 'Given' }],
    publisher: 'Publisher',
    'publisher-place': 'Place',
    issued: { 'date-parts': [[2020]] },
  },
  {
    type: 'article-journal',
    title: 'A Title',
    author: [{ family: 'Family', given: 'Given' }, { literal: 'An Organisation' }],
    'container-title': 'A Journal',
    volume: '1',
    issue: '2',
    page: '3-4',
    issued: { 'date-parts': [[2021, 5]] },
  },
  { type: 'webpage', title: 'A Title', URL: 'https://example.org/', accessed: { 'date-parts': [[2022, 6, 7]] } },
];

/**
 * Renders a few made-up sources in a style that is about to be added, so that one that cannot be used is refused now and
 * not in the middle of writing. Its size has been checked before, and it gets a few seconds. Throws `bad-style`.
 */
export function tryStyle(style: CslElement, patience = ample): void {
  const items = new Map(samples.map((item, index) => [`sample-${index}`, item]));
  const cited = [...items.keys(), 'sample-0', 'sample-0'].map((sourceId, index) => ({
    id: `citation-${index}`,
    note: style.attrs['class'] === 'note' ? index + 1 : 0,
    items: [itemCiting(sourceId, { locator: index % 2 === 0 ? '3' : '' })],
  }));
  let printed = 0;
  try {
    const rendered = withTimeLimit(patience, () =>
      renderFully({ style: () => style, locale: 'en-US', clusters: cited, items }),
    );
    for (const { runs } of rendered.citations) printed += runs.length;
  } catch (error) {
    if (error instanceof Error && error.name === 'CommonplaceError') throw error;
    throw bad(`citeproc fails on it (${error instanceof Error ? error.message : String(error)})`);
  }
  if (printed === 0) throw bad('its citations are empty');
}
