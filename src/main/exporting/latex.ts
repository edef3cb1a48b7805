import type { LocatorLabel } from '../../shared/domain/common';
import { isSafeUrl, type CitationItem } from '../../shared/memo/document';
import { escapeLatex } from './latex-escape';
import { environmentOf, foreignLanguage, languageCommands, languageGaps, noteDirection } from './latex-languages';
import {
  inlinesText,
  memoHeadings,
  memoLanguages,
  missingPicture,
  type PictureFile,
  type PreparedBlock,
  type PreparedCaption,
  type PreparedCitation,
  type PreparedImage,
  type PreparedInline,
  type PreparedLabel,
  type PreparedList,
  type PreparedMemo,
  type PreparedReference,
  type PreparedRun,
  type PreparedTable,
  type PreparedText,
} from './prepared';

/**
 * LaTeX for LuaLaTeX with BibLaTeX and biber; the .bib file lies beside it. Citations stay commands, so that the paper's own
 * style can write them; BibLaTeX's nearest to the memo's style is chosen.
 */
export function writeLatex(memo: PreparedMemo, bibFile: string, pictureFile: PictureFile): string {
  const writer = new Writer(memo, pictureFile);
  const body = memo.blocks.map((block) => writer.block(block));
  const sources = [...memo.sources.values()].map(({ csl }) => JSON.stringify(csl));
  const { subtitle, author, summary } = memo.titleBlock;
  const said = memoLanguages(memo);
  const text = [memo.title, subtitle, author, ...summary, ...body, ...sources].join('\n');
  return `${[
    '% Compile with lualatex, biber, lualatex, lualatex.',
    ...preamble(memo),
    ...languageCommands(memo.locale, text, said),
    '\\usepackage{csquotes}',
    '\\usepackage[normalem]{ulem}',
    '\\usepackage{longtable}',
    '\\usepackage{graphicx}',
    '\\usepackage{float}',
    ...biblatex(memo),
    ...languageGaps(memo.locale, text, said, englishWords(memo.styleId)),
    `\\addbibresource{${bibFile}}`,
    '\\usepackage[hidelinks]{hyperref}',
    ...noteDirection(memo.locale, text, said),
    ...titleCommands(memo),
    '\\begin{document}',
    '\\maketitle',
    ...front(memo),
    ...body,
    ...(memo.bibliography.length > 0 ? [`\\printbibliography[title={${escapeLatex(memo.titles.bibliography)}}]`] : []),
    '\\end{document}',
  ].join('\n\n')}\n`;
}

/** Paper, size and layout. */
function preamble({ options }: PreparedMemo): string[] {
  const { paper, layout, fontSize, wideLines, numberedHeadings } = options;
  const classOptions = [`${fontSize}pt`, `${paper}paper`, ...(layout === 'report' ? ['titlepage'] : [])].join(',');
  return [
    `\\documentclass[${classOptions}]{article}`,
    ...(layout === 'essay' ? ['\\usepackage[left=58mm,right=24mm]{geometry}'] : []),
    ...(layout === 'report' ? ['\\pagestyle{headings}'] : []),
    ...(wideLines ? ['\\usepackage{setspace}', '\\doublespacing'] : []),
    `\\setcounter{secnumdepth}{${numberedHeadings ? 4 : 0}}`,
    '\\usepackage{fontspec}',
  ];
}

function titleCommands({ title, titleBlock }: PreparedMemo): string[] {
  const { subtitle, author, date } = titleBlock;
  const below = subtitle === '' ? '' : `\\\\[0.4em]\\large ${escapeLatex(subtitle)}`;
  return [`\\title{${escapeLatex(title)}${below}}`, `\\author{${escapeLatex(author)}}`, `\\date{${escapeLatex(date)}}`];
}

