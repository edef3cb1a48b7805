import * as v from 'valibot';
import { line, longText } from './common';
import { wordTemplate } from './word-template';

export const paperSizes = ['a4', 'letter'] as const;
export type PaperSize = (typeof paperSizes)[number];
/** How pages look: a plain memo; a report with a title page and running heads; an essay with a wide margin to write in. */
export const memoLayouts = ['plain', 'report', 'essay'] as const;
export type MemoLayout = (typeof memoLayouts)[number];
/** In points. */
export const fontSizes = [10, 11, 12] as const;

const fields = {
  paper: v.picklist(paperSizes),
  layout: v.picklist(memoLayouts),
  fontSize: v.picklist(fontSizes),
  /** Lines far apart, for drafts that are written on. */
  wideLines: v.boolean(),
  /** These four stand with the title; '' leaves one out. */
  subtitle: line(500),
  author: line(500),
  /** As it is to be printed: "18 April 2023". */
  date: line(100),
  /** Paragraphs are parted by line feeds. */
  summary: longText(10_000),
  /** A table of contents. */
  contents: v.boolean(),
  numberedHeadings: v.boolean(),
  bibliography: v.boolean(),
  /** Heading of the bibliography; '' is the usual word in the memo's language. */
  bibliographyTitle: line(200),
  /** Comments to oneself go along (Word). */
  comments: v.boolean(),
  /** Citations are fields that Zotero goes on with (Word). */
  zoteroFields: v.boolean(),
  /** Word files look as this one does; null where they look as usual. */
  wordTemplate: v.nullable(wordTemplate),
  /** The provenance ledger follows as an appendix. */
  ledger: v.boolean(),
};

/** What somebody chooses for the files of a memo. A format takes no notice of what it cannot show. */
export const memoExportOptions = v.strictObject(fields);
export type MemoExportOptions = v.InferOutput<typeof memoExportOptions>;

/** Some options, over those that hold otherwise. */
export const memoExportChanges = v.partial(memoExportOptions);
export type MemoExportChanges = v.InferOutput<typeof memoExportChanges>;

export const defaultMemoExport: MemoExportOptions = {
  paper: 'a4',
  layout: 'plain',
  fontSize: 11,
  wideLines: false,
  subtitle: '',
  author: '',
  date: '',
  summary: '',
  contents: false,
  numberedHeadings: false,
  bibliography: true,
  bibliographyTitle: '',
  comments: false,
  zoteroFields: false,
  wordTemplate: null,
  ledger: false,
};

/** Options as an earlier or a later version kept them: what is not understood, or not there, is as usual. */
export function readMemoExport(kept: unknown): MemoExportOptions {
  const given = typeof kept === 'object' && kept !== null ? (kept as Record<string, unknown>) : {};
  const understood = Object.entries(fields).flatMap(([name, schema]) => {
    const read = v.safeParse(schema, Object.hasOwn(given, name) ? given[name] : undefined);
    return read.success ? [[name, read.output]] : [];
  });
  return { ...defaultMemoExport, ...(Object.fromEntries(understood) as MemoExportChanges) };
}
