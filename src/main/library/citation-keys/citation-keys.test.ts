import { expect, it } from 'vitest';
import type { CslItem } from '../../../shared/domain/csl';
import { historyHandlers } from '../changes/handlers';
import { memosHandlers } from '../memos/handlers';
import { sourcesHandlers } from '../sources/handlers';
import { openTestLibrary } from '../testing';
import { citationKeysHandlers } from './handlers';
import { itemCiting } from '../../../shared/memo/citation-item';

async function setUp() {
  const library = await openTestLibrary();
  const { context } = library;
  const sources = sourcesHandlers(context);
  return {
    library,
    keys: citationKeysHandlers(context),
    sources,
    history: historyHandlers(context),
    memos: memosHandlers(context),
    add: async (family: string, year: number, title: string) => {
      library.advance();
      const csl: CslItem = { type: 'book', title, author: [{ family }], issued: { 'date-parts': [[year]] } };
      return sources['sources.create']({ csl });
    },
    keyOf: async (id: string) => (await sources['sources.get']({ id })).citationKey,
  };
}

it('makes keys by the pattern, and keeps those that are there when it changes', async () => {
  const { add, keys, keyOf } = await setUp();
  const first = await add('Hallam', 2021, 'The spring');
  expect(first).toMatchObject({ citationKey: 'hallam2021spring', citationKeyPinned: false, metadataOrigin: {} });
  await keys['citationKeys.setPattern']({ pattern: '[auth:capital][year:2]' });
  expect(await keyOf(first.id)).toBe('hallam2021spring');
  expect((await add('Hallam', 2021, 'The autumn')).citationKey).toBe('Hallam21');
  expect((await add('Hallam', 2021, 'The winter')).citationKey).toBe('Hallam21a');
  await expect(keys['citationKeys.setPattern']({ pattern: '[x]' })).rejects.toMatchObject({ code: 'bad-input' });
});

it('makes them anew on request, but for those that are pinned or cited in a memo, as one action', async () => {
  const { add, keys, keyOf, sources, memos, history } = await setUp();
  const [plain, pinned, cited, kept] = [
    await add('Vell', 2020, 'One'),
    await add('Vell', 2020, 'Two'),
    await add('Vell', 2020, 'Three'),
    await add('Orr', 2019, 'Four'),
  ];
  await sources['sources.setCitationKey']({ id: pinned.id, citationKey: 'mine' });
  await keys['citationKeys.pin']({ id: kept.id, pinned: true });
  await memos['memos.create']({
    title: 'M',
    document: {
      version: 2,
      blocks: [
        {
          type: 'paragraph',
          children: [
            {
              type: 'citation',
              id: 'c',
              marks: [],
              items: [itemCiting(cited.id)],
            },
          ],
        },
      ],
    },
  });
  const preview = await keys['citationKeys.preview']({ pattern: '[auth]-[year]' });
  expect(preview).toMatchObject({
    pattern: '[auth]-[year]',
    proposals: [{ sourceId: plain.id, from: 'vell2020one', to: 'vell-2020' }],
    pinned: 2,
    cited: 1,
  });
  await keys['citationKeys.setPattern']({ pattern: '[auth]-[year]' });
  expect(await keys['citationKeys.remake']({})).toEqual({ changed: 1 });
  expect(await Promise.all([plain, pinned, cited, kept].map(({ id }) => keyOf(id)))).toEqual([
    'vell-2020',
    'mine',
    'vell2020three',
    'orr2019four',
  ]);
  expect(await keys['citationKeys.remake']({})).toEqual({ changed: 0 });
  await history['history.undo']({});
  expect(await keyOf(plain.id)).toBe('vell2020one');
});

it('lets two keys change places', async () => {
  const { add, keys, keyOf, sources } = await setUp();
  const one = await add('Vell', 2020, 'B');
  const two = await add('Orr', 2020, 'A');
  await sources['sources.setCitationKey']({ id: one.id, citationKey: 'x' });
  await sources['sources.setCitationKey']({ id: two.id, citationKey: 'vell' });
  await sources['sources.setCitationKey']({ id: one.id, citationKey: 'orr' });
  for (const { id } of [one, two]) await keys['citationKeys.pin']({ id, pinned: false });
  await keys['citationKeys.setPattern']({ pattern: '[auth]' });
  await keys['citationKeys.remake']({});
  expect(await keyOf(one.id)).toBe('vell');
  expect(await keyOf(two.id)).toBe('orr');
});
