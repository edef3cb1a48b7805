import { describe, expect, it } from 'vitest';
import type { AnnotationsOutcome } from '../../../shared/domain/annotations';
import { importContent } from '../../importing/import';
import { ordinaryLimits } from '../../importing/limits';
import type { ImportRunner } from '../../importing/run';
import { historyHandlers } from '../changes/handlers';
import { excerptsHandlers } from '../excerpts/handlers';
import { exportsHandlers } from '../exports/handlers';
import { notesHandlers } from '../notes/handlers';
import { sourcesHandlers } from '../sources/handlers';
import { openTestLibrary } from '../testing';
import { importsHandlers } from './handlers';

/** Parses here: what is tested is how annotations are saved. */
const runner: ImportRunner = {
  run: (request) => importContent({ ...request, limits: ordinaryLimits }),
  close: async () => undefined,
};
const list = { offset: 0, limit: 100, descending: false, includeTrashed: false } as const;

async function setUp() {
  const library = await openTestLibrary();
  const { context } = library;
  const imports = importsHandlers(context, runner);
  const bring = async (fileName: string, content: string, sourceId?: string) => {
    library.advance();
    const bytes = new TextEncoder().encode(content);
    const input = { jobId: crypto.randomUUID(), fileName, bytes, onDuplicate: 'skip', large: false } as const;
    return imports['imports.file'](sourceId === undefined ? input : { ...input, sourceId });
  };
  return {
    bring,
    annotate: async (content: unknown) =>
      (await bring('annotations.json', JSON.stringify(content))) as AnnotationsOutcome,
    excerpts: async () => (await excerptsHandlers(context)['excerpts.list']({ ...list, sort: 'source' })).items,
    notes: async (id: string) =>
      (await notesHandlers(context)['notes.list']({ target: { kind: 'source', id } })).map(({ text }) => text),
    sources: sourcesHandlers(context),
    out: async (sourceId?: string) => {
      const { files } = await exportsHandlers(context)['exports.annotations'](sourceId ? { sourceId } : {});
      return new TextDecoder().decode(files[0]?.bytes);
    },
    history: historyHandlers(context),
    context,
  };
}

const url = 'https://tarn.example/closing';
const page = `<html lang="en"><head><title>Closing the Tarn</title><meta property="og:url" content="${url}"></head><body><article>
<h1>Closing the Tarn</h1><p>In April “the harbour” was closed for three days. Nobody came.</p>
<p>In May the harbour was closed again. Nobody came.</p></article></body></html>`;

const row = (fields: object, exact?: string, around: object = {}) => ({
  created: '2023-05-01T10:00:00.000000+00:00',
  updated: '2023-05-02T10:00:00.000000+00:00',
  user: 'acct:reader@tarn.example',
  uri: url,
  tags: [],
  text: '',
  document: { title: ['Closing the Tarn'] },
  target: [
    {
      source: url,
      ...(exact ? { selector: [{ type: 'RangeSelector' }, { type: 'TextQuoteSelector', exact, ...around }] } : {}),
    },
  ],
  ...fields,
});

