import CSL from 'citeproc';
import { describe, expect, it, vi } from 'vitest';
import type { CitationCluster } from '../../shared/citing/types';
import { locatorLabels } from '../../shared/domain/common';
import type { CslItem } from '../../shared/domain/csl';
import { itemCiting as cite } from '../../shared/memo/citation-item';
import type { CitationItem } from '../../shared/memo/document';
import { runsText } from './markup';
import { createRenderer } from './render';
import { styleById } from './styles';
import { renderFully } from './whole';

const items = new Map<string, CslItem>(
  Object.entries<CslItem>({
    vale: {
      type: 'book',
      title: 'The Straits of Orlan',
      author: [{ family: 'Vale', given: 'Mira' }],
      publisher: 'Harbour Press',
      'publisher-place': 'Tarn',
      issued: { 'date-parts': [[2021]] },
    },
    vale2: {
      type: 'book',
      title: 'After the Straits',
      author: [{ family: 'Vale', given: 'Mira' }],
      publisher: 'Harbour Press',
      'publisher-place': 'Tarn',
      issued: { 'date-parts': [[2021]] },
    },
    okoro: {
      type: 'article-journal',
      title: 'Two Ports and a Toll',
      author: [
        { family: 'Okoro', given: 'Lise' },
        { family: 'Brandt', given: 'Jon' },
      ],
      'container-title': 'Orlan Quarterly',
      volume: '12',
      issue: '3',
      page: '44-61',
      issued: { 'date-parts': [[2022, 6]] },
      DOI: '10.1234/oq.2022.44',
    },
    ministry: {
      type: 'webpage',
      title: 'Statement on the toll',
      author: [{ literal: 'Ministry of Waterways' }],
      'container-title': 'Ministry of Waterways',
      issued: { 'date-parts': [[2023, 4, 18]] },
      URL: 'https://waterways.example/statement?a=1&b=2',
    },
    undated: { type: 'report', title: 'Soundings', URL: 'https://soundings.example/' },
  }),
);

function request(styleId: string, clusters: CitationCluster[], locale = 'en-GB') {
  return {
    styleKey: styleId,
    style: () => {
      const style = styleById(styleId);
      if (!style) throw new Error(styleId);
      return style;
    },
    locale,
    clusters,
    items,
  };
}

const inNotes = (...citations: CitationItem[][]): CitationCluster[] =>
  citations.map((cited, index) => ({ id: `c${index}`, items: cited, note: index + 1 }));
const inText = (...citations: CitationItem[][]): CitationCluster[] =>
  citations.map((cited, index) => ({ id: `c${index}`, items: cited, note: 0 }));

async function texts(styleId: string, clusters: CitationCluster[], locale?: string) {
  const rendered = await createRenderer().render(request(styleId, clusters, locale));
  return {
    ...rendered,
    texts: rendered.citations.map(({ runs }) => runsText(runs)),
    list: rendered.bibliography.map(({ runs }) => runsText(runs)),
  };
}

