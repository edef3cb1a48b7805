import { describe, expect, it } from 'vitest';
import type { ReferencesOutcome } from '../../../shared/domain/imports';
import type { ImportRunner } from '../../importing/run';
import { importContent } from '../../importing/import';
import { ordinaryLimits } from '../../importing/limits';
import { collectionsHandlers } from '../collections/handlers';
import { historyHandlers } from '../changes/handlers';
import { exportsHandlers } from '../exports/handlers';
import { notesHandlers } from '../notes/handlers';
import { sourcesHandlers } from '../sources/handlers';
import { openTestLibrary } from '../testing';
import { importsHandlers } from './handlers';

/** Parses here: what is tested is how references are saved. */
const runner: ImportRunner = {
  run: (request) => importContent({ ...request, limits: ordinaryLimits }),
  close: async () => undefined,
};

async function setUp() {
  const library = await openTestLibrary();
  const { context } = library;
  const imports = importsHandlers(context, runner);
  let jobs = 0;
  const bring = async (fileName: string, text: string, onDuplicate: 'skip' | 'add' = 'skip') => {
    const bytes = new TextEncoder().encode(text);
    const jobId = `job-${(jobs += 1)}`;
    const outcome = await imports['imports.file']({ jobId, fileName, bytes, onDuplicate, large: false });
    if (outcome.kind !== 'references') throw new Error(`It came in as ${outcome.kind}.`);
    return outcome;
  };
  const sources = sourcesHandlers(context);
  const page = { offset: 0, limit: 1000, sort: 'title', descending: false, includeTrashed: false } as const;
  return {
    library,
    context,
    imports,
    bring,
    sources,
    list: () => sources['sources.list'](page),
    history: historyHandlers(context),
  };
}

const statuses = ({ items }: ReferencesOutcome) => items.map(({ status }) => status);

const ris = (fields: string) => `TY  - JOUR\n${fields}\nER  - \n`;
const port = ris(
  'ID  - vell2031\nAU  - Vell, Ada\nTI  - The ports of Velia\nPY  - 2031\nDO  - 10.1234/ports\nKW  - trade\nN1  - Read again',
);