describe('annotations of Hypothes.is', () => {
  const rows = [
    row({ id: 'a', text: 'Why then?', tags: ['trade', 'Black Sea'] }, '"the harbour" was closed'),
    row({ id: 'b', text: 'Really?', references: ['a'] }),
    row({ id: 'c' }, 'Nobody came', { prefix: 'closed again. ', suffix: '.' }),
    row({ id: 'd', text: 'A page that matters', tags: ['harbours'] }),
    row({ id: 'e', text: 'Gone?' }, 'It was never open at all'),
    row({ id: 'f' }, 'Nobody came'),
  ];

  it('become excerpts where their words stand, with comment, tags and date', async () => {
    const { bring, annotate, excerpts, notes, sources } = await setUp();
    const source = await bring('closing.html', page);
    const sourceId = source.kind === 'source' ? source.sourceId : '';
    const outcome = await annotate({ total: rows.length, rows });
    expect(outcome.items).toMatchObject([
      { status: 'already-there', sourceId, excerpts: 2, notes: 1, alreadyThere: 0 },
    ]);
    expect(await excerpts()).toMatchObject([
      {
        text: '“the harbour” was closed',
        note: 'Why then?\n\nReally?',
        tags: ['Black Sea', 'trade'],
        createdAt: '2023-05-01T10:00:00.000Z',
        modifiedAt: '2023-05-02T10:00:00.000Z',
        locator: { label: 'paragraph', value: '1' },
      },
      { text: 'Nobody came', locator: { label: 'paragraph', value: '2' } },
    ]);
    expect((await sources['sources.get']({ id: sourceId })).tags).toEqual(['harbours']);
    // What cannot be anchored, or only by guessing, is kept in words.
    expect(outcome.items[0]?.unanchored).toEqual([
      { quote: 'It was never open at all', reason: expect.stringContaining('not in the text') },
      { quote: 'Nobody came', reason: expect.stringContaining('2 places') },
    ]);
    expect((await notes(sourceId)).sort()).toEqual(
      ['A page that matters', '“It was never open at all”\nGone?', '“Nobody came”'].sort(),
    );
  });

  it('come in once, and stay in the Trash where they were thrown', async () => {
    const { bring, annotate, excerpts, notes, context } = await setUp();
    const source = await bring('closing.html', page);
    const sourceId = source.kind === 'source' ? source.sourceId : '';
    await annotate(rows);
    const before = await notes(sourceId);
    const [first] = await excerpts();
    await excerptsHandlers(context)['excerpts.trash']({ id: first?.id ?? '' });
    const again = await annotate(rows);
    expect(again.items).toMatchObject([{ excerpts: 0, notes: 0, alreadyThere: 3 }]);
    expect(await excerpts()).toHaveLength(1);
    expect(await notes(sourceId)).toEqual(before);
  });

  it('make a source that is not there, and become excerpts when its text has come', async () => {
    const { bring, annotate, excerpts, notes, sources, history } = await setUp();
    const outcome = await annotate({ rows: rows.slice(0, 1) });
    expect(outcome.items).toMatchObject([
      {
        status: 'added',
        title: 'Closing the Tarn',
        unanchored: [{ reason: expect.stringContaining('no text here yet') }],
      },
    ]);
    const { sourceId } = outcome.items[0]!;
    expect((await sources['sources.get']({ id: sourceId })).csl).toMatchObject({ type: 'webpage', URL: url });
    expect(await notes(sourceId)).toEqual(['“"the harbour" was closed”\nWhy then?\nTags: trade, Black Sea']);
    await bring('closing.html', page, sourceId);
    expect((await annotate({ rows: rows.slice(0, 1) })).items).toMatchObject([{ excerpts: 1 }]);
    expect(await excerpts()).toHaveLength(1);
    expect(await notes(sourceId)).toEqual([]);
    for (let step = 0; step < 3; step++) await history['history.undo']({});
    expect((await sources['sources.list']({ ...list, sort: 'title' })).total).toBe(0);
  });

  it('say who said what where several did', async () => {
    const { bring, annotate, excerpts } = await setUp();
    await bring('closing.html', page);
    await annotate([
      row({ id: 'a', text: 'Yes' }, 'three days'),
      row({ id: 'b', text: 'No', user: 'acct:orr@tarn.example', references: ['a'] }),
    ]);
    expect(await excerpts()).toMatchObject([{ note: 'reader: Yes\n\norr: No' }]);
  });
});

