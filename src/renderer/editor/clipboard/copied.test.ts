import { describe, expect, it } from 'vitest';
import type { Inline } from '../../../shared/memo/document';
import { copiedHtml, type CopyWords } from './copied';

const text = (words: string, formats: ('bold' | 'italic')[] = []): Inline => ({
  type: 'text',
  text: words,
  formats,
  marks: [],
});
const citation: Inline = { type: 'citation', id: 'c', items: [], marks: [] };
const words = (note: boolean): CopyWords => ({
  cited: () => ({ note, runs: [{ text: 'Hallam, ' }, { text: 'Spring', italic: true }], author: [] }),
  referred: () => 'Figure 1',
});

describe('a copy', () => {
  it('has citations as their words', () => {
    const html = copiedHtml([{ type: 'paragraph', children: [text('It closed ', ['bold']), citation] }], words(false));
    expect(html).toBe('<span><b>It closed </b>Hallam, <i>Spring</i></span>');
  });

  it('has notes as footnotes that word processors know, numbered from one', () => {
    const footnote: Inline = { type: 'footnote', id: 'f', children: [text('See '), citation] };
    const html = copiedHtml([{ type: 'paragraph', children: [text('A'), citation, text('B'), footnote] }], words(true));
    expect(html).toContain('href="#_ftn2" name="_ftnref2"');
    expect(html).toContain('id="ftn1"><p><a style="mso-footnote-id:ftn1" href="#_ftnref1" name="_ftn1">[1]</a> Hallam');
    expect(html).toContain('[2]</a> See Hallam, <i>Spring</i></p>');
  });

  it('has markup in words as words', () => {
    const hostile = '<img src=x onerror="alert(1)">';
    const html = copiedHtml(
      [
        { type: 'heading', level: 1, children: [text(hostile)] },
        { type: 'code', text: hostile },
      ],
      words(false),
    );
    expect(html).not.toContain('<img');
    expect(html).toContain('&lt;img src=x onerror=&quot;');
  });
});
