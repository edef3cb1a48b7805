import { columnParts } from './column-widths';
import { isSafeUrl } from '../../shared/memo/document';
import { mainDirection, type Direction } from './direction';
import { AutomaticStyles } from './odt-automatic';
import { odtAnchor, odtFrame, odtLabel, odtSequences } from './odt-figures';
import { headingBookmark, odtContents } from './odt-contents';
import { attributes, odtNamespaces, odtText, styleName } from './odt-xml';
import {
  captionInlines,
  inlinesText,
  memoNotes,
  bibliographyLevel,
  plainText,
  runInlines,
  type PreparedBlock,
  type PreparedCaption,
  type PreparedHeading,
  type PreparedImage,
  type PreparedInline,
  type PreparedList,
  type PreparedMemo,
  type PreparedReference,
  type PreparedTable,
  type PreparedText,
} from './prepared';
import { languageRuns } from './run-language';

/** The text of an OpenDocument file: `content.xml`. */
export function odtContent(memo: PreparedMemo): string {
  const writer = new ContentWriter(memo);
  const body = writer.body();
  return (
    '<?xml version="1.0" encoding="UTF-8"?>\n' +
    `<office:document-content ${odtNamespaces} office:version="1.3">` +
    `<office:automatic-styles>${tableStyles}${writer.styles.xml()}</office:automatic-styles>` +
    `<office:body><office:text>${odtSequences}${body}</office:text></office:body></office:document-content>`
  );
}

const line = '0.5pt solid #a0a0a0';
const tableStyles =
  '<style:style style:name="Table" style:family="table"><style:table-properties style:rel-width="100%" table:align="margins" table:border-model="collapsing" fo:margin-bottom="3mm"/></style:style>' +
  '<style:style style:name="Row" style:family="table-row"><style:table-row-properties fo:keep-together="always"/></style:style>' +
  `<style:style style:name="Cell" style:family="table-cell"><style:table-cell-properties fo:border="${line}" fo:padding="1mm"/></style:style>`;

class ContentWriter {
  readonly styles = new AutomaticStyles();
  readonly #notes: ReadonlyMap<number, PreparedInline[]>;
  #tables = 0;
  #headings = 0;
  /** Whether a space that comes next would be the first of its paragraph, or the second of two. */
  #afterSpace = true;

  constructor(private readonly memo: PreparedMemo) {
    this.#notes = new Map(memoNotes(memo).map(({ number, children }) => [number, children]));
  }

