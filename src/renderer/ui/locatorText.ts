import type { Locator, LocatorLabel } from '../../shared/domain/common';

const signs: Partial<Record<LocatorLabel, string>> = {
  page: 'p.',
  paragraph: '¶',
  section: '§',
  chapter: 'ch.',
  line: 'l.',
  note: 'n.',
  figure: 'fig.',
  volume: 'vol.',
  table: 'table',
  timestamp: 'at',
  column: 'col.',
  folio: 'fol.',
  verse: 'v.',
  appendix: 'app.',
  'article-locator': 'art.',
  'sub-verbo': 's.v.',
};

/** A locator in a line of the interface: "¶ 7", "p. 3". In citations the style decides. */
export function locatorText(locator: Locator | null): string {
  if (!locator || locator.value === '') return '';
  return `${signs[locator.label] ?? locator.label} ${locator.value}`;
}
