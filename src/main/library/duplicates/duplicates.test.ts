import { performance } from 'node:perf_hooks';
import { describe, expect, it } from 'vitest';
import type { CslItem } from '../../../shared/domain/csl';
import { expectUndoable, openTestNouns } from '../common/testing';
import { storeAttachment } from '../attachments';
import { addAttachment, addSource } from '../sources/store';

const article: CslItem = {
  type: 'article-newspaper',
  title: 'Dam at Vell breaks after a week of rain',
  author: [{ family: 'Oren', given: 'Tal' }],
  issued: { 'date-parts': [[2023, 4, 18]] },
};

async function twins() {
  const nouns = await openTestNouns();
  const { call } = nouns;
  const first = await call('sources.create', { csl: article });
  nouns.library.advance();
  const second = await call('sources.create', { csl: { ...article, issued: { 'date-parts': [[2023]] } } });
  await call('sources.create', { csl: { ...article, title: 'Another thing altogether in the valley' } });
  return { ...nouns, first, second };
}

describe('duplicates', () => {
  it('are listed in pairs with why, and named beside each source', async () => {
    const { call, first, second } = await twins();
    const { total, items } = await call('duplicates.list', {});
    expect(total).toBe(1);
    expect(items).toMatchObject([
      {
        first: { id: first.id, citationKey: first.citationKey },
        second: { id: second.id },
        confidence: 'certain',
        reasons: ['The same title, the same author and year'],
      },
    ]);
    expect(await call('duplicates.of', { id: second.id })).toEqual(items);
    await call('sources.trash', { id: second.id });
    expect((await call('duplicates.list', {})).total).toBe(0);
  });

  it('that are kept apart are not proposed again, until somebody says so', async () => {
    const nouns = await twins();
    const { call, first, second } = nouns;
    const pair = { firstId: second.id, secondId: first.id };
    await expectUndoable(nouns, 'Keep sources apart', () => call('duplicates.keepApart', pair));
    expect((await call('duplicates.list', {})).items).toEqual([]);
    expect((await call('duplicates.apart', {})).items).toMatchObject([{ reasons: [] }]);
    await call('sources.update', { id: first.id, csl: { ...article, publisher: 'X' } });
    expect(await call('duplicates.of', { id: first.id })).toEqual([]);
    await call('duplicates.proposeAgain', pair);
    expect((await call('duplicates.list', {})).total).toBe(1);
    await expect(call('duplicates.keepApart', { firstId: first.id, secondId: first.id })).rejects.toMatchObject({
      code: 'bad-input',
    });
  });

  it('are one when merged, two when unmerged', async () => {
    const { call, first, second } = await twins();
    await call('sources.merge', { keptId: first.id, otherId: second.id, fields: [] });
    expect((await call('duplicates.list', {})).total).toBe(0);
    await call('sources.unmerge', { id: second.id });
    expect((await call('duplicates.list', {})).total).toBe(1);
    await call('history.undo', {});
    expect((await call('duplicates.list', {})).total).toBe(0);
  });

  it('are found by the same file and the same text', async () => {
    const { call, library, source } = await openTestNouns();
    const [a, b] = [await source('Vell', 'One text.'), await source('Orr', 'One text.')];
    expect((await call('duplicates.list', {})).items.map(({ reasons }) => reasons)).toEqual([['The same text']]);
    const sha256 = await storeAttachment(library.folder, new TextEncoder().encode('the file'));
    await library.context.change({ label: 'Attach' }, async (change) => {
      for (const { sourceId } of [a, b]) {
        await addAttachment(change, { sourceId, fileName: 'a', mediaType: 'text/plain', bytes: 8, sha256 });
      }
    });
    expect((await call('duplicates.of', { id: a.sourceId }))[0]?.reasons).toEqual(['The same file', 'The same text']);
  });

  it('of a few thousand sources are found while other questions are answered', async () => {
    const { call, library } = await openTestNouns();
    const words = 'dam harbour rain night corridor embassy railway pipeline ferry border treaty envoy'.split(' ');
    await library.context.change({ label: 'Fill', undoable: false }, async (change) => {
      for (let index = 0; index < 2000; index++) {
        const title = [3, 5, 7, 11].map((step) => words[(index * step + (index >> 3)) % words.length]).join(' ');
        await addSource(change, {
          csl: { type: 'report', title: `${title} ${index >> 1}`, author: [{ family: `Oren${index % 300}` }] },
          citationKey: `k${index}`,
        });
      }
    });
    const listed = call('duplicates.list', {});
    let longest = 0;
    let asked = 0;
    for (let done = false; !done; asked++) {
      const before = performance.now();
      await call('sources.list', { limit: 1 });
      longest = Math.max(longest, performance.now() - before);
      done = await Promise.race([
        listed.then(() => true),
        new Promise<false>((resolve) => setImmediate(() => resolve(false))),
      ]);
    }
    expect(asked).toBeGreaterThan(1);
    expect(longest).toBeLessThan(1000);
  });
});