function front(memo: PreparedMemo): string[] {
  const { summary } = memo.titleBlock;
  const paragraphs = summary.map((paragraph) => escapeLatex(paragraph)).join('\n\n');
  return [
    ...(summary.length > 0 ? [`\\begin{abstract}\n${paragraphs}\n\\end{abstract}`] : []),
    ...(memo.options.contents && memoHeadings(memo).headings.length > 0 ? ['\\tableofcontents'] : []),
  ];
}

function biblatex({ styleId, noteStyle }: PreparedMemo): string[] {
  if (styleId.startsWith('chicago-notes')) return ['\\usepackage[notes,backend=biber]{biblatex-chicago}'];
  if (styleId === 'chicago-author-date') return ['\\usepackage[authordate,backend=biber]{biblatex-chicago}'];
  const known: Record<string, string> = {
    apa: 'apa',
    mla: 'mla',
    ieee: 'ieee',
    vancouver: 'numeric-comp',
    oscola: 'oscola',
  };
  const style =
    (Object.hasOwn(known, styleId) ? known[styleId] : undefined) ?? (noteStyle ? 'verbose-ibid' : 'authoryear');
  return [`\\usepackage[style=${style},backend=biber]{biblatex}`];
}

/** The file in which a style of BibLaTeX has its English words. */
function englishWords(styleId: string): string {
  if (styleId.startsWith('chicago-notes') || styleId === 'chicago-author-date') return 'cms-american';
  return styleId === 'apa' || styleId === 'mla' ? `american-${styleId}` : 'english';
}

type Spoken = Pick<PreparedRun, 'children' | 'language'>;

const sections = ['section', 'subsection', 'subsubsection', 'paragraph'];

class Writer {
  private readonly top: number;

  constructor(
    private readonly memo: PreparedMemo,
    private readonly pictureFile: PictureFile,
  ) {
    this.top = memoHeadings(memo).top;
  }

  /** While a caption is written: the notes of it. LaTeX loses those that stand in a caption, so they follow after it. */
  private captionNotes: string[] | null = null;

  block(block: PreparedBlock): string {
    switch (block.type) {
      case 'paragraph':
        return this.directed(block);
      case 'heading':
        return `\\${sections[block.level - this.top] ?? 'paragraph'}{${this.directedInline(block)}}${block.label ? anchor(block.label) : ''}`;
      case 'quotation':
        return `\\begin{quotation}\n${this.directed(block)}\n\\end{quotation}`;
      case 'list':
        return this.list(block, 0);
      case 'table':
        return this.table(block);
      case 'image':
        return this.figure(block);
      case 'code':
        // subtle: not verbatim, whose end a text could hold.
        return block.text
          .split('\n')
          .map((line) => `\\noindent\\texttt{${escapeLatex(line).replace(/ /g, '~')}}`)
          .join('\\\\\n');
      case 'rule':
        return '\\begin{center}\\rule{0.5\\linewidth}{0.5pt}\\end{center}';
    }
  }

  /** A paragraph; in another language than the memo's, with its direction. */
  private directed({ children, language: said }: PreparedRun): string {
    const text = this.inlines(children);
    const language = foreignLanguage({ text: inlinesText(children), language: said }, this.memo.locale);
    if (language === null) return text;
    const environment = environmentOf(language);
    return `\\begin{${environment}}\n${text}\n\\end{${environment}}`;
  }

  /** The same within a paragraph of the memo's own direction: a list item, a cell, a caption, a note. */
  private directedInline({ children, language: said }: Spoken, lineBreak?: string, inNote?: boolean): string {
    const text = this.inlines(children, lineBreak, inNote);
    const language = foreignLanguage({ text: inlinesText(children), language: said }, this.memo.locale);
    return language === null || text === '' ? text : `\\foreignlanguage{${language}}{${text}}`;
  }

  private list(list: PreparedList, depth: number): string {
    const environment = list.ordered ? 'enumerate' : 'itemize';
    const counter = `enum${['i', 'ii', 'iii', 'iv'][Math.min(depth, 3)]}`;
    const start = list.ordered && list.start !== 1 ? `\n\\setcounter{${counter}}{${Math.trunc(list.start) - 1}}` : '';
    const items = list.items.map((item) => {
      const nested = item.nested ? `\n${this.list(item.nested, depth + (list.ordered ? 1 : 0))}` : '';
      return `\\item {}${this.directedInline(item)}${nested}`;
    });
    return `\\begin{${environment}}${start}\n${items.join('\n')}\n\\end{${environment}}`;
  }

