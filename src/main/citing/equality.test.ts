import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CslItem } from '../../shared/domain/csl';
import { itemCiting } from '../../shared/memo/citation-item';
import { createRenderer } from './render';
import { styleById } from './styles';
import { editedMemo, judgedClusters, judgedStyles, readable } from './testing';
import { renderFully } from './whole';

/**
 * Memos for each style, each edited up to three times. `COMMONPLACE_MEMOS=200 npx vitest run src/main/citing/equality.test.ts`
 * is the whole of it, about an hour on one core; docs/decisions/0115 says when it was last run.
 */
const memos = Number(process.env['COMMONPLACE_MEMOS'] ?? 3);

describe('what is rendered from the cache equals a full run of citeproc', () => {
  it.each(judgedStyles)('$style, $locale: $why', { timeout: 60_000 + 10_000 * memos }, async ({ style, locale }) => {
    const element = styleById(style);
    if (!element) throw new Error(`There is no style ${style}`);
    const noteStyle = element.attrs['class'] === 'note';
    const renderer = createRenderer();
    await fc.assert(
      fc.asyncProperty(editedMemo, async (states) => {
        for (const memo of states) {
          const clusters = judgedClusters(memo, noteStyle);
          const cited = new Set(clusters.flatMap(({ items }) => items.map((item) => item.sourceId)));
          const items = new Map([...memo.items].filter(([id]) => cited.has(id)));
          const request = { styleKey: style, style: () => element, locale, clusters, items };
          expect(readable(await renderer.render(request))).toEqual(readable(renderFully(request)));
        }
      }),
      { numRuns: memos },
    );
  });

  it('goes on counting parentheses from the last citation into the bibliography', async () => {
    const style = styleById('mcgill-en');
    if (!style) throw new Error('There is no style mcgill-en');
    const book: CslItem = {
      type: 'book',
      title: 'The Straits',
      author: [{ family: 'Vale', given: 'Mira' }],
      issued: { 'date-parts': [[2021]] },
    };
    const clusters = [[itemCiting('one'), itemCiting('two')], [itemCiting('one')]].map((items, index) => ({
      id: `c${index}`,
      items,
      note: index + 1,
    }));
    const renderer = createRenderer();
    for (const kept of [['one', 'two'], ['one']]) {
      const items = new Map(kept.map((id) => [id, book]));
      const request = { styleKey: 'mcgill-en', style: () => style, locale: 'en-US', clusters, items };
      expect(await renderer.render(request)).toEqual(renderFully(request));
    }
  });
});
