import type { CitationItem } from '../../shared/memo/document';
import type { LocatorLabel } from '../../shared/domain/common';
import { isSafeUrl } from '../../shared/memo/document';
import {
  headingInlines,
  captionInlines,
  missingPicture,
  runInlines,
  type Look,
  type PictureFile,
  type PreparedBlock,
  type PreparedCitation,
  type PreparedImage,
  type PreparedInline,
  type PreparedList,
  type PreparedMemo,
  type PreparedRun,
  type PreparedTable,
  type PreparedText,
} from './prepared';

/**
 * Pandoc's Markdown (pandoc manual, "Citation syntax"): `[see @key, p. 3]`, footnotes `[^1]`, a title and the name of the
 * CSL-JSON file in the metadata. What the author wrote is escaped, so that none of it becomes markup.
 * @param bibliographyFile name of the CSL-JSON file that is saved beside it
 * @param styleFile name of the CSL style that is saved beside it
 */
export function writeMarkdown(
  memo: PreparedMemo,
  bibliographyFile: string,
  styleFile: string,
  pictureFile: PictureFile,
): string {
  const footnotes: string[] = [];
  const writer = new Writer(memo, footnotes, pictureFile);
  const body = memo.blocks.map((block) => writer.block(block));
  const metadata = [
    '---',
    ...writeFront(memo),
    `lang: ${JSON.stringify(memo.locale)}`,
    ...(memo.direction === 'rtl' ? ['dir: rtl'] : []),
    ...(memo.sources.size > 0
      ? [
          `bibliography: ${JSON.stringify(bibliographyFile)}`,
          `csl: ${JSON.stringify(styleFile)}`,
          ...(memo.options.bibliography ? [] : ['suppress-bibliography: true']),
        ]
      : []),
    '---',
  ].join('\n');
  const heading =
    memo.bibliography.length > 0
      ? [`# ${escapeMarkdown(memo.titles.bibliography)} {.unnumbered}`, '::: {#refs}\n:::']
      : [];
  return `${[metadata, ...body, ...footnotes, ...heading].join('\n\n')}\n`;
}

/** Metadata that pandoc's templates know. Strings in it are Markdown, and JSON's strings are YAML's. */
function writeFront({ title, titleBlock, options }: PreparedMemo): string[] {
  const { subtitle, author, date, summary } = titleBlock;
  const fields = Object.entries({ title, subtitle, author, date, abstract: summary.join('\n\n') });
  return [
    ...fields.flatMap(([name, value]) => (value === '' ? [] : [`${name}: ${JSON.stringify(escapeParagraphs(value))}`])),
    `papersize: ${options.paper}`,
    ...(options.contents ? ['toc: true'] : []),
  ];
}

function escapeParagraphs(text: string): string {
  return text
    .split('\n\n')
    .map((paragraph) => escapeLineStart(escapeMarkdown(paragraph)))
    .join('\n\n');
}

