import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changeBetween, withChange } from './change';
import { citationClusters, documentCitations, withFreeTargetIds, withUniqueIds } from './clusters';
import type { CitationInline, FootnoteInline, Inline, MemoBlock, MemoDocument, TextMark } from './document';
import { anyDocument } from './document.arbitrary';
import { danglingReferences, documentLabels, referenceText } from './labels';
import { documentJson, parseDocument } from './load';
import { documentReferences } from './references';
import { citationCount, plainText, wordCount } from './text';
import { mapInlines, walkInlines } from './walk';

const uuid = (n: number) => `0190a0a0-0000-7000-8000-${String(n).padStart(12, '0')}`;
const text = (value: string, marks: TextMark[] = []): Inline => ({ type: 'text', text: value, formats: [], marks });
const cite = (id: string, source = 1): CitationInline => ({
  type: 'citation',
  id,
  marks: [],
  items: [
    {
      sourceId: uuid(source),
      label: 'page',
      locator: '3',
      prefix: '',
      suffix: '',
      suppressAuthor: false,
      excerptId: uuid(50),
    },
  ],
});
const footnote = (id: string, ...children: Inline[]): FootnoteInline => ({ type: 'footnote', id, children });
const paragraph = (...children: Inline[]): MemoBlock => ({ type: 'paragraph', children });
const memo = (...blocks: MemoBlock[]): MemoDocument => ({ version: 2, blocks });

const sample = memo(
  { type: 'heading', level: 1, children: [text('The bridge')] },
  paragraph(
    text('It closed'),
    cite('c1'),
    text(' in May.'),
    footnote('f1', text('See also'), cite('c2', 2), cite('c3', 1)),
  ),
  { type: 'excerpt-quotation', excerptId: uuid(50), children: [text('“closed until further notice”'), cite('c4')] },
  {
    type: 'list',
    ordered: false,
    start: 1,
    items: [
      {
        children: [text('first')],
        nested: {
          type: 'list',
          ordered: false,
          start: 1,
          items: [{ children: [text('inner'), cite('c5')], nested: null }],
        },
      },
    ],
  },
  { type: 'table', rows: [{ cells: [{ header: true, children: [text('cell')] }] }] },
  { type: 'code', text: 'x = 1' },
  { type: 'rule' },
);

