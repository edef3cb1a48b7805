import { columnWidths } from './column-widths';
import { foreignText, localeDirection, type Direction } from './direction';
import {
  bibliographyLevel,
  captionInlines,
  inlinesText,
  memoHeadings,
  missingPicture,
  pictureName,
  plainText,
  runInlines,
  type PreparedBlock,
  type PreparedCaption,
  type PreparedInline,
  type PreparedList,
  type PreparedMemo,
} from './prepared';

/** The memo as plain data; the names are those that the template reads. */
export function pdfData(memo: PreparedMemo): unknown {
  const { language, region } = typstLanguage(memo.locale);
  return {
    ...pageData(memo),
    title: memo.title,
    language,
    // Only where Typst knows how to hyphenate: justified lines without it have holes.
    justify: hyphenated.has(language),
    region,
    direction: memo.direction,
    blocks: memo.blocks.map((block) => blockData(block, memo.locale)),
    bibliographyTitle: memo.titles.bibliography,
    hanging: memo.hangingIndent,
    bibliography: memo.bibliography.map(({ runs }) => runData({ children: runInlines(runs) }, memo.locale)),
  };
}

/** What Typst wants to know of a language: it takes names of two or three letters and countries of two. */
function typstLanguage(tag: string): { language: string; region: string | null } {
  const [language = '', ...rest] = tag.split(/[-_]/);
  return {
    language: /^[a-z]{2,3}$/.test(language) ? language : 'en',
    region: rest.find((part) => /^[A-Z]{2}$/.test(part)) ?? null,
  };
}

const hyphenated = new Set(
  'af be bg ca cs da de el en es et fi fr hr hu is it ka la lt mn nb nl nn no pl pt ru sk sl sq sr sv tk tr uk'.split(
    ' ',
  ),
);

/** Paper, layout, and what stands with the title. */
function pageData(memo: PreparedMemo) {
  const { options, title, titleBlock, titles } = memo;
  const { subtitle, author, date, summary } = titleBlock;
  const { headings } = memoHeadings(memo);
  return {
    paper: options.paper === 'letter' ? 'us-letter' : 'a4',
    layout: options.layout,
    size: options.fontSize,
    wideLines: options.wideLines,
    shortTitle: shortened(title),
    subtitle,
    author,
    date,
    summary: summary.map((paragraph) => runData({ children: [plainText(paragraph)] }, memo.locale)),
    topLevel: bibliographyLevel(memo),
    contentsTitle: options.contents && headings.length > 0 ? titles.contents : null,
  };
}

/** A title that fits beside a page number. */
function shortened(title: string): string {
  const short = [...title].slice(0, 60).join('');
  return short === title ? title : `${short.replace(/\s+\S*$/u, '')} …`;
}

function blockData(block: PreparedBlock, locale: string): unknown {
  switch (block.type) {
    case 'paragraph':
    case 'quotation':
      return { kind: block.type, ...runData(block, locale) };
    case 'heading':
      return {
        kind: 'heading',
        level: block.level,
        number: block.number,
        anchor: block.label?.anchor ?? null,
        ...runData(block, locale),
      };
    case 'list':
      return listData(block, locale);
    case 'table':
      return {
        kind: 'table',
        widths: columnWidths(block),
        headed: block.headed,
        ...captionData(block.caption, locale),
        rows: block.rows.map((row) =>
          Array.from({ length: block.columns }, (_, column) => {
            const cell = row[column];
            return cell
              ? { header: cell.header, ...runData(cell, locale) }
              : { header: false, ...runData({ children: [] }, locale) };
          }),
        ),
      };
    case 'image':
      return {
        kind: 'image',
        file: block.picture && pictureName(block),
        missing: missingPicture(block.alt),
        alt: block.alt,
        width: block.width,
        ...captionData(block.caption, locale),
      };
    case 'code':
    case 'rule':
      return block.type === 'code' ? { kind: 'code', text: block.text } : { kind: 'rule' };
  }
}

function captionData(caption: PreparedCaption | null, locale: string): object {
  const words = caption ? captionInlines(caption) : [];
  return {
    anchor: caption?.label.anchor ?? null,
    caption: words.length > 0 ? runData({ children: words }, locale) : null,
  };
}

/** A list runs as its first item does, its signs too; an item that runs otherwise says so. */
function listData(list: PreparedList, locale: string): unknown {
  const items = list.items.map((item) => ({
    ...runData(item, locale),
    nested: item.nested && listData(item.nested, locale),
  }));
  const foreign = items[0]?.foreign ?? null;
  const own = { direction: localeDirection(locale), ...typstLanguage(locale) };
  return {
    kind: 'list',
    ordered: list.ordered,
    start: Math.max(0, list.start),
    foreign,
    items: foreign === null ? items : items.map((item) => ({ ...item, foreign: item.foreign ?? own })),
  };
}

/** Inlines, with the direction and language of their text where those are not the memo's. */
function runData(
  run: { children: readonly PreparedInline[]; direction?: Direction; language?: string },
  locale: string,
): { foreign: object | null; inlines: unknown[] } {
  const { children } = run;
  const foreign = foreignText(inlinesText(children), locale, run);
  return {
    foreign: foreign && { direction: foreign.direction, ...typstLanguage(foreign.language) },
    inlines: children.map((inline) => inlineData(inline, locale)),
  };
}

function inlineData(inline: PreparedInline, locale: string): unknown {
  switch (inline.type) {
    case 'text':
      return { kind: 'text', text: inline.text, ...inline.look, url: inline.url ?? null };
    case 'break':
      return { kind: 'break' };
    case 'reference':
      return {
        kind: 'reference',
        anchor: inline.target.anchor,
        page: inline.show === 'page' ? inline.pageWord : null,
        text: inline.text,
      };
    case 'footnote':
      return { kind: 'note', ...runData(inline, locale) };
    case 'citation':
      return inline.note === null
        ? { kind: 'group', inlines: runInlines(inline.runs).map((run) => inlineData(run, locale)) }
        : { kind: 'note', ...runData({ children: runInlines(inline.runs) }, locale) };
  }
}