/** Every character that could mean something is escaped; pandoc takes a backslash before any ASCII punctuation. */
function escapeMarkdown(text: string): string {
  return text
    .replace(/[\\`*_{}[\]<>#|~^$@&]/g, '\\$&')
    .replace(/--+|\.\.\.+/g, (run) => [...run].map((sign) => `\\${sign}`).join(''))
    .replace(/\u00A0/g, '\u00A0');
}

/** What only means something at the start of a line: lists, quotations, definitions, titles, code by four spaces. */
function escapeLineStart(text: string): string {
  return text
    .replace(/^[ \t]+/, '')
    .replace(/^[-+:%=!]/, '\\$&')
    .replace(/^(\(?)([0-9]+|[A-Za-z]|[ivxlcdmIVXLCDM]+)([.)])(?=\s|$)/, '$1$2\\$3')
    .replace(/^\(/, '\\(');
}

type Writing = Partial<Pick<PreparedRun, 'direction'>> & { language?: string | undefined };

/** Attributes as pandoc reads them behind what they are of. */
function braces(attributes: readonly string[]): string {
  return attributes.length === 0 ? '' : ` {${attributes.join(' ')}}`;
}

class Writer {
  private notes = 0;

  constructor(
    private readonly memo: PreparedMemo,
    private readonly footnotes: string[],
    private readonly pictureFile: PictureFile,
  ) {}

  block(block: PreparedBlock): string {
    switch (block.type) {
      case 'paragraph':
        return this.division(block, this.lines(block.children));
      case 'heading':
        return `${'#'.repeat(block.level)} ${this.line(headingInlines(block))}${braces([...(block.label ? [`#${block.label.anchor}`] : []), ...this.writing(block)])}`;
      case 'quotation':
        return this.division(
          block,
          this.lines(block.children)
            .split('\n')
            .map((line) => `> ${line}`)
            .join('\n'),
        );
      case 'list':
        return this.spokenList(block, undefined);
      case 'table':
        return this.captioned(block);
      case 'image':
        return this.figure(block);
      case 'code': {
        const fence = '`'.repeat(Math.max(3, longestRun(block.text, '`') + 1));
        return `${fence}\n${block.text}\n${fence}`;
      }
      case 'rule':
        return '* * *';
    }
  }

  /** A division with the language and direction of a block, where those are not the memo's. */
  private division(block: Writing, text: string): string {
    const attributes = this.writing(block);
    return attributes.length === 0 ? text : `:::${braces(attributes)}\n${text}\n:::`;
  }

  private writing({ language, direction }: Writing): string[] {
    return [
      ...(language === undefined ? [] : [`lang=${language}`]),
      ...(direction === undefined || direction === this.memo.direction ? [] : [`dir=${direction}`]),
    ];
  }

  /** @param within the language of the list that it stands in */
  private spokenList(list: PreparedList, within: string | undefined): string {
    const language = list.items[0]?.language;
    return language === within ? this.list(list) : this.division({ language }, this.list(list));
  }

  private list(list: PreparedList): string {
    const items = list.items.map((item, index) => {
      const sign = list.ordered ? `${Math.max(0, list.start) + index}. ` : '- ';
      const rest = ' '.repeat(sign.length);
      const nested = item.nested ? `\n\n${this.spokenList(item.nested, item.language)}` : '';
      // An item without words would not be one.
      const words = this.lines(item.children) || '\u00A0';
      return sign + `${words}${nested}`.split('\n').join(`\n${rest}`).replace(/[ ]+$/gm, '');
    });
    return items.join('\n');
  }

  /** A picture with a caption is a paragraph of its own; without one, an empty comment keeps pandoc from making its words one. */
  private figure(image: PreparedImage): string {
    const { alt, width } = image;
    const { label } = image.caption;
    const caption = this.line(captionInlines(image.caption));
    const file = this.pictureFile(image);
    if (file === null) return [escapeMarkdown(missingPicture(alt)), caption].filter((part) => part !== '').join(' ');
    const attributes = `#${label.anchor} alt="${attribute(alt)}" width=${Math.round(width * 100)}%`;
    return `![${caption || escapeMarkdown(alt)}](<${file}>){${attributes}}${caption === '' ? '<!-- -->' : ''}`;
  }

  /** A table's caption, in a division that carries the id: not every pandoc reads one in the caption. */
  private captioned(table: PreparedTable): string {
    if (!table.caption) return this.table(table);
    const caption = this.line(captionInlines(table.caption));
    return `::: {#${table.caption.label.anchor}}\n${this.table(table)}\n\n: ${caption}\n:::`;
  }

  /** A pipe table; every row has the table's columns. */
  private table(table: PreparedTable): string {
    const row = (cells: PreparedTable['rows'][number]) =>
      `| ${Array.from({ length: table.columns }, (_, column) => {
        const cell = cells[column];
        if (!cell) return '';
        const words = this.line(cell.children);
        return cell.header && !table.headed && words !== '' ? `**${words}**` : words;
      }).join(' | ')} |`;
    const line = `|${' --- |'.repeat(table.columns)}`;
    const [first, ...rest] = table.rows;
    if (table.headed && first) return [row(first), line, ...rest.map(row)].join('\n');
    return [`|${'  |'.repeat(table.columns)}`, line, ...table.rows.map(row)].join('\n');
  }

  /** Inlines over several lines where they hold line breaks. */
  private lines(children: readonly PreparedInline[]): string {
    return escapeStarts(this.inlines(children, '\\\n'));
  }

  /** Inlines on one line: headings and cells cannot hold more. */
  private line(children: readonly PreparedInline[]): string {
    return this.inlines(children, ' ').trim();
  }

  private inlines(children: readonly PreparedInline[], lineBreak: string): string {
    let text = '';
    for (const [index, inline] of children.entries()) {
      const next = this.inline(inline, lineBreak, children[index + 1]);
      // Emphasis that touches emphasis would be read as one; an empty comment parts them, as pandoc itself does.
      text += /[*~^]$/.test(text) && !/\\[*~^]$/.test(text) && /^[*~^]/.test(next) ? `<!-- -->${next}` : next;
    }
    return text;
  }

  private inline(inline: PreparedInline, lineBreak: string, after: PreparedInline | undefined): string {
    switch (inline.type) {
      case 'text':
        return writeTextRun(inline);
      case 'break':
        return lineBreak;
      case 'footnote': {
        const label = `[^${++this.notes}]`;
        this.footnotes.push(`${label}: ${this.lines(inline.children).split('\n').join('\n    ')}`);
        return label;
      }
      case 'reference':
        return `[${escapeMarkdown(inline.text)}](#${inline.target.anchor})`;
      case 'citation':
        return this.citation(inline, after);
    }
  }

  private citation({ items, author }: PreparedCitation, after: PreparedInline | undefined): string {
    const [first, ...rest] = items;
    if (author === undefined || !first) return `[${items.map((item) => this.cite(item)).join('; ')}]`;
    if (first.prefix !== '') {
      // Pandoc's form for a name in the sentence has no room for words before it.
      const name = runInlines(author).map(writeTextRun).join('');
      return `${name} [${[{ ...first, suppressAuthor: true }, ...rest].map((item) => this.cite(item)).join('; ')}]`;
    }
    const details = [this.afterKey(first, false), ...rest.map((item) => this.cite(item))].join('; ');
    if (details !== '') return `@${this.key(first)} [${details}]`;
    const ends = after === undefined || after.type === 'break' || (after.type === 'text' && /^\s/u.test(after.text));
    return `@${ends ? this.key(first) : `{${this.key(first).replace(/^\{|\}$/g, '')}}`}`;
  }

  private key(item: CitationItem): string {
    // A source that is gone keeps its id as its key: pandoc then names it in a warning and prints it in bold.
    return pandocKey(this.memo.sources.get(item.sourceId)?.citationKey ?? item.sourceId);
  }

  private cite(item: CitationItem): string {
    const prefix = item.prefix === '' ? '' : `${escapeCite(item.prefix)} `;
    return `${prefix}${item.suppressAuthor ? '-' : ''}@${this.key(item)}${this.afterKey(item, true)}`;
  }

  /** Locator and suffix. @param follows whether they stand behind the key, or in brackets of their own */
  private afterKey(item: CitationItem, follows: boolean): string {
    const locator = item.locator.trim();
    let text = '';
    if (locator !== '') text += `${follows ? ', ' : ''}${writeLocator(item.label, locator)}`;
    // Empty braces say that there is no locator: a suffix such as "12 others" would be taken for one.
    else if (/^[\p{P}\s]*(?:\d|\p{L}{1,9}\.?\s)/u.test(item.suffix)) text += '{}';
    if (item.suffix !== '') {
      const closesUp = /^[,.;:]/.test(item.suffix) || (text === '' && !follows);
      text += `${closesUp ? '' : ' '}${escapeCite(item.suffix)}`;
    }
    return text;
  }
}

/** A value in double quotes: pandoc reads entities and backslashes there. */
function attribute(text: string): string {
  return text
    .replace(/&/g, '&amp;')
    .replace(/"/g, '&quot;')
    .replace(/\\/g, '&#92;')
    .replace(/</g, '&lt;')
    .replace(/\n/g, ' ');
}

function escapeStarts(text: string): string {
  return text.split('\n').map(escapeLineStart).join('\n');
}

function writeTextRun({ text, look, url }: PreparedText): string {
  if (url !== undefined && isSafeUrl(url)) {
    const address = new URL(url).href.replace(/[<>\s\\]/g, (sign) => encodeURIComponent(sign));
    return `[${marked(text, look)}](<${address}>)`;
  }
  return marked(text, look);
}

/** Formatting round the words, spaces kept outside: "** x**" would not be bold. */
function marked(text: string, look: Look): string {
  const [, before = '', words = '', after = ''] = /^(\s*)(.*?)(\s*)$/su.exec(text) ?? [];
  if (words === '') return text;
  let inner: string;
  if (look.code) {
    const ticks = '`'.repeat(longestRun(words, '`') + 1);
    const pad = words.startsWith('`') || words.endsWith('`') ? ' ' : '';
    inner = `${ticks}${pad}${words}${pad}${ticks}`;
  } else inner = escapeMarkdown(words);
  if (look.vertical === 'super') inner = `^${inner.replaceAll(' ', '\\ ')}^`;
  if (look.vertical === 'sub') inner = `~${inner.replaceAll(' ', '\\ ')}~`;
  if (look.smallCaps) inner = `[${inner}]{.smallcaps}`;
  if (look.underline) inner = `[${inner}]{.underline}`;
  if (look.strikethrough) inner = `~~${inner}~~`;
  if (look.bold && look.italic) inner = `***${inner}***`;
  else if (look.bold) inner = `**${inner}**`;
  else if (look.italic) inner = `*${inner}*`;
  return before + inner + after;
}

function longestRun(text: string, sign: string): number {
  return Math.max(0, ...[...text.matchAll(new RegExp(`${sign}+`, 'g'))].map(([run]) => run.length));
}

/** Inside a citation, semicolons and brackets part and end it. */
function escapeCite(text: string): string {
  return escapeMarkdown(text).replaceAll(';', '\\;');
}

/** A citation key as pandoc reads it after `@`; in braces where its rules for plain keys do not allow it. */
function pandocKey(key: string): string {
  return /^[\p{L}\p{N}_]+(?:[:.#$%&+?<>~/-][\p{L}\p{N}_]+)*$/u.test(key) ? key : `{${key.replace(/[{}\s]/g, '')}}`;
}

/** Terms that pandoc takes for locators in every English locale. */
const terms: Partial<Record<LocatorLabel, string>> = {
  page: 'p.',
  paragraph: 'para.',
  section: 'sec.',
  chapter: 'chap.',
  line: 'l.',
  note: 'n.',
  figure: 'fig.',
  volume: 'vol.',
  book: 'bk.',
  column: 'col.',
  folio: 'fol.',
  issue: 'no.',
  opus: 'op.',
  part: 'pt.',
  'sub-verbo': 's.v.',
  verse: 'v.',
};

function writeLocator(label: LocatorLabel, value: string): string {
  const term = terms[label];
  // Labels that pandoc does not know become words of the suffix, so that they stay visible.
  if (term === undefined) return `${label.replace(/-locator$/, '')} ${escapeCite(value)}`;
  const simple = /^[0-9]+(?:[-–][0-9]+)?(?:, [0-9]+(?:[-–][0-9]+)?)*$/.test(value);
  const many = /[-–,]/.test(value) && label === 'page' ? 'pp.' : term;
  if (simple) return `${many} ${value}`;
  // Braces make any value a locator, but pandoc does not read escapes inside them.
  return /^[\p{L}\p{N}\s.,:–-]+$/u.test(value) ? `{${many} ${value}}` : `${many} ${escapeCite(value)}`;
}