describe('rendering citations', () => {
  it('writes Chicago notes: full, then short', async () => {
    const {
      texts: notes,
      list,
      noteStyle,
      hangingIndent,
    } = await texts(
      'chicago-notes',
      inNotes(
        [cite('vale', { locator: '12' })],
        [cite('vale', { locator: '14' })],
        [cite('okoro', { locator: '45' }), cite('vale', { locator: '3', prefix: 'compare' })],
        [cite('ministry', { label: 'paragraph', locator: '4' })],
      ),
    );
    expect(noteStyle).toBe(true);
    expect(hangingIndent).toBe(true);
    expect(notes).toMatchInlineSnapshot(`
      [
        "Mira Vale, The Straits of Orlan (Tarn: Harbour Press, 2021), 12.",
        "Vale, 14.",
        "Lise Okoro and Jon Brandt, ‘Two Ports and a Toll’, Orlan Quarterly 12, no. 3 (June 2022): 45, https://doi.org/10.1234/oq.2022.44; compare Vale, The Straits of Orlan, 3.",
        "Ministry of Waterways, ‘Statement on the Toll’, Ministry of Waterways, 18 April 2023, para. 4, https://waterways.example/statement?a=1&b=2.",
      ]
    `);
    expect(list).toMatchInlineSnapshot(`
      [
        "Ministry of Waterways. ‘Statement on the Toll’. Ministry of Waterways, 18 April 2023. https://waterways.example/statement?a=1&b=2.",
        "Okoro, Lise, and Jon Brandt. ‘Two Ports and a Toll’. Orlan Quarterly 12, no. 3 (June 2022): 44–61. https://doi.org/10.1234/oq.2022.44.",
        "Vale, Mira. The Straits of Orlan. Tarn: Harbour Press, 2021.",
      ]
    `);
  });

  it('writes ibid. where nothing else stands between', async () => {
    const { texts: notes } = await texts(
      'chicago-notes-ibid',
      inNotes(
        [cite('vale', { locator: '12' })],
        [cite('vale', { locator: '12' })],
        [cite('vale', { locator: '14' })],
        [cite('okoro'), cite('vale')],
        [cite('vale')],
      ),
    );
    expect(notes).toMatchInlineSnapshot(`
      [
        "Mira Vale, The Straits of Orlan (Tarn: Harbour Press, 2021), 12.",
        "Ibid.",
        "Ibid., 14.",
        "Lise Okoro and Jon Brandt, ‘Two Ports and a Toll’, Orlan Quarterly 12, no. 3 (June 2022): 44–61, https://doi.org/10.1234/oq.2022.44; Vale, The Straits of Orlan.",
        "Vale, The Straits of Orlan.",
      ]
    `);
  });

  it.each(['chicago-author-date', 'apa', 'mla', 'harvard', 'vancouver'])('writes %s in the text', async (styleId) => {
    const {
      texts: citations,
      list,
      noteStyle,
    } = await texts(
      styleId,
      inText(
        [cite('vale', { locator: '12' })],
        [cite('vale2')],
        [cite('okoro', { locator: '45–46' }), cite('ministry')],
        [cite('okoro', { suppressAuthor: true, prefix: 'see', suffix: 'and elsewhere' })],
        [cite('undated')],
      ),
    );
    expect(noteStyle).toBe(false);
    expect([...citations, '', ...list].join('\n')).toMatchSnapshot();
  });

  it('writes in the locale asked for, and in the nearest where there is none', async () => {
    const clusters = inNotes([cite('okoro', { label: 'chapter', locator: '2' })]);
    expect((await texts('mhra', clusters, 'de')).texts[0]).toContain('Okoro und');
    expect((await texts('mhra', clusters, 'fr-BE')).texts[0]).toContain('Okoro et');
    expect((await texts('mhra', clusters, 'xx-XX')).texts[0]).toContain('Okoro and');
  });

  it('never loses a locator, whatever its label', async () => {
    for (const styleId of ['chicago-notes', 'chicago-author-date', 'apa', 'mla']) {
      const clusters = inText(...locatorLabels.map((label) => [cite('vale', { label, locator: '77' })]));
      const { texts: citations } = await texts(styleId, clusters);
      citations.forEach((citation, index) => expect(citation, `${styleId} ${locatorLabels[index]}`).toContain('77'));
    }
  });

  const narrative = (clusters: CitationCluster[]) => clusters.map((one) => ({ ...one, form: 'narrative' as const }));

  it.each([
    ['apa', 'Okoro and Brandt|(2022, pp. 45–46)', 'Ministry of Waterways|(2023)', 'Soundings|(n.d.)'],
    ['mla', 'Okoro and Brandt|(45–46)', 'Ministry of Waterways|', 'Soundings|'],
    ['vancouver', 'Okoro and Brandt|(1)', 'Ministry of Waterways|(2)', 'Soundings|(3)'],
    [
      'chicago-notes',
      'Lise Okoro and Jon Brandt|‘Two Ports',
      'Ministry of Waterways|‘Statement',
      'Soundings|‘Soundings’',
    ],
  ])('lets the sentence name the author in %s', async (styleId, ...expected) => {
    const cited = [cite('okoro', { locator: '45–46' })],
      rest = [[cite('ministry')], [cite('undated')]];
    const clusters = styleId === 'chicago-notes' ? inNotes(cited, ...rest) : inText(cited, ...rest);
    const { citations } = await createRenderer().render(request(styleId, narrative(clusters)));
    const said = citations.map(({ author, runs }) => `${runsText(author ?? [])}|${runsText(runs)}`);
    said.forEach((words, index) => expect(words.slice(0, expected[index]?.length)).toBe(expected[index]));
  });

  it('keeps the author of the sentence first among several', async () => {
    const [both] = (await texts('apa', narrative(inText([cite('vale', { locator: '3' }), cite('okoro')])))).citations;
    expect(runsText(both?.author ?? [])).toBe('Vale');
    expect(runsText(both?.runs ?? [])).toBe('(2021, p. 3; Okoro & Brandt, 2022)');
  });

  it('names missing sources and keeps them visible', async () => {
    const { texts: notes, missing } = await texts('chicago-notes', inNotes([cite('gone'), cite('vale')]));
    expect(missing).toEqual(['gone']);
    expect(notes[0]).toContain('gone');
    expect(notes[0]).toContain('Vale');
  });

  it('links addresses, and only safe ones', async () => {
    const rendered = await createRenderer().render(request('chicago-notes', inNotes([cite('ministry')])));
    const linked = rendered.citations[0]?.runs.find((run) => run.url);
    expect(linked).toMatchObject({
      text: 'https://waterways.example/statement?a=1&b=2',
      url: 'https://waterways.example/statement?a=1&b=2',
    });
    const hostile = new Map<string, CslItem>([
      ['x', { type: 'webpage', title: '<script>alert(1)</script> & <b>bold</b>', URL: 'javascript:alert(1)' }],
    ]);
    const answer = await createRenderer().render({ ...request('apa', inText([cite('x')])), items: hostile });
    expect(runsText(answer.bibliography[0]?.runs ?? [])).toContain('<script>alert(1)</script> &');
    expect(answer.bibliography[0]?.runs.filter((run) => run.url)).toEqual([]);
  });

  it('writes only what an edit changes', async () => {
    const cited = ['vale', 'okoro', 'ministry', 'undated', 'vale2'].map((id) => [cite(id, { locator: '3' })]);
    const clusters = inNotes(...cited, ...cited, ...cited);
    const renderer = createRenderer();
    await renderer.render(request('chicago-notes', clusters));
    const written = vi.spyOn(CSL, 'getCitationCluster');
    const entries = vi.spyOn(CSL, 'getBibliographyEntries');
    const front = { id: 'new', items: [cite('okoro')], note: 1 };
    const shifted = clusters.map((one) => ({ ...one, note: one.note + 1 }));
    await renderer.render(request('chicago-notes', [front, ...shifted]));
    // The new one, and the one that was the first of its source before.
    expect(written.mock.calls.length).toBeLessThanOrEqual(2);
    expect(entries).not.toHaveBeenCalled();
    written.mockClear();
    await renderer.render(request('chicago-notes', clusters));
    expect(written).not.toHaveBeenCalled();
    vi.restoreAllMocks();
  });

  it('equals a full run of citeproc also where a missing source stands among others', async () => {
    const clusters = [
      { id: 'c0', items: [cite('undated'), cite('gone'), cite('okoro')], note: 0 },
      { id: 'c1', items: [cite('vale')], note: 0 },
    ];
    const wanted = request('apa', clusters);
    expect(await createRenderer().render(wanted)).toEqual(renderFully(wanted));
  });
});
