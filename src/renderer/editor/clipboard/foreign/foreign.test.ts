// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { withFootnotes } from './footnoteNodes';
import { inertDocument } from '../inertDocument';
import { finish } from '../slices';
import { withHeldStyles } from './heldStyles';
import { settleLanguages } from './languages';
import { tidyForeign } from './tidy';

/** As the clipboard has it, tidied; footnotes as {0}, with their words after a bar. */
function tidy(html: string): string {
  const pasted = inertDocument(html);
  const { bodies } = finish(tidyForeign(pasted, { footnotes: 't', pictures: 'p' }));
  const text = pasted.body.innerHTML
    .replace(/\uE000t:(\d+)\uE001/gu, '{$1}')
    .replace(/\uE000p:(\d+)\uE001/gu, '{picture $1}');
  return [text, ...bodies.map((body) => (body.textContent ?? '').trim())]
    .join(' | ')
    .replace(/<!--.*?-->/gs, '')
    .replace(/\s+/g, ' ')
    .trim();
}

const wordItem = (level: number, marker: string, words: string, list = 'l0') =>
  `<p class=MsoListParagraph style='margin-left:36pt;mso-list:${list} level${level} lfo1'><![if !supportLists]><span style='mso-fareast-font-family:Symbol'><span style='mso-list:Ignore'>${marker}<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span></span><![endif]>${words}<o:p></o:p></p>`;

describe('pasted from Word', () => {
  it('lists are lists, one inside another', () => {
    const html =
      wordItem(1, '·', 'one') +
      wordItem(2, 'o', 'inside') +
      wordItem(1, '·', 'two') +
      '<p class=MsoNormal>Words</p>' +
      wordItem(1, '4.', 'four', 'l1');
    expect(
      tidy(html)
        .replace(/ class="[^"]*"/g, '')
        .replace(/<span><\/span>/g, ''),
    ).toBe('<ul><li>one<ul><li>inside</li></ul></li><li>two</li></ul><p>Words</p><ol start="4"><li>four</li></ol>');
  });

  it('footnotes are taken to where they are called', () => {
    const html =
      `<p class=MsoNormal>It closed.<a style='mso-footnote-id:ftn1' href="#_ftn1" name="_ftnref1" title=""><span class=MsoFootnoteReference><span style='mso-special-character:footnote'><![if !supportFootnotes]>[1]<![endif]></span></span></a> Then.</p>` +
      `<div style='mso-element:footnote-list'><![if !supportFootnotes]><br clear=all><hr align=left size=1 width="33%"><![endif]><div style='mso-element:footnote' id=ftn1><p class=MsoFootnoteText><a style='mso-footnote-id:ftn1' href="#_ftnref1" name="_ftn1" title=""><span class=MsoFootnoteReference>[1]</span></a> Hallam, 2021.<o:p></o:p></p></div></div>`;
    expect(tidy(html)).toMatch(/It closed\.\{0\} Then\..*\| Hallam, 2021\.$/);
    expect(tidy(html)).not.toContain('[1]');
  });

  it('formats that are styles are formats; comments, deleted and hidden words are gone', () => {
    const html =
      `<p class=MsoTitle>Title</p><p>A <span style='font-weight:700;color:red'>bold</span> <i style='mso-bidi-font-style:normal'>word</i>` +
      `<span style='mso-hide:all'>hidden</span><del>gone</del><a class=msocomanchor href="#_msocom_1">[a1]</a></p><p><o:p>&nbsp;</o:p></p><div style='mso-element:comment-list'>A remark</div>`;
    expect(tidy(html)).toBe('<h1>Title</h1><p>A <span><strong>bold</strong></span> <i>word</i></p>');
  });
});

it('footnotes of LibreOffice and of the web are footnotes; links to other places stay links', () => {
  const libre =
    `<p>Words<a class="sdfootnoteanc" name="sdfootnote1anc" href="#sdfootnote1sym"><sup>1</sup></a></p>` +
    `<div id="sdfootnote1"><p class="sdfootnote"><a class="sdfootnotesym" name="sdfootnote1sym" href="#sdfootnote1anc">1</a> A note.</p></div>`;
  expect(tidy(libre)).toBe('<p>Words{0}</p> | A note.');
  const pandoc =
    `<p>One<a href="https://example.org/p#fn1" class="footnote-ref" id="fnref1"><sup>1</sup></a>, two<a href="#fn2" id="fnref2"><sup>2</sup></a>.</p>` +
    `<section><hr><ol><li id="fn1"><p>First.<a href="#fnref1">↩</a></p></li><li id="fn2"><p>Second.<a href="#fnref2">↩</a></p></li></ol></section>`;
  expect(tidy(pandoc)).toBe('<p>One{0}, two{1}.</p> | First. | Second.');
  const contents = '<p><a href="#a" id="x">1</a> <a href="#b">Part</a></p><h2 id="a">Part</h2>';
  expect(tidy(contents)).toContain('<a href="#a" id="x">1</a>');
});

