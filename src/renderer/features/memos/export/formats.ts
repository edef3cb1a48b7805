import type { MemoFormat } from '../../../../shared/domain/exports';
import type { MemoExportOptions } from '../../../../shared/domain/memo-export';

export interface FormatFacts {
  label: string;
  /** Options that change its files, beside what stands with the title. */
  options: readonly (keyof MemoExportOptions)[];
  /** How the preview shows it: as pages of paper, as a page in a browser, or as the text of its file. */
  preview: 'pages' | 'html' | 'text';
  /** What the preview cannot show. */
  note?: string;
}

const all = ['contents', 'numberedHeadings', 'bibliography', 'bibliographyTitle', 'ledger'] as const;

export const formatFacts: Record<MemoFormat, FormatFacts> = {
  docx: {
    label: 'Word (.docx)',
    options: ['paper', 'layout', 'fontSize', 'wideLines', ...all, 'comments', 'zoteroFields', 'wordTemplate'],
    preview: 'pages',
    note: 'These are the pages of the PDF. Word breaks lines and pages itself; the look of a template and comments are not shown.',
  },
  odt: {
    label: 'OpenDocument (.odt)',
    options: ['paper', 'layout', 'fontSize', 'wideLines', ...all],
    preview: 'pages',
    note: 'These are the pages of the PDF. The word processor breaks lines and pages itself.',
  },
  pdf: { label: 'PDF', options: ['paper', 'layout', 'fontSize', 'wideLines', ...all], preview: 'pages' },
  html: {
    label: 'HTML, one file',
    options: ['paper', 'fontSize', 'wideLines', ...all],
    preview: 'html',
  },
  md: {
    label: 'Markdown for pandoc, with CSL-JSON and style',
    options: ['paper', ...all],
    preview: 'text',
  },
  tex: { label: 'LaTeX with BibLaTeX', options: ['paper', 'layout', 'fontSize', 'wideLines', ...all], preview: 'text' },
  txt: { label: 'Plain text', options: [...all], preview: 'text' },
};