describe('W3C annotations', () => {
  it('come back as they went out, into the same library and into another with the same text', async () => {
    const one = await setUp();
    const source = await one.bring('closing.html', page);
    if (source.kind !== 'source') throw new Error(source.kind);
    const handlers = excerptsHandlers(one.context);
    const tags = ['trade'];
    const add = { snapshotId: source.snapshot.id, colour: 'green', note: 'Two\nlines', tags } as const;
    const quoted = await handlers['excerpts.add']({
      ...add,
      start: 20,
      end: 60,
      kind: 'quotation',
      text: '',
      locator: null,
    });
    await handlers['excerpts.add']({
      ...add,
      start: 70,
      end: 90,
      kind: 'paraphrase',
      text: 'It was shut.',
      locator: { label: 'page', value: '7' },
    });
    const text = await one.out();
    expect(JSON.parse(text)).toMatchObject({
      '@context': ['http://www.w3.org/ns/anno.jsonld', { cp: 'urn:commonplace:' }],
      type: 'AnnotationPage',
      items: [{ type: 'Annotation', target: { source: url } }, { motivation: 'commenting' }],
    });
    expect(await one.bring('annotations.jsonld', text)).toMatchObject({ items: [{ excerpts: 0, alreadyThere: 2 }] });

    const other = await setUp();
    await other.bring('closing.html', page);
    expect(await other.bring('annotations.jsonld', text)).toMatchObject({ items: [{ excerpts: 2 }] });
    const back = JSON.parse(await other.out()) as { items: unknown[] };
    expect(back.items).toEqual((JSON.parse(text) as { items: unknown[] }).items);
    expect((await other.excerpts())[0]?.id).toBe(quoted.id);
  });

  it('bring their sources along, and their words into notes, where the text is not there', async () => {
    const one = await setUp();
    const source = await one.bring('closing.html', page);
    if (source.kind !== 'source') throw new Error(source.kind);
    const add = {
      snapshotId: source.snapshot.id,
      start: 20,
      end: 60,
      kind: 'quotation',
      text: '',
      colour: 'none',
    } as const;
    await excerptsHandlers(one.context)['excerpts.add']({ ...add, note: '', tags: [] });
    const other = await setUp();
    const outcome = (await other.bring('a.jsonld', await one.out())) as AnnotationsOutcome;
    expect(outcome.items).toMatchObject([{ status: 'added', citationKey: source.citationKey, excerpts: 0 }]);
    const made = await other.sources['sources.get']({ id: outcome.items[0]!.sourceId });
    expect(made.csl).toEqual(source.csl);
    expect(await other.notes(made.id)).toHaveLength(1);
  });

  it.each([
    ['a target that is only an address', { target: url, bodyValue: 'Hm' }, { notes: 1 }],
    [
      'selectors that refine each other',
      {
        body: { type: 'TextualBody', value: 'Hm' },
        target: {
          source: { id: url, title: 'Closing' },
          selector: {
            type: 'FragmentSelector',
            value: 'x',
            refinedBy: { type: 'TextQuoteSelector', exact: 'three days' },
          },
        },
      },
      { excerpts: 1 },
    ],
    [
      'a list of targets',
      { target: [url, { source: url, selector: [{ type: 'TextQuoteSelector', exact: 'In May' }] }] },
      { excerpts: 1 },
    ],
  ])('are read with %s', async (_, fields, expected) => {
    const { bring } = await setUp();
    await bring('closing.html', page);
    const item = { '@context': 'http://www.w3.org/ns/anno.jsonld', id: 'urn:x:1', type: 'Annotation', ...fields };
    expect(await bring('one.jsonld', JSON.stringify(item))).toMatchObject({ items: [expected] });
  });

  it('refuse what is none, in a sentence, and hold no hostile names', async () => {
    const { bring, annotate } = await setUp();
    const hostile = `{"@context":"http://www.w3.org/ns/anno.jsonld","type":"Annotation","__proto__":{"polluted":1},"target":{"source":"javascript:alert(1)","selector":{"type":"TextQuoteSelector","exact":"x"}}}`;
    expect(await bring('h.jsonld', hostile)).toMatchObject({
      items: [{ status: 'added', title: 'javascript:alert(1)' }],
    });
    expect(Reflect.get({}, 'polluted')).toBeUndefined();
    for (const broken of ['{"type":"AnnotationPage","items":[', '{"type":"AnnotationPage","items":[]}'])
      await expect(bring('b.json', broken)).rejects.toMatchObject({ code: 'unreadable' });
    const { refused } = await annotate([row({ id: 'x' }, 'y'), row({ id: 'z', uri: '' })]);
    expect(refused).toHaveLength(1);
  });
});
