import type { Run } from '../../../../shared/citing/types';
import type { BlockWriting, Inline, ListBlock, MemoBlock, TextFormat } from '../../../../shared/memo/document';
import { captionStart, citedAt, type CopyWords } from './words';

const tags: Record<TextFormat, string> = {
  bold: 'b',
  italic: 'i',
  underline: 'u',
  strikethrough: 's',
  code: 'code',
  superscript: 'sup',
  subscript: 'sub',
  'small-caps': 'span',
};

function escape(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}

function wrap(tag: string, inner: string): string {
  return tag === 'span' ? `<span style="font-variant:small-caps">${inner}</span>` : `<${tag}>${inner}</${tag}>`;
}

function runHtml({ text, bold, italic, underline, smallCaps, vertical }: Run): string {
  let html = escape(text);
  if (vertical) html = wrap(vertical === 'super' ? 'sup' : 'sub', html);
  if (smallCaps) html = wrap('span', html);
  if (underline) html = wrap('u', html);
  if (italic) html = wrap('i', html);
  return bold ? wrap('b', html) : html;
}

/**
 * Blocks as HTML for other programs: citations as their words, and notes in the form that Word, LibreOffice and this editor
 * read as footnotes, which is a list of notes everywhere else.
 */
export function copiedHtml(blocks: readonly MemoBlock[], words: CopyWords): string {
  const notes: string[] = [];
  const note = (html: string): string => {
    const n = notes.push(html);
    return `<a style="mso-footnote-id:ftn${n}" href="#_ftn${n}" name="_ftnref${n}"><sup>[${n}]</sup></a>`;
  };
  const write = (inlines: readonly Inline[], inNote = words.inNote): string =>
    inlines
      .map((inline, index): string => {
        switch (inline.type) {
          case 'text':
            return inline.formats.reduce((html, format) => wrap(tags[format], html), escape(inline.text));
          case 'line-break':
            return '<br>';
          case 'link':
            return `<a href="${escape(inline.url)}">${write(inline.children, inNote)}</a>`;
          case 'actor-mention':
            return escape(inline.text);
          case 'cross-reference':
            return escape(words.referred(inline));
          case 'footnote':
            return inNote ? write(inline.children, true) : note(write(inline.children, true));
          case 'citation': {
            const cited = citedAt(inlines, index, words, inNote);
            const html = cited.runs.map(runHtml).join('');
            return cited.author.map(runHtml).join('') + (cited.note ? note(html) : html);
          }
        }
      })
      .join('');
  const caption = (id: string, children: readonly Inline[]): string =>
    escape(captionStart(words.called(id), children)) + write(children);
  const list = ({ ordered, start, items, ...writing }: ListBlock): string => {
    const tag = ordered ? 'ol' : 'ul';
    const from = ordered && start !== 1 ? ` start="${start}"` : '';
    const entries = items.map((item) => `<li>${write(item.children)}${item.nested ? list(item.nested) : ''}</li>`);
    return `<${tag}${from}${attributes(writing)}>${entries.join('')}</${tag}>`;
  };
  const block = (each: MemoBlock): string => {
    switch (each.type) {
      case 'paragraph':
        return `<p${attributes(each)}>${write(each.children)}</p>`;
      case 'heading':
        return `<h${each.level}${attributes(each)}>${write(each.children)}</h${each.level}>`;
      case 'quotation':
        return `<blockquote${attributes(each)}>${write(each.children)}</blockquote>`;
      case 'excerpt-quotation': {
        const quotation = `<blockquote${attributes(each)}>${write(each.children)}</blockquote>`;
        if (!each.translation) return quotation;
        const { children, by, language } = each.translation;
        const lang = language === '' ? '' : ` lang="${escape(language)}"`;
        return `${quotation}<blockquote${lang} dir="auto">${write(children)} (${escape(words.translated(by))})</blockquote>`;
      }
      case 'list':
        return list(each);
      case 'table': {
        const said = caption(each.id ?? '', each.caption ?? []);
        const rows = each.rows.map((row) => {
          const cells = row.cells.map(({ header, children }) => wrap(header ? 'th' : 'td', write(children)));
          return `<tr>${cells.join('')}</tr>`;
        });
        return `<table>${said && wrap('caption', said)}${rows.join('')}</table>`;
      }
      case 'image': {
        const said = caption(each.id, each.caption);
        return (each.alt && wrap('p', escape(each.alt))) + (said && wrap('p', said));
      }
      case 'code':
        return `<pre>${escape(each.text)}</pre>`;
      case 'rule':
        return '<hr>';
    }
  };
  const [only] = blocks;
  const inOneLine = blocks.length === 1 && only?.type === 'paragraph';
  const text = inOneLine ? `<span>${write(only.children)}</span>` : blocks.map(block).join('');
  return text + notesHtml(notes);
}

function attributes({ direction, language }: BlockWriting): string {
  return (direction ? ` dir="${direction}"` : '') + (language ? ` lang="${escape(language)}"` : '');
}

function notesHtml(notes: readonly string[]): string {
  if (notes.length === 0) return '';
  const each = notes.map((html, index) => {
    const n = index + 1;
    const back = `<a style="mso-footnote-id:ftn${n}" href="#_ftnref${n}" name="_ftn${n}">[${n}]</a>`;
    return `<div style="mso-element:footnote" id="ftn${n}"><p>${back} ${html}</p></div>`;
  });
  return `<div style="mso-element:footnote-list"><hr>${each.join('')}</div>`;
}
