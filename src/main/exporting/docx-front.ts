import { Paragraph, TableOfContents } from 'docx';
import type { DocxInlines } from './docx-inlines';
import { memoHeadings, type PreparedMemo, type PreparedText } from './prepared';

/** Levels that the contents show, from the memo's topmost heading down. */
const depth = 3;

/** What stands before a memo's text in Word: title, subtitle, author and date, summary, contents. */
export function docxFront(memo: PreparedMemo, inlines: DocxInlines): (Paragraph | TableOfContents)[] {
  const { subtitle, author, date, summary } = memo.titleBlock;
  const byline = [author, date].filter((part) => part !== '').join(' · ');
  const isReport = memo.options.layout === 'report';
  return [
    inlines.paragraph({ style: 'Title' }, plain(memo.title), memo.direction),
    ...(subtitle === '' ? [] : [inlines.paragraph({ style: 'Subtitle' }, plain(subtitle))]),
    ...(byline === '' ? [] : [inlines.paragraph({ style: 'Byline' }, plain(byline))]),
    ...summary.map((text) => inlines.paragraph({ style: 'Summary' }, plain(text))),
    ...(isReport ? [new Paragraph({ pageBreakBefore: true, spacing: { after: 0 }, children: [] })] : []),
    ...contents(memo, inlines),
  ];
}

/** Filled in from the headings, with the pages they come to stand on as far as can be told without Word, which counts them anew when asked. */
function contents(memo: PreparedMemo, inlines: DocxInlines): (Paragraph | TableOfContents)[] {
  const { headings, top } = memoHeadings(memo);
  if (!memo.options.contents || headings.length === 0) return [];
  return [
    inlines.paragraph({ style: 'TOCHeading' }, plain(memo.titles.contents), memo.direction),
    new TableOfContents(memo.titles.contents, { hyperlink: true, headingStyleRange: `${top}-${top + depth - 1}` }),
  ];
}

/** A text of ours as inlines. */
export function plain(text: string): PreparedText[] {
  return [{ type: 'text', text, look: {} }];
}
