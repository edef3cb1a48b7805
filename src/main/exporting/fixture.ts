import type { CslItem } from '../../shared/domain/csl';
import { defaultMemoExport, type MemoExportOptions } from '../../shared/domain/memo-export';
import { citationClusters } from '../../shared/memo/clusters';
import type { CitationItem, Inline, MemoDocument, TextFormat, TextMark } from '../../shared/memo/document';
import { createRenderer } from '../citing/render';
import { styleById } from '../citing/styles';
import { prepareMemo } from './prepare';
import type { PreparedMemo } from './prepared';

/** A made-up memo with everything a memo can hold, for the tests of the exporters. States and people are invented. */

export const hostile = {
  html: '<script>alert(1)</script><img src=x onerror=alert(1)>&amp;"\'',
  typst: '#panic("typst") $x$ @label <label> *strong* _emph_ `raw` = heading',
  latex: '\\input{/etc/passwd} \\write18{id} 100% $x^2$ a_b {c} #1 ~ ^ & -- ``q',
  markdown: '[a](javascript:alert(1)) ![i](x) **b** `c` <b>d</b> ^[note] [@key] | --- @fig ~~s~~ ![',
} as const;

type Source = { csl: CslItem; citationKey: string };

export const sources = new Map<string, Source>([
  [
    'vale',
    {
      citationKey: 'vale2021straits',
      csl: {
        type: 'book',
        title: 'The Straits of Orlan: Toll & Trade',
        author: [{ family: 'Vale', given: 'Mira' }],
        publisher: 'Harbour Press',
        'publisher-place': 'Tarn',
        issued: { 'date-parts': [[2021]] },
      },
    },
  ],
  [
    'okoro',
    {
      citationKey: 'okoroBrandt2022',
      csl: {
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
    },
  ],
  [
    'ministry',
    {
      citationKey: 'ministry2023',
      csl: {
        type: 'webpage',
        title: 'Statement on the toll',
        author: [{ literal: 'Ministry of Waterways' }],
        issued: { 'date-parts': [[2023, 4, 18]] },
        URL: 'https://waterways.example/statement?a=1&b=2',
      },
    },
  ],
  [
    'hostile',
    {
      citationKey: 'hostile_source',
      csl: {
        type: 'report',
        title: `Report ${hostile.html} ${hostile.typst} ${hostile.latex}`,
        author: [{ literal: 'Office of #{} \\Escapes & Co.' }],
        URL: 'javascript:alert(1)',
        issued: { 'date-parts': [[2020]] },
      },
    },
  ],
]);

export function text(value: string, formats: TextFormat[] = [], marks: TextMark[] = []): Inline {
  return { type: 'text', text: value, formats, marks };
}

let citations = 0;
export function cite(...items: (string | [string, Partial<CitationItem>])[]): Inline {
  return {
    type: 'citation',
    id: `citation-${++citations}`,
    marks: [],
    items: items.map((item) => {
      const [sourceId, rest] = typeof item === 'string' ? [item, {}] : item;
      return {
        sourceId,
        label: 'page',
        locator: '',
        prefix: '',
        suffix: '',
        suppressAuthor: false,
        excerptId: null,
        ...rest,
      } satisfies CitationItem;
    }),
  };
}

export function footnote(...children: Inline[]): Inline {
  return { type: 'footnote', id: `footnote-${++citations}`, children };
}

const claim: TextMark = { kind: 'claim', id: '01890a5d-ac96-774b-bcce-b302099a8057' };
const actor: TextMark = { kind: 'actor', id: '01890a5d-ac96-774b-bcce-b302099a8058' };

export const memoDocument: MemoDocument = {
  version: 1,
  blocks: [
    { type: 'heading', level: 1, children: [text('How the toll began')] },
    {
      type: 'paragraph',
      children: [
        text('The '),
        text('Republic of Orlan ', [], [claim]),
        text('closed the strait', ['bold'], [claim, actor]),
        text(' in spring.', [], [actor]),
        cite(['vale', { locator: '12' }]),
        text(' The ministry denied it'),
        footnote(text('It did so twice, as '), cite(['okoro', { locator: '45–46' }]), text(' found.')),
        text(' and then '),
        { type: 'link', url: 'https://waterways.example/a_b?x=1&y=%7E#z', children: [text('published a notice')] },
        text('.'),
        cite(['ministry', { label: 'paragraph', locator: '4', prefix: 'see' }], ['okoro', { locator: '50' }]),
      ],
    },
    { type: 'heading', level: 2, children: [text('What was said')] },
    { type: 'quotation', children: [text('No ship shall pass unpaid.'), cite(['vale', { locator: '13' }])] },
    {
      type: 'excerpt-quotation',
      excerptId: '01890a5d-ac96-774b-bcce-b302099a8059',
      children: [text('The toll was never law […].'), cite(['okoro', { locator: '47' }])],
    },
    {
      type: 'list',
      ordered: false,
      start: 1,
      items: [
        {
          children: [text('first point')],
          nested: {
            type: 'list',
            ordered: true,
            start: 3,
            items: [
              { children: [text('third step')], nested: null },
              { children: [text('fourth step')], nested: null },
            ],
          },
        },
        { children: [text('second point'), cite('vale')], nested: null },
      ],
    },
    {
      type: 'table',
      rows: [
        {
          cells: [
            { header: true, children: [text('Port')] },
            { header: true, children: [text('Toll | fee')] },
          ],
        },
        {
          cells: [
            { header: false, children: [text('Tarn')] },
            { header: false, children: [text('40'), cite(['okoro', { label: 'table', locator: '2' }])] },
          ],
        },
      ],
    },
    {
      type: 'paragraph',
      children: [text('وزارت راه‌های آبی آن را رد کرد'), text(' (Orlan, 2023)'), cite('ministry'), text('.')],
    },
    {
      type: 'paragraph',
      children: [
        text('In the middle stands '),
        text('سلام', ['italic']),
        text(', then '),
        text('small', ['small-caps']),
        text(' H', []),
        text('2', ['subscript']),
        text('O and x'),
        text('2', ['superscript']),
        text(' with '),
        text('struck', ['strikethrough']),
        text(' '),
        text('under', ['underline']),
        { type: 'line-break' },
        text('after a break. Əliyev-like names: Əsgərov, Жуков.'),
      ],
    },
    { type: 'paragraph', children: [text(`H ${hostile.html}`)] },
    { type: 'paragraph', children: [text(`T ${hostile.typst}`)] },
    { type: 'paragraph', children: [text(`L ${hostile.latex}`)] },
    { type: 'paragraph', children: [text(`M ${hostile.markdown}`)] },
    { type: 'paragraph', children: [text('# not a heading')] },
    { type: 'paragraph', children: [text('1. not a list')] },
    { type: 'paragraph', children: [text('(a) not a list either')] },
    { type: 'paragraph', children: [text('    not code')] },
    {
      type: 'paragraph',
      children: [
        text('Hostile source'),
        cite(['hostile', { prefix: 'see [x]; *y*', locator: '3] 4', suffix: 'and #z \\\\ ; @w' }]),
      ],
    },
    { type: 'code', text: 'let toll = 40;\n# `not` <code> \\end{verbatim}\n```' },
    { type: 'rule' },
    { type: 'paragraph', children: [text('The end.'), cite(['vale', { suppressAuthor: true, locator: '99' }])] },
  ],
};

/** The fixture, or another document, with its citations rendered. */
export async function prepareFixture(
  styleId = 'chicago-notes',
  document: MemoDocument = memoDocument,
  locale = 'en-GB',
  renderedLater = false,
  options: Partial<MemoExportOptions> = {},
): Promise<PreparedMemo> {
  const style = styleById(styleId);
  if (!style) throw new Error(styleId);
  const clusters = citationClusters(document, style.attrs['class'] === 'note');
  const items = new Map([...sources].map(([id, { csl }]) => [id, csl]));
  const rendered = await createRenderer().render({ styleKey: styleId, style: () => style, locale, clusters, items });
  const title = 'The toll & its <critics>: #1';
  return prepareMemo({
    title,
    locale,
    styleId,
    style,
    document,
    rendered,
    sources,
    renderedLater,
    options: { ...defaultMemoExport, ...options },
  });
}
