import { xmlEscape } from '../xml';
import { styleName } from './odt-xml';
import { inlinesText, memoHeadings, type PreparedMemo } from './prepared';

/** Levels that the contents show, from the memo's topmost heading down. */
const depth = 3;

/**
 * The table of contents: filled in already, with page numbers that the word processor works out, and one that it makes
 * anew from the headings when it is told to.
 */
export function odtContents(memo: PreparedMemo): string {
  const { headings, top } = memoHeadings(memo);
  if (!memo.options.contents || headings.length === 0) return '';
  const entries = headings.map(({ level, number, children }, index) => ({
    level: level - top + 1,
    bookmark: headingBookmark(index),
    text: `${number === null ? '' : `${number} `}${inlinesText(children)}`,
  }));
  if (memo.bibliography.length > 0) {
    entries.push({ level: 1, bookmark: headingBookmark(headings.length), text: memo.titles.bibliography });
  }
  const title = xmlEscape(memo.titles.contents);
  const levels = Array.from({ length: top + depth - 1 }, (_, index) => template(index + 1));
  const shown = entries.filter(({ level }) => level <= depth);
  const lines = shown.map((each, index) => entry(each, index === shown.length - 1));
  return (
    '<text:table-of-content text:name="Contents" text:protected="false">' +
    `<text:table-of-content-source text:outline-level="${top + depth - 1}">` +
    `<text:index-title-template text:style-name="${styleName('Contents Heading')}">${title}</text:index-title-template>` +
    `${levels.join('')}</text:table-of-content-source><text:index-body>` +
    `<text:index-title text:name="Contents_Head"><text:p text:style-name="${styleName('Contents Heading')}">${title}</text:p></text:index-title>` +
    `${lines.join('')}</text:index-body></text:table-of-content>`
  );
}

function entry({ level, bookmark, text }: { level: number; bookmark: string; text: string }, isLast: boolean): string {
  const page = `<text:bookmark-ref text:reference-format="page" text:ref-name="${bookmark}"></text:bookmark-ref>`;
  return (
    `<text:p text:style-name="${styleName(`Contents ${level}${isLast ? ' End' : ''}`)}"><text:a xlink:type="simple" xlink:href="#${bookmark}" text:style-name="Index_20_Link" text:visited-style-name="Index_20_Link">` +
    `${xmlEscape(text)}<text:tab/>${page}</text:a></text:p>`
  );
}

function template(level: number): string {
  return (
    `<text:table-of-content-entry-template text:outline-level="${level}" text:style-name="${styleName(`Contents ${Math.min(level, depth)}`)}">` +
    '<text:index-entry-link-start/><text:index-entry-text/>' +
    '<text:index-entry-tab-stop style:type="right" style:leader-char="."/><text:index-entry-page-number/>' +
    '<text:index-entry-link-end/></text:table-of-content-entry-template>'
  );
}

/** The bookmark of the nth heading, counted from 0: the contents point to it. */
export function headingBookmark(index: number): string {
  return `heading-${index + 1}`;
}
