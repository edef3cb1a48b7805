import { Paragraph, TableOfContents } from 'docx';
import type { DocxInlines } from './docx-inlines';
import { memoHeadings, plainText, type PreparedMemo } from './prepared';

/** Levels that the contents show, from the memo's topmost heading down. */
const depth = 3;

/** What stands before a memo's text in Word: title, subtitle, author and date, summary, contents. */
export function docxFront(memo: PreparedMemo, inlines: DocxInlines): (Paragraph | TableOfContents)[] {
  const { subtitle, author, date, summary } = memo.titleBlock;
  const byline = [author, date].filter((part) => part !== '').join(' · ');
  const isReport = memo.options.layout === 'report';
  return [
    inlines.paragraph({ style: 'Title' }, [plainText(memo.title)], memo.direction),
    ...(subtitle === '' ? [] : [inlines.paragraph({ style: 'Subtitle' }, [plainText(subtitle)])]),
    ...(byline === '' ? [] : [inlines.paragraph({ style: 'Byline' }, [plainText(byline)])]),
    ...summary.map((text) => inlines.paragraph({ style: 'Summary' }, [plainText(text)])),
    ...(isReport ? [new Paragraph({ pageBreakBefore: true, spacing: { after: 0 }, children: [] })] : []),
    ...contents(memo, inlines),
  ];
}

/** Filled in from the headings, with the pages they come to stand on as far as can be told without Word, which counts them anew when asked. */
function contents(memo: PreparedMemo, inlines: DocxInlines): (Paragraph | TableOfContents)[] {
  const { headings, top } = memoHeadings(memo);
  if (!memo.options.contents || headings.length === 0) return [];
  return [
    inlines.paragraph({ style: 'TOCHeading' }, [plainText(memo.titles.contents)], memo.direction),
    new TableOfContents(memo.titles.contents, { hyperlink: true, headingStyleRange: `${top}-${top + depth - 1}` }),
  ];
}
