import { describe, expect, it } from 'vitest';
import { importContent } from '../import';
import { ordinaryLimits } from '../limits';
import { documentOf, outline } from '../testing';

const paste = async (html: string, text = 'Only these words.', title = '') =>
  documentOf(await importContent({ kind: 'text', title, text, html, limits: ordinaryLimits }));

describe('what was copied', () => {
  it('from a page keeps its structure, and its address where the clipboard says it', async () => {
    const header =
      'Version:0.9\r\nStartHTML:00000097\r\nEndHTML:1\r\nSourceURL:https://gazette.example/ports?utm_source=x\r\n';
    const document = await paste(
      `${header}<html><body><nav>Menu</nav><!--StartFragment--><h2>Ports closed</h2><p>By Ana Petrova</p><p>It said <b>so</b>, <a href="/more">here</a>.</p>` +
        '<blockquote>Nobody told us.</blockquote><ol start="3"><li>Three</li></ol><table><tr><td>a<span>b</span></td><td>c<div>d</div></td></tr></table><!--EndFragment--></body></html>',
    );
    expect(outline(document)).toEqual([
      'heading 1|Ports closed',
      'caption|By Ana Petrova',
      'paragraph|It said so, here.|strong:so|link:here→https://gazette.example/more',
      'quotation|Nobody told us.',
      'list-item 1 #3|Three',
      'table-row|ab\tc d',
    ]);
    expect(document.csl).toMatchObject({
      title: 'Ports closed',
      URL: 'https://gazette.example/ports',
      author: [{ family: 'Petrova' }],
    });
    expect(document.metadataOrigin).toMatchObject({ URL: 'clipboard', title: 'heading' });
  });

  it('from a word processor has its looks from styles, and Word’s list items as such', async () => {
    const document = await paste(
      '<meta charset="utf-8"><b style="font-weight:normal" id="docs-internal-guid-1"><p><span style="font-weight:700">Bold</span>, <span style="font-style:italic">slanted</span>, plain</p></b>' +
        '<p class=MsoListParagraph style="mso-list:l0 level2 lfo1"><![if !supportLists]><span style="mso-list:Ignore">7.<span>&nbsp; </span></span><![endif]>Seven</p>' +
        '<p class=MsoListParagraph style="mso-list:l1 level1 lfo2"><span style="mso-list:Ignore">·&nbsp;</span>Dot</p>',
      '',
      'A given title',
    );
    expect(outline(document)).toEqual([
      'paragraph|Bold, slanted, plain|strong:Bold|emphasis:slanted',
      'list-item 2 #7|Seven',
      'list-item 1|Dot',
    ]);
    expect(document.csl.title).toBe('A given title');
  });

  it('is whole where a body’s tag was left in its midst', async () => {
    const document = await paste('<h2>Ports closed</h2><p>First words.</p><body class=x><p>Last words.</p>');
    expect(outline(document)).toEqual(['heading 1|Ports closed', 'paragraph|First words.', 'paragraph|Last words.']);
  });

  it('is plain text where its HTML has no words, and never acts', async () => {
    expect((await paste('<meta charset="utf-8"><img src="x" onerror="alert(1)">')).text).toBe('Only these words.');
    const hostile = await paste(
      '<p onclick="x()">Safe<script>alert(1)</script><style>p{}</style> <a href="javascript:x">words</a>.</p><iframe srcdoc="<p>no</p>"></iframe>',
    );
    expect(outline(hostile)).toEqual(['paragraph|Safe words.']);
  });
});