  body(): string {
    const { memo } = this;
    return [
      ...this.#titleBlock(),
      odtContents(memo),
      ...memo.blocks.map((block) => this.#block(block)),
      ...this.#bibliography(),
    ].join('');
  }

  #titleBlock(): string[] {
    const { title, titleBlock, direction } = this.memo;
    const { subtitle, author, date, summary } = titleBlock;
    const byline = [author, date].filter((part) => part !== '').join(' · ');
    return [
      this.#paragraph('Title', [plainText(title)], direction),
      ...(subtitle === '' ? [] : [this.#paragraph('Subtitle', [plainText(subtitle)])]),
      ...(byline === '' ? [] : [this.#paragraph('Byline', [plainText(byline)])]),
      ...summary.map((text) => this.#paragraph('Summary', [plainText(text)])),
      ...(this.memo.options.layout === 'report' ? [this.#paragraph('Title Page End', [])] : []),
    ];
  }

  #block(block: PreparedBlock): string {
    switch (block.type) {
      case 'paragraph':
        return this.#paragraph('Text body', block.children, block.direction);
      case 'quotation':
        return this.#paragraph('Quotations', block.children, block.direction);
      case 'heading':
        return this.#heading(block);
      case 'list':
        return this.#list(block, 0);
      case 'table':
        return (block.caption ? this.#caption(block.caption, 'Table Caption') : '') + this.#table(block);
      case 'image':
        return this.#figure(block);
      case 'code':
        // Code runs from the left in every language.
        return `<text:p text:style-name="${this.styles.paragraph(styleName('Preformatted Text'), 'ltr', this.memo.direction)}">${odtText(block.text, true)}</text:p>`;
      case 'rule':
        return `<text:p text:style-name="${styleName('Horizontal Line')}"/>`;
    }
  }

  #paragraph(style: string, children: readonly PreparedInline[], direction = firstDirection(children)): string {
    const name = this.styles.paragraph(styleName(style), direction, this.memo.direction);
    return `<text:p text:style-name="${name}">${this.#inlines(children)}</text:p>`;
  }

  #heading({ level, number, label, children, direction }: PreparedHeading): string {
    const name = this.styles.paragraph(styleName(`Heading ${level}`), direction, this.memo.direction);
    const numbered = number === null ? children : [plainText(`${number} `), ...children];
    const bookmark = `<text:bookmark text:name="${headingBookmark(this.#headings++)}"/>${label ? odtAnchor(label) : ''}`;
    return `<text:h text:style-name="${name}" text:outline-level="${level}">${bookmark}${this.#inlines(numbered)}</text:h>`;
  }

  #figure(image: PreparedImage): string {
    const picture = `<text:p text:style-name="${styleName('Figure')}">${odtFrame(image, this.memo.options)}</text:p>`;
    return captionInlines(image.caption).length > 0
      ? picture + this.#caption(image.caption, 'Figure Caption')
      : picture;
  }

  #caption({ label, children, direction }: PreparedCaption, style: string): string {
    const name = this.styles.paragraph(styleName(style), direction, this.memo.direction);
    const called = odtLabel(label, children.length > 0);
    return `<text:p text:style-name="${name}">${called}${this.#inlines(children)}</text:p>`;
  }

  #list(list: PreparedList, level: number): string {
    const items = list.items.map((item) => {
      const nested = item.nested ? this.#list(item.nested, level + 1) : '';
      return `<text:list-item>${this.#paragraph('List Contents', item.children, item.direction)}${nested}</text:list-item>`;
    });
    const style = this.styles.list(list.ordered, list.start, Math.min(level, 9));
    return `<text:list text:style-name="${style}">${items.join('')}</text:list>`;
  }

  #table(table: PreparedTable): string {
    const rows = table.rows.map((row) => {
      const cells = Array.from({ length: table.columns }, (_, column) => {
        const cell = row[column];
        const style = cell?.header ? 'Table Heading' : 'Table Contents';
        const content = this.#paragraph(style, cell?.children ?? [], cell?.direction);
        return `<table:table-cell table:style-name="Cell" office:value-type="string">${content}</table:table-cell>`;
      });
      return `<table:table-row table:style-name="Row">${cells.join('')}</table:table-row>`;
    });
    const columns = columnParts(table, 1000);
    const [first = '', ...rest] = rows;
    const head = table.headed ? `<table:table-header-rows>${first}</table:table-header-rows>` : first;
    return (
      `<table:table table:name="Table${++this.#tables}" table:style-name="Table">` +
      columns.map((share) => `<table:table-column table:style-name="${this.styles.column(share)}"/>`).join('') +
      `${head}${rest.join('')}</table:table>`
    );
  }

  #bibliography(): string[] {
    const { bibliography, titles, hangingIndent, direction } = this.memo;
    if (bibliography.length === 0) return [];
    const heading = this.#heading({
      type: 'heading',
      level: bibliographyLevel(this.memo),
      number: null,
      label: null,
      children: [plainText(titles.bibliography)],
      direction,
    });
    const style = hangingIndent ? 'Bibliography 1' : 'Bibliography Flush';
    return [heading, ...bibliography.map(({ runs }) => this.#paragraph(style, runInlines(runs)))];
  }

  #inlines(children: readonly PreparedInline[]): string {
    this.#afterSpace = true;
    return children.map((inline) => this.#inline(inline)).join('');
  }

  #inline(inline: PreparedInline): string {
    switch (inline.type) {
      case 'text':
        return this.#text(inline);
      case 'break':
        this.#afterSpace = true;
        return '<text:line-break/>';
      case 'reference':
        return this.#reference(inline);
      case 'footnote':
        return this.#note(inline.number);
      case 'citation':
        return inline.note === null
          ? runInlines(inline.runs)
              .map((run) => this.#text(run))
              .join('')
          : this.#note(inline.note);
    }
  }

  #text({ text, look, url, language }: PreparedText): string {
    const xml = languageRuns(text, this.memo.locale, language)
      .map((run) => {
        const style = this.styles.text(look, run.language, run.direction);
        const words = odtText(run.text, this.#afterSpace);
        this.#afterSpace = /[ \n\t]$/.test(run.text);
        return style === undefined ? words : `<text:span text:style-name="${style}">${words}</text:span>`;
      })
      .join('');
    if (url === undefined || !isSafeUrl(url)) return xml;
    const link = { 'xlink:type': 'simple', 'xlink:href': url, 'text:style-name': styleName('Internet link') };
    return `<text:a${attributes(link)}>${xml}</text:a>`;
  }

  /** A page is a field; the words of everything else are a link, which is right whatever program reads it. */
  #reference({ target, show, text, pageWord }: PreparedReference): string {
    if (show === 'page') {
      const field = { 'text:reference-format': 'page', 'text:ref-name': target.anchor };
      return `${odtText(`${pageWord}\u00A0`, this.#afterSpace)}<text:bookmark-ref${attributes(field)}>1</text:bookmark-ref>`;
    }
    const words = odtText(text, this.#afterSpace);
    this.#afterSpace = false;
    return `<text:a${attributes({ 'xlink:type': 'simple', 'xlink:href': `#${target.anchor}` })}>${words}</text:a>`;
  }

  #note(number: number): string {
    const body = this.#paragraph('Footnote', this.#notes.get(number) ?? []);
    this.#afterSpace = false;
    return (
      `<text:note text:id="note${number}" text:note-class="footnote"><text:note-citation>${number}</text:note-citation>` +
      `<text:note-body>${body}</text:note-body></text:note>`
    );
  }
}

function firstDirection(children: readonly PreparedInline[]): Direction {
  return mainDirection(inlinesText(children));
}
