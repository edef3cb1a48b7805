import { defaultMemoExport, type MemoExportOptions } from '../../shared/domain/memo-export';
import { citationClusters } from '../../shared/memo/clusters';
import type { MemoDocument, TextMark } from '../../shared/memo/document';
import { createRenderer } from '../citing/render';
import { styleById } from '../citing/styles';
import { prepareMemo } from './prepare';
import type { PreparedMemo } from './prepared';
import { cite, footnote, pictureHash, text } from './fixtures/build';
import { hostile, sources } from './fixtures/sources';

export { cite, footnote, pictureHash, text } from './fixtures/build';
export { hostile, sources } from './fixtures/sources';

/** A made-up memo with everything a memo can hold, for the tests of the exporters. States and people are invented. */

const claim: TextMark = { kind: 'claim', id: '01890a5d-ac96-774b-bcce-b302099a8057' };
const actor: TextMark = { kind: 'actor', id: '01890a5d-ac96-774b-bcce-b302099a8058' };

export const memoDocument: MemoDocument = {
  version: 2,
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

/** What a program wrote into the picture, which must not leave the library. */
export const pictureSecret = 'Taken at 40.4093 N';

/** A picture that every format can show: one red pixel as a PNG, under the hash that documents of the tests name. */
export const redPixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==',
  'base64',
);
const pictures = new Map([
  [
    pictureHash,
    {
      bytes: withText(redPixel, pictureSecret),
      mediaType: 'image/png' as const,
      width: 1,
      height: 1,
    },
  ],
]);

/** The fixture, or another document, with its citations rendered. */
export async function prepareFixture(
  styleId = 'chicago-notes',
  document: MemoDocument = memoDocument,
  locale = 'en-GB',
  renderedLater = false,
  options: Partial<MemoExportOptions> = {},
  title = 'The toll & its <critics>: #1',
): Promise<PreparedMemo> {
  const style = styleById(styleId);
  if (!style) throw new Error(styleId);
  const clusters = citationClusters(document, style.attrs['class'] === 'note');
  const items = new Map([...sources].map(([id, { csl }]) => [id, csl]));
  const rendered = await createRenderer().render({ styleKey: styleId, style: () => style, locale, clusters, items });
  return prepareMemo({
    title,
    locale,
    styleId,
    style,
    document,
    rendered,
    sources,
    renderedLater,
    pictures,
    options: { ...defaultMemoExport, ...options },
  });
}

/** A PNG with a text after its header, as programs write them. */
export function withText(png: Buffer, said: string): Uint8Array {
  const chunk = Buffer.from(`\0\0\0\0tEXt${said}\0\0\0\0`, 'latin1');
  chunk.writeUInt32BE(said.length);
  return new Uint8Array(Buffer.concat([png.subarray(0, 33), chunk, png.subarray(33)]));
}