describe('importing references', () => {
  it('adds all of a file in one action, with keys, tags and notes, and says where fields came from', async () => {
    const { context, bring, list, sources, history } = await setUp();
    const outcome = await bring('refs.ris', port + ris('AU  - Orr, Max\nTI  - Grain\nPY  - 2030'));
    expect(statuses(outcome)).toEqual(['added', 'added']);
    expect(outcome.items[0]).toMatchObject({ citationKey: 'vell2031', title: 'The ports of Velia', warnings: [] });
    const source = await sources['sources.get']({ id: outcome.items[0]!.sourceId });
    expect(source).toMatchObject({ tags: ['trade'], metadataOrigin: { title: 'refs.ris', DOI: 'refs.ris' } });
    const notes = await notesHandlers(context)['notes.list']({ target: { kind: 'source', id: source.id } });
    expect(notes.map(({ text }) => text)).toEqual(['Read again']);
    expect(await history['history.state']({})).toMatchObject({ undo: 'Import 2 references' });
    await history['history.undo']({});
    expect((await list()).total).toBe(0);
  });

  it('recognises what is there, fills what is empty and leaves what a person wrote', async () => {
    const { bring, list, sources, history } = await setUp();
    const [first] = (await bring('refs.ris', port)).items;
    const { csl, id } = await sources['sources.get']({ id: first!.sourceId });
    await sources['sources.update']({ id, csl: { ...csl, title: 'The ports of Velia, closed', volume: '7' } });
    // What it says otherwise is noted once; after that it leaves no trace.
    expect(statuses(await bring('again.ris', port))).toEqual(['already-there']);
    const before = await history['history.state']({});
    expect(statuses(await bring('again.ris', port))).toEqual(['already-there']);
    expect(await history['history.state']({})).toEqual(before);

    const fuller = port.replace('ER  -', 'VL  - 8\nSP  - 3\nEP  - 9\nKW  - Trade\nKW  - harbours\nER  -');
    const { items } = await bring('fuller.ris', fuller);
    expect(items).toMatchObject([{ status: 'completed', filled: ['Pages', 'Tags'] }]);
    const after = await sources['sources.get']({ id });
    expect(after.csl).toMatchObject({ title: 'The ports of Velia, closed', volume: '7', page: '3-9' });
    expect(after.metadataOrigin).toMatchObject({ page: 'fuller.ris' });
    expect(after.metadataOrigin).toMatchObject({ title: 'by hand' });
    expect(after.tags).toEqual(['harbours', 'trade']);
    expect((await list()).total).toBe(1);
    expect(statuses(await bring('refs.ris', port, 'add'))).toEqual(['added']);
  });

  it('takes an address in common within one file for two sources, and a key in common for one only with the title', async () => {
    const { bring } = await setUp();
    const chapter = (key: string, title: string, author = 'Vell, Ada') =>
      `@incollection{${key}, title={${title}}, author={${author}}, url={https://book.example/}}\n`;
    const outcome = await bring('book.bib', chapter('a', 'One') + chapter('b', 'Two') + chapter('a', 'Three'));
    expect(statuses(outcome)).toEqual(['added', 'added', 'added']);
    expect(outcome.items[2]).toMatchObject({
      citationKey: 'aa',
      warnings: [expect.stringContaining('“a” is “aa” here')],
    });
    expect(
      statuses(await bring('c.bib', `@book{b, title={Two}, author={Other, One}}\n@book{b, title={Another}}`)),
    ).toEqual(['already-there', 'added']);
  });

  it('recognises what has no author, date or address by saying the same again, each as often as it is there', async () => {
    const { bring, list } = await setUp();
    const rules = 'TY  - BOOK\nTI  - Rules of the harbour\nPB  - Harbour Press\nER  - \n';
    const twice = 'TY  - BOOK\nTI  - Tide tables\nER  - \n'.repeat(2);
    expect(statuses(await bring('a.ris', rules + twice))).toEqual(['added', 'added', 'added']);
    expect(statuses(await bring('again.ris', rules + twice))).toEqual(Array(3).fill('already-there'));
    expect(statuses(await bring('keyed.bib', '@book{bookOfRules, title={Rules of the {Harbour}}}'))).toEqual([
      'already-there',
    ]);
    // Another edition, kind, author or year is another one; so is what says nothing at all.
    const others = [
      rules.replace('Harbour Press', 'Tarsk University Press'),
      rules.replace('BOOK', 'RPRT'),
      rules.replace('PB', 'AU  - Vell, Ada\nPB'),
      rules.replace('PB', 'PY  - 2031\nPB'),
    ];
    for (const other of others) expect(statuses(await bring('b.ris', other))).toEqual(['added']);
    const nameless = 'TY  - BOOK\nPB  - Harbour Press\nER  - \n';
    expect(statuses(await bring('c.ris', nameless))).toEqual(['added']);
    expect(statuses(await bring('c.ris', nameless))).toEqual(['added']);
    expect((await list()).total).toBe(9);
  });

  it('brings in the rest where an entry is broken, and says which', async () => {
    const { bring } = await setUp();
    const outcome = await bring(
      'b.bib',
      '@book{good, title={One}}\n@book{broken, title={Two\n@book{fine, title={Three}}\n',
    );
    expect(outcome.items.map(({ title }) => title)).toEqual(['One', 'Three']);
    expect(outcome.refused).toEqual([{ entry: 'broken', reason: expect.stringContaining('brace') }]);
  });

  it('adds nothing when it is cancelled, and says how far it is', async () => {
    const { library, imports, list } = await setUp();
    const bytes = new TextEncoder().encode(Array.from({ length: 120 }, (_, n) => ris(`TI  - Title ${n}`)).join(''));
    const running = imports['imports.file']({
      jobId: 'x',
      fileName: 'x.ris',
      bytes,
      onDuplicate: 'skip',
      large: false,
    });
    library.context.emit = (name, payload) => {
      library.events.push({ name, payload });
      if (name === 'imports.progress' && (payload as { done?: number }).done === 50)
        void imports['imports.cancel']({ jobId: 'x' });
    };
    await expect(running).rejects.toMatchObject({ code: 'cancelled' });
    expect((await list()).total).toBe(0);
    expect(library.events.map(({ payload }) => payload)).toContainEqual(
      expect.objectContaining({ done: 50, total: 120 }),
    );
  });

  it('goes out with tags and, where asked for, notes, and says what a format has no place for', async () => {
    const { context, bring, sources } = await setUp();
    const [item] = (await bring('refs.ris', port)).items;
    const { csl } = await sources['sources.get']({ id: item!.sourceId });
    await sources['sources.update']({ id: item!.sourceId, csl: { ...csl, medium: 'Print' } });
    const collections = collectionsHandlers(context);
    const { id } = await collections['collections.create']({ name: 'Ports', parentId: null });
    await collections['collections.add']({ id, items: [{ kind: 'source', id: item!.sourceId }] });
    const out = async (notes: boolean) => {
      const { files, warnings } = await exportsHandlers(context)['exports.bibliography']({
        format: 'ris',
        notes,
        files: false,
      });
      return { text: new TextDecoder().decode(files[0]?.bytes), warnings };
    };
    const { text, warnings } = await out(false);
    expect(text).toContain('KW  - trade');
    expect(text).not.toContain('Read again');
    expect(warnings).toEqual(['RIS has no place for some of it: Medium (1), collections (1).']);
    expect((await out(true)).text).toContain('N1  - Read again');
  });
});
