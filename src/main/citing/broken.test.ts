import { describe, expect, it } from 'vitest';
import type { CitationCluster } from '../../shared/citing/types';
import type { CslItem } from '../../shared/domain/csl';
import { itemCiting } from '../../shared/memo/citation-item';
import { parseStyle } from './csl-xml';
import { runsText } from './markup';
import { createRenderer } from './render';

/** Writes everything, but the names of a hearing two thousand times over. */
const endless = (positions: string) =>
  parseStyle(`<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" class="note">
    <info><title>Endless</title><id>endless</id><updated>2031-01-01T00:00:00Z</updated></info>
    <citation><layout suffix="."><choose><if type="hearing"${positions}>
      ${'<names variable="author"><name/></names>'.repeat(2000)}</if>
      <else><text variable="title"/></else></choose></layout></citation>
    <bibliography><layout><text variable="title"/></layout></bibliography></style>`).style!;

const author = Array.from({ length: 60 }, (_, index) => ({ family: `Vale${index}`, given: 'Mira' }));
const cluster = (sourceId: string, index: number): CitationCluster => ({
  id: `c${index}`,
  note: index + 1,
  items: [itemCiting(sourceId)],
});
const items = new Map<string, CslItem>([
  ['book', { type: 'book', title: 'Soundings' }],
  ['hearing', { type: 'hearing', title: 'On the toll', author }],
  ['report', { type: 'report', title: 'Depths' }],
]);

describe('a style that does not come to an end with one source', () => {
  it.each([
    ['anywhere', ''],
    ['in later notes only', ' position="subsequent" match="all"'],
  ])('leaves the rest of the memo as it is (%s)', async (_where, positions) => {
    const style = endless(positions);
    const clusters = ['book', 'hearing', 'report', 'hearing', 'book'].map(cluster);
    const renderer = createRenderer(300);
    const render = (of: ReadonlyMap<string, CslItem>) =>
      renderer.render({ styleKey: 'endless', style: () => style, locale: 'en-GB', clusters, items: of });
    const rendered = await render(items);
    const words = rendered.citations.map(({ runs }) => runsText(runs));
    expect(words[0]).toBe('Soundings.');
    expect(words[1]).toBe('On the toll [not written by this style].');
    expect(words[2]).toBe('Depths.');
    expect(rendered.bibliography).toHaveLength(3);
    expect(rendered.failed).toEqual(['hearing']);
    // What was found out is remembered, and a source that has changed is tried again.
    expect(await render(items)).toEqual(rendered);
    const mended = await render(new Map(items).set('hearing', { type: 'interview', title: 'On the toll' }));
    expect(mended.failed).toBeUndefined();
    expect(runsText(mended.citations[1]?.runs ?? [])).toBe('On the toll.');
  });
});
