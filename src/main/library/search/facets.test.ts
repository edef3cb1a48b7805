import { describe, expect, it } from 'vitest';
import type { LibraryContext } from '../context';
import { openTestLibrary } from '../testing';
import { searchHandlers } from './index';
import { savedSearchHandlers } from './saved/handlers';

/** Three claims, two of them tagged, one about an actor; two are dated by nothing, an event is dated. */
async function someLibrary() {
  const library = await openTestLibrary();
  const { context } = library;
  const claims = await addClaims(context);
  const search = searchHandlers(context);
  return { ...library, search, claims, find: (query: string) => search['search.query']({ query, limit: 20 }) };
}

async function addClaims(context: LibraryContext): Promise<string[]> {
  return context.change({ label: 'Add' }, async (db) => {
    const claims: string[] = [];
    for (const place of ['northern', 'southern', 'eastern'])
      claims.push(await db.insert('claim', { statement: `Velmora closed the ${place} harbour`, note: '' }));
    const tag = await db.insert('tag', {
      name: 'Sea "lanes" & ports',
      folded_name: 'sea lanes & ports',
      colour: 'none',
    });
    for (const claim of claims.slice(0, 2)) {
      const link = { id: context.linkId(tag, claim), tag_id: tag, target_kind: 'claim', target_id: claim };
      await db.insert('tagging', link);
    }
    const actor = await db.insert('actor', {
      kind: 'person',
      name: 'Ilham Merabi',
      description: 'pilot of the harbour',
    });
    await db.insert('position', {
      claim_id: claims[0]!,
      actor_id: actor,
      stance: 'asserts',
      manner: 'held',
      date: '',
      note: '',
    });
    await db.insert('event', { title: 'Harbour fire', date: '2031-02-03', place: '', description: '' });
    return claims;
  });
}

describe('facets', () => {
  it('count what was found, and their terms find just that', async () => {
    const { find } = await someLibrary();
    const { facets, counted } = await find('harbour');
    expect(counted).toEqual({ documents: 5, more: false });
    const values = Object.fromEntries(facets.map(({ field, values: list }) => [field, list]));
    expect(values.kind?.map(({ label, count }) => [label, count])).toEqual([
      ['claim', 3],
      ['actor', 1],
      ['event', 1],
    ]);
    expect(values.tag).toEqual([{ label: 'Sea "lanes" & ports', term: 'tag:"Sea lanes & ports"', count: 2 }]);
    expect(values.actor).toMatchObject([{ label: 'Ilham Merabi', count: 2 }]);
    expect(values.date).toEqual([{ label: '2031', term: 'date:2031', count: 1 }]);
    expect(values.status?.reduce((sum, { count }) => sum + count, 0)).toBe(3);
    for (const { term, count } of facets.flatMap(({ values: list }) => list)) {
      const narrowed = await find(`harbour ${term}`);
      expect(narrowed.problem, term).toBeNull();
      expect(narrowed.counted.documents, term).toBe(count);
    }
  });

  it('take a field as another way to meet an OR', async () => {
    const { find, claims } = await someLibrary();
    const { hits } = await find('eastern OR tag:sea');
    expect(hits.map(({ id }) => id).sort()).toEqual([...claims].sort());
  });

  it('are looked up once however often a query repeats them, and so many at most', async () => {
    const { find, claims, settled } = await someLibrary();
    await settled();
    const repeated = await find('status:unsupported tag:sea '.repeat(300));
    expect(repeated.hits.map(({ id }) => id).sort()).toEqual(claims.slice(0, 2).sort());
    expect(repeated.problem).toBeNull();
    const dates = Array.from({ length: 17 }, (_, number) => `date:${2001 + number}..2031`);
    expect(await find(dates.slice(0, 16).join(' '))).toMatchObject({
      hits: [{ title: 'Harbour fire' }],
      problem: null,
    });
    expect((await find(dates.join(' '))).problem).toBe('Only the first 16 filters were used.');
  });

  it('filter by day, month and range of an event', async () => {
    const { find } = await someLibrary();
    const found = async (query: string) => (await find(query)).hits.map(({ title }) => title);
    expect(await found('date:2031-02')).toEqual(['Harbour fire']);
    expect(await found('fire date:2031-02-01..2031-02-03')).toEqual(['Harbour fire']);
    expect(await found('date:203X')).toEqual(['Harbour fire']);
    expect(await found('date:2031-03..')).toEqual([]);
    expect((await find('fire date:soonish')).problem).toContain('soonish');
  });
});