  private figure(image: PreparedImage): string {
    const { alt, width } = image;
    const { label } = image.caption;
    const file = this.pictureFile(image);
    const share = `width=${width.toFixed(2)}\\linewidth,height=0.8\\textheight,keepaspectratio`;
    const picture =
      file === null
        ? escapeLatex(missingPicture(alt))
        : `\\includegraphics[${share},alt={${escapeLatex(alt)}}]{${file}}`;
    const { caption, notes } = this.caption(image.caption);
    return `\\begin{figure}[H]\n\\centering\n${picture}\n${caption || anchor(label)}\n\\end{figure}${notes}`;
  }

  /** A caption that LaTeX numbers, and the notes of it; nothing where there are neither words nor a number. */
  private caption(captioned: PreparedCaption | null): { caption: string; notes: string } {
    if (captioned === null || captioned.label.number === null) return { caption: '', notes: '' };
    this.captionNotes = [];
    const words = this.directedInline(captioned, ' ');
    const collected = this.captionNotes;
    this.captionNotes = null;
    const back = collected.length > 1 ? `\n\\addtocounter{footnote}{-${collected.length - 1}}` : '';
    const texts = collected.map(
      (note, index) => `${index > 0 ? '\n\\stepcounter{footnote}' : ''}\n\\footnotetext{${note}}`,
    );
    return { caption: `\\caption{${words}}\\label{${captioned.label.anchor}}`, notes: back + texts.join('') };
  }

  private note(words: string): string {
    if (!this.captionNotes) return `\\footnote{${words}}`;
    this.captionNotes.push(words);
    return '\\protect\\footnotemark{}';
  }

  private table(table: PreparedTable): string {
    const width = (0.94 / table.columns).toFixed(3);
    const columns = `p{${width}\\linewidth}`.repeat(table.columns);
    const rows = table.rows.map((row, index) => {
      const cells = Array.from({ length: table.columns }, (_, column) => {
        const cell = row[column];
        if (!cell) return '';
        const words = this.directedInline(cell, ' ');
        return cell.header && words !== '' ? `\\textbf{${words}}` : words;
      });
      return `${cells.join(' & ')} \\\\${index === 0 && table.headed ? '\n\\hline\n\\endhead' : ''}`;
    });
    const { caption, notes } = this.caption(table.caption);
    const above = caption === '' ? '' : `${caption}\\\\\n`;
    return `\\begin{longtable}{${columns}}\n${above}\\hline\n${rows.join('\n')}\n\\hline\n\\end{longtable}${notes}`;
  }

  private inlines(children: readonly PreparedInline[], lineBreak = '\\\\{}\n', inNote = false): string {
    return children.map((inline) => this.inline(inline, lineBreak, inNote)).join('');
  }

  private inline(inline: PreparedInline, lineBreak: string, inNote: boolean): string {
    switch (inline.type) {
      case 'text':
        return writeTextRun(inline);
      case 'break':
        return lineBreak;
      case 'reference':
        return writeReference(inline);
      case 'footnote':
        return this.note(this.directedInline(inline, ' ', true));
      case 'citation':
        if (this.captionNotes && this.memo.noteStyle && !inNote) {
          // subtle: \autocite would close up to the word by itself.
          return `\\unskip${this.note(this.citation(inline, true))}`;
        }
        return this.citation(inline, inNote);
    }
  }

  private citation({ items, author }: PreparedCitation, inNote: boolean): string {
    const { noteStyle } = this.memo;
    if (author !== undefined && !noteStyle) return this.commands('textcite', items);
    // In BibLaTeX's note styles \textcite writes the whole note into the text.
    const name = author === undefined ? '' : `\\citeauthor{${items[0] ? this.key(items[0]) : ''}}`;
    const command = noteStyle && !inNote ? 'autocite' : noteStyle ? 'cite' : 'parencite';
    return name + this.commands(command, items);
  }

