import { describe, expect, it } from 'vitest';
import type { Inline, MemoBlock } from '../../../../shared/memo/document';
import { copiedHtml } from './html';
import { copiedText } from './text';
import type { CopyWords } from './words';

const text = (words: string, formats: ('bold' | 'italic')[] = []): Inline => ({
  type: 'text',
  text: words,
  formats,
  marks: [],
});
const paragraph = (...children: Inline[]): MemoBlock => ({ type: 'paragraph', children });
const citation: Inline = { type: 'citation', id: 'c', items: [], marks: [] };
const words = (note: boolean): CopyWords => ({
  cited: () => ({ note, runs: [{ text: 'Hallam, ' }, { text: 'Spring.', italic: true }], author: [] }),
  noteStyle: note,
  inNote: false,
  referred: () => 'Figure 1',
  called: (id) => ({ f: 'Figure 1', t: 'Table 1' })[id] ?? '',
  translated: () => 'my translation',
});
const footnote: Inline = { type: 'footnote', id: 'n', children: [text('See '), citation] };
const excerptId = '00000000-0000-7000-8000-000000000001';
const pair: MemoBlock = {
  type: 'excerpt-quotation',
  excerptId,
  children: [text('Nul ne l’a dit. '), citation],
  translation: { children: [text('Nobody said so.')], by: 'author', language: 'en' },
};
const picture: MemoBlock = {
  type: 'image',
  id: 'f',
  sha256: 'a'.repeat(64),
  mediaType: 'image/png',
  pixels: { width: 1, height: 1 },
  alt: 'A strait',
  width: 1,
  caption: [text('At low water')],
};
const table: MemoBlock = {
  type: 'table',
  id: 't',
  caption: [text('Days')],
  rows: [
    {
      cells: [
        { header: true, children: [text('Ship')] },
        { header: true, children: [text('Days')] },
      ],
    },
    {
      cells: [
        { header: false, children: [text('Aurelia')] },
        { header: false, children: [text('9'), footnote] },
      ],
    },
  ],
};

describe('a copy in HTML', () => {
  it('has citations as their words', () => {
    const html = copiedHtml([paragraph(text('It closed ', ['bold']), citation)], words(false));
    expect(html).toBe('<span><b>It closed </b>Hallam, <i>Spring.</i></span>');
  });

  it('has notes as footnotes that word processors know, numbered from one', () => {
    const html = copiedHtml([paragraph(text('A'), citation, text('B'), footnote)], words(true));
    expect(html).toContain('href="#_ftn2" name="_ftnref2"');
    expect(html).toContain('id="ftn1"><p><a style="mso-footnote-id:ftn1" href="#_ftnref1" name="_ftn1">[1]</a> Hallam');
    // As every export has it: part of the author's sentence.
    expect(html).toContain('[2]</a> See (Hallam, <i>Spring</i>).</p>');
  });

  it('has a quotation with its translation, and captions with their numbers', () => {
    const html = copiedHtml([pair, picture, table], words(false));
    expect(html).toContain(
      '</blockquote><blockquote lang="en" dir="auto">Nobody said so. (my translation)</blockquote>',
    );
    expect(html).toContain('<p>A strait</p><p>Figure 1. At low water</p>');
    expect(html).toContain('<table><caption>Table 1. Days</caption>');
  });

  it('says direction and language of its blocks', () => {
    const french = { ...paragraph(text('Un')), language: 'fr' } as MemoBlock;
    const persian = { type: 'quotation', direction: 'rtl', language: 'fa', children: [text('یک')] } as MemoBlock;
    expect(copiedHtml([french, persian], words(false))).toBe(
      '<p lang="fr">Un</p><blockquote dir="rtl" lang="fa">یک</blockquote>',
    );
  });

  it('has markup in words as words', () => {
    const hostile = '<img src=x onerror="alert(1)">';
    const html = copiedHtml(
      [
        { type: 'heading', level: 1, children: [text(hostile)] },
        { type: 'code', text: hostile },
        { ...pair, translation: { children: [text(hostile)], by: 'author', language: '"><script>' } } as MemoBlock,
      ],
      words(false),
    );
    expect(html).not.toMatch(/<img|<script/);
    expect(html).toContain('&lt;img src=x onerror=&quot;');
  });
});

describe('a copy in plain text', () => {
  it('has citations as their words, in the text or as notes after it', () => {
    const blocks = [paragraph(text('It closed '), citation, text(' and opened.'), footnote), paragraph(text('Then.'))];
    expect(copiedText(blocks, words(false))).toBe(
      'It closed Hallam, Spring. and opened.[1]\n\nThen.\n\n[1] See Hallam, Spring.',
    );
    expect(copiedText(blocks, words(true))).toBe(
      'It closed [1] and opened.[2]\n\nThen.\n\n[1] Hallam, Spring.\n[2] See (Hallam, Spring).',
    );
  });

  it('says what stands in a footnote there, not in a note of its own', () => {
    const inNote = { ...words(true), inNote: true };
    expect(copiedText([paragraph(text('Compare: '), citation)], inNote)).toBe('Compare: Hallam, Spring.');
  });

  it('reads as the exported text does: quotations, tables, figures, lists, links', () => {
    const link: Inline = { type: 'link', url: 'https://example.org/a', children: [text('there')] };
    const list: MemoBlock = {
      type: 'list',
      ordered: true,
      start: 3,
      items: [
        { children: [text('one'), { type: 'line-break' }, text('more')], nested: null },
        { children: [link, { type: 'cross-reference', targetId: 'f', show: 'number' }], nested: null },
      ],
    };
    expect(copiedText([pair, picture, table, list, { type: 'rule' }], words(false))).toBe(
      [
        '    Nul ne l’a dit. Hallam, Spring.',
        '    Nobody said so. (my translation)',
        '[Figure 1: At low water]',
        'Table 1. Days\nShip    | Days\n--------|-----\nAurelia | 9[1]',
        '3. one\n   more\n4. there <https://example.org/a>Figure 1',
        '* * *',
        '[1] See Hallam, Spring.',
      ].join('\n\n'),
    );
  });

  it('leaves code by itself as it is', () => {
    expect(copiedText([{ type: 'code', text: 'a\n  b' }], words(false))).toBe('a\n  b');
  });
});
