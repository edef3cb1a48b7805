import {
  ExternalHyperlink,
  FootnoteReferenceRun,
  Paragraph,
  TextRun,
  type IParagraphOptions,
  type IRunOptions,
  type ParagraphChild,
} from 'docx';
import { withCountry } from '../../shared/domain/language';
import { mainDirection, type Direction } from './direction';
import { DocxComments } from './docx-comments';
import { writeReference } from './docx-figures';
import { zoteroCitation } from './docx-zotero';
import {
  inlinesText,
  runInlines,
  type PreparedCitation,
  type PreparedInline,
  type PreparedMemo,
  type PreparedText,
} from './prepared';
import { languageRuns, type LanguageRun } from './run-language';

/** Writes a memo's paragraphs for Word: notes, links, directions and languages of runs, citations as fields where they are wanted. */
export class DocxInlines {
  #fields = 0;

  /** Where comments begin and end. */
  readonly comments: DocxComments;

  constructor(private readonly memo: PreparedMemo) {
    this.comments = new DocxComments(memo);
  }

  paragraph(
    options: Omit<IParagraphOptions, 'children'>,
    children: readonly PreparedInline[],
    direction: Direction = mainDirection(inlinesText(children)),
    { before = [], note = 0 }: { before?: readonly ParagraphChild[]; note?: number } = {},
  ): Paragraph {
    return new Paragraph({
      ...options,
      ...(direction === 'rtl' ? { bidirectional: true } : {}),
      children: [...before, ...this.children(children, note)],
    });
  }

  /** @param note the number of the note in which they stand; 0 in the text */
  children(inlines: readonly PreparedInline[], note = 0): ParagraphChild[] {
    return inlines.flatMap((inline) => {
      const written = this.#inline(inline, note);
      return note === 0 ? this.comments.around(inline, written) : written;
    });
  }

  #inline(inline: PreparedInline, note: number): ParagraphChild[] {
    switch (inline.type) {
      case 'text':
        return this.#text(inline);
      case 'break':
        return [new TextRun({ break: 1 })];
      case 'reference':
        return writeReference(inline);
      case 'footnote':
        return [new FootnoteReferenceRun(inline.number)];
      case 'citation':
        return inline.note === null ? this.#citation(inline, note) : [new FootnoteReferenceRun(inline.note)];
    }
  }

  #citation(citation: PreparedCitation, note: number): ParagraphChild[] {
    const shown = runInlines(citation.runs).flatMap((run) => this.#text(run));
    if (!this.memo.options.zoteroFields) return shown;
    return zoteroCitation(citation, { shown, note, count: ++this.#fields, sources: this.memo.sources });
  }

  #text({ text, look, url, language }: PreparedText): ParagraphChild[] {
    const options: Omit<IRunOptions, 'text'> = {
      ...(look.bold ? { bold: true } : {}),
      ...(look.italic ? { italics: true } : {}),
      ...(look.underline ? { underline: {} } : {}),
      ...(look.strikethrough ? { strike: true } : {}),
      ...(look.smallCaps ? { smallCaps: true } : {}),
      ...(look.vertical === 'super' ? { superScript: true } : {}),
      ...(look.vertical === 'sub' ? { subScript: true } : {}),
      ...(look.code ? { style: 'CodeCharacter' } : {}),
      ...(url === undefined ? {} : { style: 'Hyperlink' }),
    };
    const runs = languageRuns(text, this.memo.locale, language).map((run) => textRun(run, options));
    return url === undefined ? runs : [new ExternalHyperlink({ link: url, children: runs })];
  }
}

/** Word does not work out direction and language of a run by itself: each stretch of letters is marked. */
function textRun({ text, direction, language }: LanguageRun, options: Omit<IRunOptions, 'text'>): TextRun {
  if (language === null) return new TextRun({ ...options, text });
  const tag = withCountry(language);
  if (direction !== 'rtl') {
    const isEastAsian = /^(ja|ko|zh)\b/.test(language);
    return new TextRun({ ...options, text, language: isEastAsian ? { eastAsia: tag } : { value: tag } });
  }
  return new TextRun({
    ...options,
    text,
    rightToLeft: true,
    boldComplexScript: options.bold,
    italicsComplexScript: options.italics,
    language: { bidirectional: tag },
  });
}