describe('did you mean', () => {
  it('says how the library writes it, in the order that was typed', async () => {
    const { find } = await someLibrary();
    expect((await find('hrabour velmroa closed')).didYouMean).toBe('harbour Velmora closed');
    expect((await find('harbour')).didYouMean).toBeNull();
    expect((await find('harb')).didYouMean).toBeNull();
    expect((await find('qqqqqqq')).didYouMean).toBeNull();
  });
});

describe('completing', () => {
  it('completes fields and values at the caret', async () => {
    const { search } = await someLibrary();
    const complete = async (query: string, caret = query.length) => {
      const { start, end, completions } = await search['search.complete']({ query, caret, limit: 5 });
      return completions.map(({ text }) => query.slice(0, start) + text + query.slice(end));
    };
    expect(await complete('harbour st')).toEqual(['harbour status:']);
    expect(await complete('tag:sea')).toEqual(['tag:"Sea lanes & ports" ']);
    expect(await complete('tag:"sea la" fire', 9)).toEqual(['tag:"Sea lanes & ports" fire']);
    expect(await complete('fire actor:mer')).toEqual(['fire actor:"Ilham Merabi" ']);
    expect(await complete('-kind:ev')).toEqual(['-kind:event ']);
    expect(await complete('date:')).toEqual(['date:2031 ']);
    expect(await complete('date:203')).toEqual(['date:2031 ']);
    expect(await complete('nonsense:x')).toEqual([]);
    expect(await complete('')).toEqual([]);
  });
});

describe('saved and past searches', () => {
  it('saved ones are listed by name, changed, deleted and brought back', async () => {
    const { context, events } = await someLibrary();
    const saved = savedSearchHandlers(context);
    const list = async () => (await saved['searches.list']({})).map(({ name, query }) => [name, query]);
    const { id } = await saved['searches.create']({ name: 'Ports', query: 'tag:sea -fire' });
    await saved['searches.create']({ name: 'fires', query: 'fire' });
    expect(await list()).toEqual([
      ['fires', 'fire'],
      ['Ports', 'tag:sea -fire'],
    ]);
    await saved['searches.update']({ id, name: 'All ports' });
    await saved['searches.delete']({ id });
    expect(await list()).toEqual([['fires', 'fire']]);
    await context.history.undo();
    expect(await list()).toContainEqual(['All ports', 'tag:sea -fire']);
    await context.history.undo();
    expect(await list()).toContainEqual(['Ports', 'tag:sea -fire']);
    expect(events.some(({ payload }) => JSON.stringify(payload).includes('"search"'))).toBe(true);
    await saved['searches.delete']({ id });
    await expect(saved['searches.update']({ id, name: 'x' })).rejects.toMatchObject({ code: 'not-found' });
  });

  it('past ones are kept once each, the latest first, and forgotten', async () => {
    const { search, advance } = await someLibrary();
    const past = async () => (await search['search.past']({ limit: 10 })).map(({ query }) => query);
    for (const query of ['harbour', 'fire', 'Hárbour']) {
      await search['search.remember']({ query });
      advance();
    }
    expect(await past()).toEqual(['Hárbour', 'fire']);
    await search['search.forget']({ query: 'FIRE' });
    expect(await past()).toEqual(['Hárbour']);
    await search['search.forget']({});
    expect(await past()).toEqual([]);
  });
});