describe('memo document', () => {
  it('numbers notes: one for each citation in the text in note styles, citations in a footnote share its number', () => {
    expect(citationClusters(sample, true).map(({ id, note }) => [id, note])).toEqual([
      ['c1', 1],
      ['c2', 2],
      ['c3', 2],
      ['c4', 3],
      ['c5', 4],
    ]);
    expect(citationClusters(sample, false).map(({ id, note }) => [id, note])).toEqual([
      ['c1', 0],
      ['c2', 1],
      ['c3', 1],
      ['c4', 0],
      ['c5', 0],
    ]);
    expect(documentCitations(sample, true).notes.map(({ kind }) => kind)).toEqual([
      'citation',
      'footnote',
      'citation',
      'citation',
    ]);
  });

  it('gives plain text, words and citations', () => {
    expect(plainText(sample)).toBe(
      'The bridge\nIt closed in May.\nSee also\n“closed until further notice”\nfirst\ninner\ncell\nx = 1',
    );
    expect(wordCount(sample)).toBe(15);
    expect(citationCount(sample)).toBe(5);
    expect(wordCount(memo(paragraph(text('pre-war — “don’t” 3.5 桥梁'))))).toBe(5);
  });

  it('counts references; a marked passage split by formatting counts once', () => {
    const mark: TextMark = { kind: 'claim', id: uuid(9) };
    const references = documentReferences(
      memo(
        paragraph(text('a', [mark]), text('b', [mark]), text('c'), text('d', [mark])),
        paragraph(text('e', [mark]), { type: 'actor-mention', actorId: uuid(7), text: 'Vell' }, cite('c1')),
      ),
    );
    expect(references.claim.get(uuid(9))).toBe(3);
    expect(references.actor.get(uuid(7))).toBe(1);
    expect(references.source.get(uuid(1))).toBe(1);
    expect(documentReferences(sample).excerpt.get(uuid(50))).toBe(6);
  });

  it('makes double ids unique and leaves others alone', () => {
    expect(withUniqueIds(sample, () => 'new')).toBe(sample);
    let next = 0;
    const repaired = withUniqueIds(
      memo(paragraph(cite('c1'), cite('c1'), footnote('c1', cite('c1')))),
      () => `new${next++}`,
    );
    const ids = citationClusters(repaired, true).map(({ id }) => id);
    expect(new Set(ids).size).toBe(3);
    expect(ids[0]).toBe('c1');
    const heading: MemoBlock = { type: 'heading', level: 1, id: 'h', children: [] };
    expect(withUniqueIds(memo(heading, heading), () => 'new').blocks[1]).toMatchObject({ id: 'new' });
  });

  it('gives what is pasted beside its original another id, and leads its references there', () => {
    const heading: MemoBlock = { type: 'heading', level: 1, id: 'h', children: [] };
    const see: Inline = { type: 'cross-reference', targetId: 'h', show: 'title' };
    const pasted = withFreeTargetIds(memo(heading, paragraph(see)), new Set(['h']), () => 'new');
    expect(pasted.blocks).toMatchObject([{ id: 'new' }, { children: [{ targetId: 'new' }] }]);
    const cut = memo(heading, paragraph(see));
    expect(withFreeTargetIds(cut, new Set(['other']), () => 'new')).toBe(cut);
  });

  it('maps inlines and keeps what does not change', () => {
    expect(mapInlines(sample, (inline) => inline).blocks[1]).toBe(sample.blocks[1]);
    const bare = mapInlines(sample, (inline) => (inline.type === 'citation' ? null : inline));
    expect(citationCount(bare)).toBe(0);
    expect(plainText(bare)).toBe(plainText(sample));
  });

  it('reads back what was stored and refuses what is damaged', () => {
    const read = parseDocument(documentJson(sample));
    expect(read.ok && read.value).toEqual(sample);
    for (const bad of ['', '{', '{"version":1}', '[]', '{"version":3,"blocks":[]}']) {
      const result = parseDocument(bad);
      expect(!result.ok && result.error.code).toBe('library-damaged');
    }
    const script = JSON.stringify(memo(paragraph({ type: 'link', url: 'javascript:alert(1)', children: [] })));
    expect(parseDocument(script).ok).toBe(false);
  });

  it('reads documents of version 1 as they are', () => {
    const read = parseDocument(documentJson(sample).replace('"version":2', '"version":1'));
    expect(read.ok && read.value).toEqual(sample);
  });

  it('numbers figures and tables apart, and only those whose number somebody sees', () => {
    const image = (id: string, caption: Inline[] = []): MemoBlock => ({
      type: 'image',
      id,
      sha256: '0'.repeat(64),
      mediaType: 'image/png',
      pixels: { width: 2, height: 1 },
      alt: '',
      width: 1,
      caption,
    });
    const see = (targetId: string): Inline => ({ type: 'cross-reference', targetId, show: 'label-and-number' });
    const rows = [{ cells: [{ header: false, children: [text('cell')] }] }];
    const document = memo(
      image('map', [text('A map')]),
      { type: 'table', rows },
      image('ornament'),
      { type: 'table', id: 'tolls', rows },
      image('ships'),
      paragraph(see('ships'), see('tolls'), see('gone')),
    );
    const labels = documentLabels(document);
    const said = (id: string, locale = 'en-GB') => referenceText(labels.get(id), 'label-and-number', locale);
    expect([said('map'), said('ships'), said('tolls')]).toEqual(['Figure\u00A01', 'Figure\u00A02', 'Table\u00A01']);
    expect(labels.get('ornament')?.number).toBeNull();
    expect(said('ships', 'de-DE')).toBe('Abbildung\u00A02');
    expect(said('gone')).toBe('[missing: cross-reference]');
    expect(danglingReferences(document)).toHaveLength(1);
    expect(referenceText(labels.get('map'), 'title', 'en-GB')).toBe('A map');
  });

  it('numbers notes from 1 without gaps (property)', () => {
    let id = 0;
    const inline: fc.Arbitrary<Inline> = fc.oneof(
      fc.string().map((value) => text(value)),
      fc.constant(null).map(() => cite(`c${id++}`)),
      fc
        .array(
          fc.constant(null).map(() => cite(`c${id++}`)),
          { maxLength: 3 },
        )
        .map((children) => footnote(`f${id++}`, ...children)),
    );
    fc.assert(
      fc.property(fc.array(fc.array(inline, { maxLength: 6 }), { maxLength: 6 }), fc.boolean(), (runs, noteStyle) => {
        const document = memo(...runs.map((run) => paragraph(...run)));
        const { clusters, notes } = documentCitations(document, noteStyle);
        expect(notes.map((note) => note.number)).toEqual(notes.map((_, index) => index + 1));
        expect(clusters.length).toBe(
          [...walkInlines(document)].filter((visit) => visit.inline.type === 'citation').length,
        );
        for (const [index, cluster] of clusters.entries()) {
          if (noteStyle && index > 0) expect(cluster.note).toBeGreaterThanOrEqual(clusters[index - 1]?.note ?? 0);
        }
      }),
    );
  });
});

describe('a change between two documents', () => {
  it('makes the one of the other, with nothing in it that stayed (property)', () => {
    fc.assert(
      fc.property(
        anyDocument,
        fc.array(fc.tuple(fc.nat(), fc.nat(), anyDocument), { maxLength: 4 }),
        (document, edits) => {
          let after = document;
          for (const [at, removed, { blocks }] of edits) {
            after = { ...after, blocks: [...after.blocks] };
            after.blocks.splice(at % (after.blocks.length + 1), removed % 3, ...blocks);
          }
          const change = changeBetween(document, after)!;
          expect(withChange(document, change)).toEqual(after);
          expect(changeBetween(after, after)).toMatchObject({ removed: 0, inserted: [] });
          expect(withChange(document, { ...change, of: change.of + 1 })).toBeNull();
          const { comments, ...bare } = after;
          expect(changeBetween(document, comments ? bare : { ...bare, comments: [] })).toBeNull();
        },
      ),
    );
  });
});
