import { createHash } from 'node:crypto';
import { isSafeUrl } from '../../shared/memo/document';
import { foreignText, localeDirection } from './direction';
import { htmlStyle } from './html-style';
import {
  headingInlines,
  captionInlines,
  inlinesText,
  memoHeadings,
  memoNotes,
  missingPicture,
  plainText,
  runInlines,
  type PreparedBlock,
  type PreparedHeading,
  type PreparedImage,
  type PreparedInline,
  type PreparedList,
  type PreparedMemo,
  type PreparedRun,
  type PreparedTable,
  type PreparedText,
} from './prepared';

/**
 * One HTML file: no scripts, nothing loaded from elsewhere (its own Content-Security-Policy says so), notes at the end with
 * links there and back (DPUB-ARIA roles), styles for screen, dark screen and print.
 */
export function writeHtml(memo: PreparedMemo): string {
  const style = htmlStyle(memo.options);
  const hash = createHash('sha256').update(style).digest('base64');
  const policy = `default-src 'none'; style-src 'sha256-${hash}'; img-src data:; base-uri 'none'; form-action 'none'`;
  const notes = memoNotes(memo);
  const { headings, top } = memoHeadings(memo);
  const ids = new Map<PreparedBlock, string>(
    headings.map((heading, index) => [heading, heading.label?.anchor ?? `section-${index + 1}`]),
  );
  return [
    '<!doctype html>',
    `<html lang="${escapeHtml(memo.locale)}" dir="${memo.direction}">`,
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${escapeHtml(policy)}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="generator" content="Commonplace">',
    `<title>${escapeHtml(memo.title)}</title>`,
    ...(memo.titleBlock.author === '' ? [] : [`<meta name="author" content="${escapeHtml(memo.titleBlock.author)}">`]),
    `<style>${style}</style>`,
    '</head>',
    '<body>',
    `<a class="skip" href="#text">${escapeHtml(memo.titles.skip)}</a>`,
    ...writeFront(memo),
    ...(memo.options.contents && headings.length > 0 ? writeContents(memo, headings, top, ids) : []),
    '<main id="text">',
    ...memo.blocks.map((block) => writeBlock(block, memo.locale, top, ids)),
    ...(notes.length > 0 ? writeNotes(memo, notes) : []),
    ...writeBibliography(memo),
    '</main>',
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

/** Text for element content and quoted attributes. */
export function escapeHtml(text: string): string {
  return text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
    .replace(/'/g, '&#39;');
}

/** The title and what stands with it. */
function writeFront({ title, titleBlock, titles, locale }: PreparedMemo): string[] {
  const { subtitle, author, date, summary } = titleBlock;
  const byline = [author, date].filter((part) => part !== '').map(escapeHtml);
  return [
    '<header>',
    `<h1>${escapeHtml(title)}</h1>`,
    ...(subtitle === '' ? [] : [`<p class="subtitle" role="doc-subtitle">${escapeHtml(subtitle)}</p>`]),
    ...(byline.length === 0 ? [] : [`<p class="byline">${byline.join(' · ')}</p>`]),
    ...(summary.length === 0
      ? []
      : [
          `<section class="summary" role="doc-abstract" aria-label="${escapeHtml(titles.summary)}">`,
          ...summary.map((paragraph) => {
            const children = [plainText(paragraph)];
            return `<p${attributes({ children }, locale)}>${escapeHtml(paragraph)}</p>`;
          }),
          '</section>',
        ]),
    '</header>',
  ];
}

function writeContents(
  { titles, locale }: PreparedMemo,
  headings: readonly PreparedHeading[],
  top: number,
  ids: ReadonlyMap<PreparedBlock, string>,
): string[] {
  return [
    '<nav role="doc-toc" aria-labelledby="contents">',
    `<h2 id="contents">${escapeHtml(titles.contents)}</h2>`,
    '<ul>',
    ...headings.map((heading) => {
      const words = escapeHtml(inlinesText(headingInlines(heading)));
      return `<li class="level-${heading.level - top + 1}"><a href="#${ids.get(heading)}"${attributes(heading, locale)}>${words}</a></li>`;
    }),
    '</ul>',
    '</nav>',
  ];
}

function writeBlock(
  block: PreparedBlock,
  locale: string,
  top: number,
  ids: ReadonlyMap<PreparedBlock, string>,
): string {
  switch (block.type) {
    case 'paragraph':
      return `<p${attributes(block, locale)}>${writeInlines(block.children)}</p>`;
    case 'heading': {
      // The title is the first level, and the memo's highest the second.
      const tag = `h${block.level - top + 2}`;
      return `<${tag} id="${ids.get(block)}"${attributes(block, locale)}>${writeInlines(headingInlines(block))}</${tag}>`;
    }
    case 'quotation':
      return `<blockquote${block.translates ? ' class="translation"' : ''}${attributes(block, locale)}><p>${writeInlines(block.children)}</p></blockquote>`;
    case 'list':
      return writeList(block, locale);
    case 'table':
      return writeTable(block, locale);
    case 'code':
      return `<pre${localeDirection(locale) === 'rtl' ? ' dir="ltr"' : ''}><code>${escapeHtml(block.text)}</code></pre>`;
    case 'rule':
      return '<hr>';
    case 'image':
      return writeFigure(block, locale);
  }
}

/** The picture is in the page itself: its width is given in classes, as the page's policy takes no style from an element. */
function writeFigure({ alt, width, picture, caption }: PreparedImage, locale: string): string {
  const words = captionInlines(caption);
  const shown = picture
    ? `<img class="w${Math.round(width * 20) * 5}" alt="${escapeHtml(alt)}" width="${picture.width}" height="${picture.height}" src="data:${picture.mediaType};base64,${Buffer.from(picture.bytes).toString('base64')}">`
    : `<p>${escapeHtml(missingPicture(alt))}</p>`;
  const below =
    words.length > 0 ? `\n<figcaption${attributes(caption, locale)}>${writeInlines(words)}</figcaption>` : '';
  return `<figure id="${caption.label.anchor}">\n${shown}${below}\n</figure>`;
}

/** Direction and language where they are not the document's. */
function attributes(run: Pick<PreparedRun, 'children' | 'language'> & Partial<PreparedRun>, locale: string): string {
  const foreign = foreignText(inlinesText(run.children), locale, run);
  return foreign ? ` dir="${foreign.direction}" lang="${escapeHtml(foreign.language)}"` : '';
}

function writeInlines(children: readonly PreparedInline[]): string {
  return children.map(writeInline).join('');
}

function writeInline(inline: PreparedInline): string {
  switch (inline.type) {
    case 'text':
      return writeText(inline);
    case 'break':
      return '<br>';
    case 'reference':
      return `<a href="#${inline.target.anchor}">${escapeHtml(inline.text)}</a>`;
    case 'footnote':
      return noteReference(inline.number);
    case 'citation':
      return inline.note === null
        ? `<cite>${writeInlines(runInlines(inline.runs))}</cite>`
        : noteReference(inline.note);
  }
}

function noteReference(number: number): string {
  return `<sup><a href="#note-${number}" id="reference-${number}" role="doc-noteref">${number}</a></sup>`;
}

function writeText({ text, look, url, local }: PreparedText): string {
  let html = escapeHtml(text);
  if (look.code) html = `<code>${html}</code>`;
  if (look.vertical === 'super') html = `<sup>${html}</sup>`;
  if (look.vertical === 'sub') html = `<sub>${html}</sub>`;
  if (look.smallCaps) html = `<span class="small-caps">${html}</span>`;
  if (look.strikethrough) html = `<s>${html}</s>`;
  if (look.underline) html = `<u>${html}</u>`;
  if (look.italic) html = `<em>${html}</em>`;
  if (look.bold) html = `<strong>${html}</strong>`;
  if (local) {
    const label = escapeHtml(local.label);
    return `<a class="local" href="${escapeHtml(local.href)}" title="${label}" aria-label="${label}">${html}</a>`;
  }
  if (url !== undefined && isSafeUrl(url)) html = `<a href="${escapeHtml(url)}" rel="noreferrer">${html}</a>`;
  return html;
}

function writeList(list: PreparedList, locale: string): string {
  const start = list.ordered && list.start !== 1 ? ` start="${Math.trunc(list.start)}"` : '';
  const tag = list.ordered ? 'ol' : 'ul';
  const items = list.items.map(
    (item) =>
      `<li${attributes(item, locale)}>${writeInlines(item.children)}${item.nested ? writeList(item.nested, locale) : ''}</li>`,
  );
  return `<${tag}${start}>\n${items.join('\n')}\n</${tag}>`;
}

function writeTable(table: PreparedTable, locale: string): string {
  const row = (cells: PreparedTable['rows'][number], scope: 'col' | 'row') =>
    `<tr>${cells
      .map((cell) =>
        cell.header
          ? `<th scope="${scope}"${attributes(cell, locale)}>${writeInlines(cell.children)}</th>`
          : `<td${attributes(cell, locale)}>${writeInlines(cell.children)}</td>`,
      )
      .join('')}</tr>`;
  const [first, ...rest] = table.rows;
  const head = table.headed && first ? `<thead>\n${row(first, 'col')}\n</thead>\n` : '';
  const body = table.headed ? rest : table.rows;
  const caption = table.caption
    ? `<caption${attributes(table.caption, locale)}>${writeInlines(captionInlines(table.caption))}</caption>\n`
    : '';
  const id = table.caption ? ` id="${table.caption.label.anchor}"` : '';
  return `<table${id}>\n${caption}${head}<tbody>\n${body.map((cells) => row(cells, 'row')).join('\n')}\n</tbody>\n</table>`;
}

function writeNotes({ titles, locale }: PreparedMemo, notes: ReturnType<typeof memoNotes>): string[] {
  return [
    '<section role="doc-endnotes" aria-labelledby="notes">',
    `<h2 id="notes">${escapeHtml(titles.notes)}</h2>`,
    '<ol>',
    ...notes.map(
      ({ number, children }) =>
        `<li id="note-${number}"${attributes({ children }, locale)}><p>${writeInlines(children)} ` +
        `<a href="#reference-${number}" role="doc-backlink" aria-label="${escapeHtml(titles.back)} (${number})">↩</a></p></li>`,
    ),
    '</ol>',
    '</section>',
  ];
}

function writeBibliography(memo: PreparedMemo): string[] {
  if (memo.bibliography.length === 0) return [];
  return [
    '<section role="doc-bibliography" aria-labelledby="bibliography">',
    `<h2 id="bibliography">${escapeHtml(memo.titles.bibliography)}</h2>`,
    ...memo.bibliography.map(({ runs }) => {
      const children = runInlines(runs);
      const direction = attributes({ children }, memo.locale);
      return `<p class="${memo.hangingIndent ? 'entry hanging' : 'entry'}"${direction}>${writeInlines(children)}</p>`;
    }),
    '</section>',
  ];
}
