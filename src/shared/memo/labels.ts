import { inLanguageOf, type ByLanguage } from '../citing/by-language';
import type { CrossReferenceInline, Inline, MemoDocument, ReferenceShow } from './document';
import { inlineText } from './text';
import { walkInlines } from './walk';

export type LabelKind = 'figure' | 'table' | 'heading';

/** What can be referred to in a document, and what it is called. */
export interface DocumentLabel {
  id: string;
  kind: LabelKind;
  /** Figures and tables are numbered apart, in the order of the document; null for headings, and for what needs no number. */
  number: number | null;
  /** The words of the heading or caption. */
  title: string;
}

interface Words {
  figure: string;
  table: string;
  page: string;
}

const words: ByLanguage<Words> = {
  en: { figure: 'Figure', table: 'Table', page: 'page' },
  de: { figure: 'Abbildung', table: 'Tabelle', page: 'Seite' },
  fr: { figure: 'Figure', table: 'Tableau', page: 'page' },
  es: { figure: 'Figura', table: 'Tabla', page: 'página' },
  pt: { figure: 'Figura', table: 'Tabela', page: 'página' },
  it: { figure: 'Figura', table: 'Tabella', page: 'pagina' },
  nl: { figure: 'Figuur', table: 'Tabel', page: 'pagina' },
  pl: { figure: 'Rysunek', table: 'Tabela', page: 'strona' },
  ru: { figure: 'Рисунок', table: 'Таблица', page: 'страница' },
  uk: { figure: 'Рисунок', table: 'Таблиця', page: 'сторінка' },
  tr: { figure: 'Şekil', table: 'Tablo', page: 'sayfa' },
  ar: { figure: 'الشكل', table: 'الجدول', page: 'الصفحة' },
  fa: { figure: 'شکل', table: 'جدول', page: 'صفحهٔ' },
};

/** The words for figures, tables and pages in the memo's language; English where we have none. */
export function labelWords(locale: string): Words {
  return inLanguageOf(locale, words);
}

/**
 * Everything in a document that has an id, which is what can have a number or be referred to. A figure or table is numbered if it has a caption
 * or something refers to it: a number that nobody sees would leave a gap.
 */
export function documentLabels(document: MemoDocument): Map<string, DocumentLabel> {
  const wanted = new Set<string>();
  for (const { inline } of walkInlines(document)) if (inline.type === 'cross-reference') wanted.add(inline.targetId);
  const labels = new Map<string, DocumentLabel>();
  const counts = { figure: 0, table: 0 };
  const add = (id: string, kind: LabelKind, title: readonly Inline[]) => {
    // A document from elsewhere may use an id twice: the first has it.
    if (labels.has(id)) return;
    const isNumbered = kind !== 'heading' && (title.length > 0 || wanted.has(id));
    labels.set(id, { id, kind, number: isNumbered ? ++counts[kind] : null, title: inlineText(title).trim() });
  };
  for (const block of document.blocks) {
    if (block.type === 'image') add(block.id, 'figure', block.caption);
    else if (block.type === 'table' && block.id !== undefined) add(block.id, 'table', block.caption ?? []);
    else if (block.type === 'heading' && block.id !== undefined) add(block.id, 'heading', block.children);
  }
  return labels;
}

/** "Figure 2"; empty for what has no number. */
export function labelText(label: DocumentLabel, locale: string): string {
  if (label.number === null || label.kind === 'heading') return '';
  return `${labelWords(locale)[label.kind]}\u00A0${label.number}`;
}

/** What stands for a reference whose target is gone. */
export const missingReference = '[missing: cross-reference]';

/** What a reference says where there are no pages; what a heading has no number for, its words say. */
export function referenceText(label: DocumentLabel | undefined, show: ReferenceShow, locale: string): string {
  if (!label) return missingReference;
  const called = labelText(label, locale);
  const title = label.title || called;
  const text = show === 'title' || called === '' ? title : show === 'number' ? String(label.number) : called;
  // A heading without words yet, or one that was emptied.
  return text === '' ? missingReference : text;
}

/** The references of a document to what is not in it. */
export function danglingReferences(document: MemoDocument): CrossReferenceInline[] {
  const labels = documentLabels(document);
  const dangling: CrossReferenceInline[] = [];
  for (const { inline } of walkInlines(document)) {
    if (inline.type === 'cross-reference' && !labels.has(inline.targetId)) dangling.push(inline);
  }
  return dangling;
}
