import type { Locator, LocatorLabel } from '../domain/common';

const names: Record<LocatorLabel, string> = {
  page: 'Page',
  paragraph: 'Paragraph',
  section: 'Section',
  chapter: 'Chapter',
  line: 'Line',
  note: 'Note',
  figure: 'Figure',
  volume: 'Volume',
  timestamp: 'Time',
  table: 'Table',
  'article-locator': 'Article',
  appendix: 'Appendix',
  book: 'Book',
  column: 'Column',
  elocation: 'Location',
  equation: 'Equation',
  folio: 'Folio',
  issue: 'Issue',
  opus: 'Opus',
  part: 'Part',
  rule: 'Rule',
  scene: 'Scene',
  'sub-verbo': 'Entry',
  supplement: 'Supplement',
  'title-locator': 'Title',
  verse: 'Verse',
  act: 'Act',
  canon: 'Canon',
  version: 'Version',
};

const signs: Partial<Record<LocatorLabel, string>> = {
  page: 'p.',
  paragraph: '¶',
  section: '§',
  chapter: 'ch.',
  line: 'l.',
  note: 'n.',
  figure: 'fig.',
  volume: 'vol.',
  timestamp: '',
  'article-locator': 'art.',
};

/** A locator label in full, for forms: "Paragraph". */
export function locatorName(label: LocatorLabel): string {
  return names[label];
}

/** A locator as lists and chips show it: "¶ 3", "p. 12", "table 2"; '' for none. */
export function shortLocator(locator: Locator | null): string {
  if (locator === null || locator.value === '') return '';
  return `${signs[locator.label] ?? names[locator.label].toLowerCase()} ${locator.value}`.trim();
}