  private commands(command: string, items: readonly CitationItem[]): string {
    const only = items[0];
    if (items.length === 1 && only) {
      return `\\${command}${only.suppressAuthor ? '*' : ''}${this.options(only)}{${this.key(only)}}`;
    }
    return `\\${command}s${items.map((item) => `${this.options(item)}{${this.key(item)}}`).join('')}`;
  }

  private key(item: CitationItem): string {
    return latexKey(this.memo.sources.get(item.sourceId)?.citationKey ?? item.sourceId);
  }

  private options(item: CitationItem): string {
    const suffix = item.suffix === '' ? '' : escapeLatex(item.suffix);
    const locator = writeLocator(item.label, item.locator.trim());
    const joint = locator !== '' && suffix !== '' && !/^[,.;:]/.test(suffix) ? ' ' : '';
    const after = `${locator}${joint}${suffix}`;
    if (item.prefix !== '') return `[{${escapeLatex(item.prefix)}}][{${after}}]`;
    return after === '' ? '' : `[{${after}}]`;
  }
}

/** A place that references find where LaTeX counts nothing. */
function anchor(label: PreparedLabel): string {
  return `\\phantomsection\\label{${label.anchor}}`;
}

/** LaTeX numbers figures and tables as we do, and knows the pages. */
function writeReference({ target, show, text, pageWord }: PreparedReference): string {
  if (show === 'page') return `${escapeLatex(pageWord)}~\\pageref{${target.anchor}}`;
  const number = target.number === null || show === 'title' ? null : `\\ref*{${target.anchor}}`;
  const words =
    number === null ? escapeLatex(text) : show === 'number' ? number : `${escapeLatex(target.word)}~${number}`;
  return `\\hyperref[${target.anchor}]{${words}}`;
}

/** A citation key without the characters that BibTeX and TeX keep for themselves. Keys in the .bib file go through it too. */
export function latexKey(key: string): string {
  return key.replace(/[\s\\{}%#,~"'=()$&^<>?]/gu, '-');
}

const abbreviations: Partial<Record<LocatorLabel, string>> = {
  paragraph: 'para.',
  section: 'sec.',
  chapter: 'chap.',
  line: 'l.',
  note: 'n.',
  figure: 'fig.',
  volume: 'vol.',
  column: 'col.',
  folio: 'fol.',
  part: 'pt.',
  verse: 'v.',
  'sub-verbo': 's.v.',
};

/** Pages are bare: BibLaTeX writes "p." itself where its style wants it. */
function writeLocator(label: LocatorLabel, value: string): string {
  if (value === '') return '';
  if (label === 'page') return escapeLatex(value.replace(/[–—]/g, '--')).replaceAll('-{}-', '--');
  return `${abbreviations[label] ?? label.replace(/-locator$/, '')}~${escapeLatex(value)}`;
}

function writeTextRun({ text, look, url }: PreparedText): string {
  let words = escapeLatex(text);
  if (words === '') return '';
  if (look.code) words = `\\texttt{${words}}`;
  if (look.vertical === 'super') words = `\\textsuperscript{${words}}`;
  if (look.vertical === 'sub') words = `\\textsubscript{${words}}`;
  if (look.smallCaps) words = `\\textsc{${words}}`;
  if (look.strikethrough) words = `\\sout{${words}}`;
  if (look.underline) words = `\\uline{${words}}`;
  if (look.italic) words = `\\emph{${words}}`;
  if (look.bold) words = `\\textbf{${words}}`;
  if (url === undefined || !isSafeUrl(url)) return words;
  const address = new URL(url).href
    .replace(/[\\{}^"<>|`~\s]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`)
    .replace(/[%#&_$]/g, '\\$&');
  return `\\href{${address}}{${words}}`;
}
