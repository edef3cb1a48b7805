// @vitest-environment happy-dom
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normaliseDocument } from '../../../../shared/memo/lexical';
import { memoDocumentVersion } from '../../../../shared/memo/document';
import { finish } from '../slices';
import { readForeign } from './read';

/** What comes in, read so many elements at a time. */
function read(html: string, most: number): unknown {
  const { blocks, language, token, pictures, elsewhere } = finish(readForeign(html, 'en-GB', most));
  const { blocks: normal } = normaliseDocument({ version: memoDocumentVersion, blocks });
  // A piece may leave an empty paragraph where it was cut; those are not pasted.
  const words = normal.filter((block) => block.type !== 'paragraph' || block.children.length > 0);
  return JSON.parse(JSON.stringify([words, language, pictures, elsewhere]).replaceAll(token, 'token'));
}

const leaf = fc.constantFrom('words', 'more <b>bold</b> words', '<i>in</i> line', 'a<br>b', '');
const { html } = fc.letrec<{ html: string; block: string }>((tie) => ({
  html: fc.array(tie('block'), { minLength: 1, maxLength: 6 }).map((parts) => parts.join('')),
  block: fc.oneof(
    { weight: 4, arbitrary: leaf.map((words) => `<p>${words}</p>`) },
    leaf,
    leaf.map((words) => `<h2>${words}</h2>`),
    leaf.map((words) => `<blockquote lang="fr">${words}</blockquote>`),
    tie('html').map((inner) => `<div lang="ru">${inner}</div>`),
    tie('html').map((inner) => `<section><article>${inner}</article></section>`),
    fc
      .array(leaf, { minLength: 1, maxLength: 9 })
      .map((items) => `<ul>${items.map((item) => `<li>${item}</li>`).join('')}</ul>`),
    fc
      .array(fc.tuple(leaf, leaf), { minLength: 1, maxLength: 9 })
      .map((items) => `<ol start="4">${items.map(([a, b]) => `<li>${a}<ul><li>${b}</li></ul></li>`).join('')}</ol>`),
    fc.array(fc.tuple(leaf, leaf), { minLength: 1, maxLength: 9 }).map((rows) => {
      const [head, ...rest] = rows.map(([a, b]) => `<tr><td>${a}</td><td>${b}</td></tr>`);
      return `<table><thead>${head}</thead><tbody>${rest.join('')}</tbody></table>`;
    }),
  ),
}));

describe('HTML read in pieces', () => {
  it('says what it says read at once', () => {
    fc.assert(
      fc.property(html, fc.integer({ min: 1, max: 12 }), (text, most) => {
        expect(read(text, most)).toEqual(read(text, Infinity));
      }),
      { numRuns: 200 },
    );
  });

  it('as Google Docs writes lists, too: those inside stand beside their items', () => {
    const item = '<li dir="ltr"><p dir="ltr"><span>one</span></p></li>';
    const list = `<ul>${`${item}<ul>${item}</ul>`.repeat(4)}</ul>`;
    for (const most of [1, 3, 5]) expect(read(list, most)).toEqual(read(list, Infinity));
  });

  it('comes with every word from where no paragraph is: deep, wide and broken', () => {
    for (const hostile of [
      `${'<div>'.repeat(3000)}deep`,
      `<ul>${'<li>deep<ul>'.repeat(300)}`,
      `<table>${'<tr><td>deep<table>'.repeat(200)}`,
      `<p title="${'x'.repeat(2_000_000)}">deep</p>`,
      `<a href="javascript:alert(1)">deep</a>${'<b></b>'.repeat(5000)}`,
    ]) {
      const json = JSON.stringify(read(hostile, 50));
      expect(json).toContain('deep');
      expect(json).not.toContain('javascript');
    }
  });
});
