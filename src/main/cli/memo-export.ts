import { fontSizes, memoLayouts, paperSizes, type MemoExportChanges } from '../../shared/domain/memo-export';
import { oneOf, type OptionName, type OptionValues } from './options';

/** How a memo's export looks, on the command line. What is not named is as it was the last time. */
export const memoExportOptionNames: readonly OptionName[] = [
  'paper',
  'layout',
  'font-size',
  'wide-lines',
  'subtitle',
  'author',
  'date',
  'summary',
  'toc',
  'numbered',
  'bibliography',
  'bibliography-title',
  'comments',
  'zotero-fields',
  'template',
  'with-ledger',
];

export const memoExportSynopsis = [
  `[--paper ${paperSizes.join('|')}] [--layout ${memoLayouts.join('|')}] [--font-size ${fontSizes.join('|')}] [--wide-lines]`,
  '[--subtitle TEXT] [--author TEXT] [--date TEXT] [--summary TEXT] [--toc] [--numbered]',
  '[--no-bibliography] [--bibliography-title TEXT] [--comments] [--zotero-fields] [--template FILE.docx|none] [--with-ledger]',
].join(' ');

/** What the options change. @throws CommonplaceError `bad-input` */
export function memoExportChanges(options: OptionValues): MemoExportChanges {
  const given: MemoExportChanges = {
    paper: options.paper === undefined ? undefined : oneOf(options.paper.toLowerCase(), paperSizes, '--paper'),
    layout: options.layout === undefined ? undefined : oneOf(options.layout, memoLayouts, '--layout'),
    fontSize: options['font-size'] === undefined ? undefined : fontSizeOf(options['font-size']),
    wideLines: options['wide-lines'],
    subtitle: options.subtitle,
    author: options.author,
    date: options.date,
    summary: options.summary,
    contents: options.toc,
    numberedHeadings: options.numbered,
    bibliography: options.bibliography,
    bibliographyTitle: options['bibliography-title'],
    comments: options.comments,
    zoteroFields: options['zotero-fields'],
    ledger: options['with-ledger'],
  };
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
}

function fontSizeOf(value: string): (typeof fontSizes)[number] {
  const size = oneOf(value, fontSizes.map(String), '--font-size');
  return Number(size) as (typeof fontSizes)[number];
}