it('the bold that Google Docs puts round everything is not bold', () => {
  const html = `<b style="font-weight:normal;" id="docs-internal-guid-1"><p dir="ltr"><span style="font-size:11pt;font-weight:400;font-style:italic">Words</span><span style="font-weight:700;text-decoration:underline">more</span></p></b>`;
  expect(tidy(html)).toBe('<p dir="ltr"><span><em>Words</em></span><span><u><strong>more</strong></u></span></p>');
});

it('a note stands where its marker was, and nowhere else', () => {
  const note = [{ type: 'text' as const, text: 'Note', formats: [], marks: [] }];
  const nodes = [
    { type: 'paragraph', children: [{ type: 'text', format: 1, text: 'a\uE000t:0\uE001b\uE000u:0\uE001' }] },
  ];
  expect(withFootnotes(nodes, 't', [note])).toEqual([
    {
      type: 'paragraph',
      children: [
        { type: 'text', format: 1, text: 'a' },
        { type: 'footnote', version: 1, id: 'pasted-0', content: note },
        { type: 'text', format: 1, text: 'b\uE000u:0\uE001' },
      ],
    },
  ]);
});

it('cells over several columns and rows leave every word in its column', () => {
  const html = `<table><tr><th colspan="2">a</th><th>b</th></tr><tr><td rowspan="2">c</td><td>d</td><td rowspan="3">e</td></tr><tr><td>f</td></tr><tr><td>g</td><td>h</td></tr></table>`;
  expect(tidy(html).replace(/<\/?tbody>/g, '')).toBe(
    '<table><tr><th>a</th><td></td><th>b</th></tr><tr><td>c</td><td>d</td><td>e</td></tr><tr><td></td><td>f</td><td></td></tr><tr><td>g</td><td>h</td><td></td></tr></table>',
  );
  const huge = tidy('<table><tr><td colspan="99999999" rowspan="99999999">a</td></tr><tr><td>b</td></tr></table>');
  expect(huge.match(/<td>/g)).toHaveLength(201);
});

it('what is nested absurdly deep keeps its words', () => {
  const deep = tidy(
    `${'<div><span style="font-weight:bold">'.repeat(200)}deep${'</span></div>'.repeat(200)}<p>after</p>`,
  );
  expect(deep).toContain('deep');
  expect(deep).toContain('<p>after</p>');
  expect(deep.match(/<div>/g)!.length).toBeLessThan(50);
});

it('styles are held under another name, in tags only', () => {
  expect(
    withHeldStyles(
      `<p style="a:b" title='style=x' STYLE=c>style="d" <!-- <b style="e"> --><br/style='f'><a href=style>1 < 2</a>`,
    ),
  ).toBe(
    `<p data-style="a:b" title='style=x' data-style=c>style="d" <!-- <b style="e"> --><br/data-style='f'><a href=style>1 < 2</a>`,
  );
  for (const hostile of ['<a "', "<a style='", '<a style', '<', '<!--', '<a b=']) {
    const started = performance.now();
    withHeldStyles(hostile.repeat(500_000));
    expect(performance.now() - started, hostile).toBeLessThan(2000);
  }
});

describe('the language of what is pasted', () => {
  const settled = (html: string, own = 'en-GB') => {
    const pasted = inertDocument(html);
    finish(tidyForeign(pasted, { footnotes: 't', pictures: 'p' }));
    const first = settleLanguages(pasted.body, own);
    const all = [...pasted.body.querySelectorAll('p, h1, blockquote, ul, ol')].map((block) =>
      `${block.localName} ${block.getAttribute('lang') ?? ''}`.trim(),
    );
    return { first, all: all.join(', ') };
  };

  it('is that of the block, of what it stands in, or of all its words', () => {
    expect(settled('<p lang=FR>Un</p><div lang="ru"><h1>Один</h1><p lang="">x</p></div><p>one</p>')).toEqual({
      first: 'fr',
      all: 'p fr, h1 ru, p, p',
    });
    expect(settled('<p class=MsoNormal><span lang=DE>Ein</span> <i><span lang=DE>Wort</span></i>.</p>').all).toBe(
      'p de',
    );
    expect(settled('<p>One <span lang=DE>Wort</span></p>').all).toBe('p');
    expect(settled('<ul lang="fa"><li>یک<ul><li>دو</li></ul></li></ul>').all).toBe('ul fa, ul');
  });

  it('is none where it is a variant of the text’s, what the whole document says, or no language', () => {
    expect(settled('<html lang="fr"><body lang="de"><p>Un</p></body></html>').all).toBe('p');
    expect(settled('<p lang="en-US">color</p>').all).toBe('p');
    for (const lang of ['english', 'x', '&quot;><script>', 'und', 'a'.repeat(5000)]) {
      expect(settled(`<p lang="${lang}">Un</p>`), lang).toEqual({ first: null, all: 'p' });
    }
  });
});
