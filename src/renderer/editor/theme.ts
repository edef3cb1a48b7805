import type { EditorThemeClasses } from 'lexical';
import styles from './editor.module.css';

/** Lexical's element classes → this editor's style sheet. */
export const editorTheme: EditorThemeClasses = {
  paragraph: styles.paragraph,
  heading: { h1: styles.h1, h2: styles.h2, h3: styles.h3, h4: styles.h4, h5: styles.h4, h6: styles.h4 },
  quote: styles.quote,
  list: {
    ul: styles.ul,
    ol: styles.ol,
    listitem: styles.li,
    nested: { listitem: styles.nestedLi },
  },
  link: styles.link,
  code: styles.code,
  hr: styles.hr,
  hrSelected: styles.hrSelected,
  mark: styles.mark,
  table: styles.table,
  tableCell: styles.td,
  tableCellHeader: styles.th,
  tableCellSelected: styles.cellSelected,
  tableSelection: styles.tableSelection,
  tableScrollableWrapper: styles.tableScroll,
  citation: styles.citation,
  footnote: styles.footnote,
  actorMention: styles.actorMention,
  excerptQuotation: styles.excerptQuotation,
  image: styles.image,
  caption: styles.caption,
  tableCaption: styles.tableCaption,
  crossReference: styles.crossReference,
  text: {
    bold: styles.bold,
    italic: styles.italic,
    underline: styles.underline,
    strikethrough: styles.strikethrough,
    underlineStrikethrough: styles.underlineStrikethrough,
    code: styles.inlineCode,
    superscript: styles.superscript,
    subscript: styles.subscript,
  },
};
