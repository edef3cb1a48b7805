import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { memoDocument, type Inline, type MemoDocument } from './document';
import { anyDocument } from './document.arbitrary';
import { documentToLexical, lexicalToDocument, normaliseDocument } from './lexical';

const claim = '01890a5d-ac96-774b-bcce-b302099a8057';
const actor = '01890a5d-ac96-774b-bcce-b302099a8058';

function paragraph(...children: Inline[]): MemoDocument {
  return { version: 2, blocks: [{ type: 'paragraph', children }] };
}

describe('document ⇄ editor state', () => {
  it('gives every document back as it was', () => {
    fc.assert(
      fc.property(anyDocument, (document) => {
        const back = lexicalToDocument(JSON.parse(JSON.stringify(documentToLexical(document))));
        expect(back).toEqual(normaliseDocument(document));
        expect(v.is(memoDocument, back)).toBe(true);
      }),
      { numRuns: 400 },
    );
  });

  it('normalises once and for all', () => {
    fc.assert(
      fc.property(anyDocument, (document) => {
        const once = normaliseDocument(document);
        expect(normaliseDocument(once)).toEqual(once);
      }),
    );
  });

  it('answers anything at all with a valid document', () => {
    fc.assert(
      fc.property(fc.anything({ maxDepth: 6 }), fc.anything({ maxDepth: 6 }), (root, child) => {
        expect(v.is(memoDocument, lexicalToDocument(root))).toBe(true);
        expect(v.is(memoDocument, lexicalToDocument({ root: { type: 'root', children: [child] } }))).toBe(true);
      }),
    );
  });

  it('keeps overlapping marks on the words they cover, in one mark node each', () => {
    const document = paragraph(
      { type: 'text', text: 'The bridge ', formats: [], marks: [{ kind: 'claim', id: claim }] },
      {
        type: 'text',
        text: 'was closed',
        formats: [],
        marks: [
          { kind: 'claim', id: claim },
          { kind: 'actor', id: actor },
        ],
      },
      { type: 'text', text: ' in May.', formats: ['bold'], marks: [{ kind: 'actor', id: actor }] },
    );
    const state = documentToLexical(document);
    expect(state.root.children?.[0]?.children?.map((node) => node['ids'])).toEqual([
      [`claim:${claim}`],
      [`claim:${claim}`, `actor:${actor}`],
      [`actor:${actor}`],
    ]);
    expect(lexicalToDocument(state)).toEqual(document);
  });

  it('reads marks nested in marks as overlapping', () => {
    const text = { type: 'text', text: 'words', format: 0, version: 1 };
    const nested = { type: 'mark', ids: [`actor:${actor}`, 'script:x'], children: [text] };
    const state = {
      root: {
        type: 'root',
        children: [{ type: 'paragraph', children: [{ type: 'mark', ids: [`claim:${claim}`], children: [nested] }] }],
      },
    };
    expect(lexicalToDocument(state)).toEqual(
      paragraph({
        type: 'text',
        text: 'words',
        formats: [],
        marks: [
          { kind: 'claim', id: claim },
          { kind: 'actor', id: actor },
        ],
      }),
    );
  });

  it('keeps the words of unsafe links and unknown nodes, and nothing else of them', () => {
    const text = (words: string) => ({ type: 'text', text: words, format: 0, style: 'color:red;position:fixed' });
    const state = {
      root: {
        type: 'root',
        children: [
          { type: 'paragraph', children: [{ type: 'link', url: 'javascript:alert(1)', children: [text('here')] }] },
          { type: 'image', src: 'file:///etc/passwd', children: [text('caption')] },
          { type: 'collapsible', children: [{ type: 'heading', tag: 'h6', children: [text('inside')] }] },
        ],
      },
    };
    expect(lexicalToDocument(state).blocks).toEqual([
      { type: 'paragraph', children: [{ type: 'text', text: 'here', formats: [], marks: [] }] },
      { type: 'paragraph', children: [{ type: 'text', text: 'caption', formats: [], marks: [] }] },
      { type: 'heading', level: 4, children: [{ type: 'text', text: 'inside', formats: [], marks: [] }] },
    ]);
  });

  it('never lets a footnote stand in a footnote', () => {
    const inner = { type: 'footnote', id: 'b', children: [{ type: 'text', text: 'in', formats: [], marks: [] }] };
    const state = { root: { type: 'root', children: [{ type: 'footnote', id: 'a', content: [inner] }] } };
    expect(lexicalToDocument(state)).toEqual(
      paragraph({ type: 'footnote', id: 'a', children: [{ type: 'text', text: 'in', formats: [], marks: [] }] }),
    );
  });

  it('survives hostile nesting', () => {
    let node: unknown = { type: 'text', text: 'deep' };
    for (let level = 0; level < 3000; level += 1) node = { type: level % 2 ? 'list' : 'listitem', children: [node] };
    const back = lexicalToDocument({ root: { type: 'root', children: [node] } });
    expect(JSON.stringify(back)).toContain('deep');
  });
});
