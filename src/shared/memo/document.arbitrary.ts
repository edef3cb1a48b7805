import fc from 'fast-check';
import { locatorLabels } from '../domain/common';
import { imageMediaTypes } from './images';
import {
  memoDocumentVersion,
  referenceShows,
  textFormats,
  translators,
  type CitationInline,
  type CitationItem,
  type BlockWriting,
  type Inline,
  type ListBlock,
  type MemoBlock,
  type MemoComment,
  type MemoDocument,
  type TextInline,
  type TextMark,
} from './document';

/** Documents of every shape, for property tests. Ids are from a small set, so that marks and citations repeat. */
const ids = fc.constantFrom(
  '01890a5d-ac96-774b-bcce-b302099a8057',
  '01890a5d-ac96-774b-bcce-b302099a8058',
  '01890a5d-ac96-774b-bcce-b302099a8059',
);
const localId = fc.uuid();
const trimmed = (maxLength: number) => fc.string({ maxLength, unit: 'grapheme' }).map((text) => text.trim());
const words = fc.oneof(fc.lorem({ maxCount: 4 }), fc.string({ unit: 'grapheme', maxLength: 12 }));

const mark: fc.Arbitrary<TextMark> = fc.record({ kind: fc.constantFrom('claim', 'actor', 'comment'), id: ids });
const marks = fc.uniqueArray(mark, { maxLength: 3, selector: (value) => `${value.kind}:${value.id}` });

const text: fc.Arbitrary<TextInline> = fc.record({
  type: fc.constant('text'),
  text: words,
  formats: fc.subarray([...textFormats]),
  marks,
});

const item: fc.Arbitrary<CitationItem> = fc.record({
  sourceId: ids,
  label: fc.constantFrom(...locatorLabels),
  locator: trimmed(8),
  prefix: trimmed(8),
  suffix: trimmed(8),
  suppressAuthor: fc.boolean(),
  excerptId: fc.option(ids),
});

const citation: fc.Arbitrary<CitationInline> = fc.record(
  {
    type: fc.constant('citation'),
    id: localId,
    items: fc.array(item, { minLength: 1, maxLength: 3 }),
    marks,
    form: fc.constant('narrative' as const),
  },
  { requiredKeys: ['type', 'id', 'items', 'marks'] },
);

const lineBreak = fc.constant<Inline>({ type: 'line-break' });
const mention = fc.record({
  type: fc.constant('actor-mention' as const),
  actorId: ids,
  text: fc.constantFrom('Ivo Marek', 'Иво Марек', 'وزیر'),
});
const reference = fc.record({
  type: fc.constant('cross-reference' as const),
  targetId: fc.constantFrom('figure a', 'table b', 'heading c'),
  show: fc.constantFrom(...referenceShows),
});
const plain = fc.oneof({ weight: 4, arbitrary: text }, citation, lineBreak, mention, reference);
const link = fc.record({
  type: fc.constant('link' as const),
  url: fc.constantFrom('https://example.org/a?b=c', 'mailto:a@example.org', 'http://example.org/'),
  children: fc.array(plain, { minLength: 1, maxLength: 3 }),
});
const footnote = fc.record({
  type: fc.constant('footnote' as const),
  id: localId,
  children: fc.array(fc.oneof(plain, link), { maxLength: 4 }),
});
const inlines: fc.Arbitrary<Inline[]> = fc.array(
  fc.oneof({ weight: 5, arbitrary: plain }, link, footnote) as fc.Arbitrary<Inline>,
  { maxLength: 6 },
);

/** Some blocks run the other way than their first letter says, some are in another language than the memo. */
const written = <T extends { type: string }>(block: fc.Arbitrary<T>): fc.Arbitrary<T & BlockWriting> =>
  fc
    .tuple(
      block,
      fc.constantFrom(null, null, 'ltr' as const, 'rtl' as const),
      fc.constantFrom(null, null, 'fa', 'pt-BR', 'sr-Latn-RS'),
    )
    .map(([made, direction, language]) => ({
      ...made,
      ...(direction === null ? {} : { direction }),
      ...(language === null ? {} : { language }),
    }));

const { list } = fc.letrec<{ list: ListBlock }>((tie) => ({
  list: fc.record({
    type: fc.constant('list'),
    ordered: fc.boolean(),
    start: fc.integer({ min: 1, max: 20 }),
    items: fc.array(
      fc.record({ children: inlines, nested: fc.option(tie('list'), { maxDepth: 2, depthIdentifier: 'list' }) }),
      { minLength: 1, maxLength: 3 },
    ),
  }),
}));

const block = fc.oneof(
  written(fc.record({ type: fc.constant('paragraph' as const), children: inlines })),
  written(
    fc.record(
      {
        type: fc.constant('heading' as const),
        level: fc.constantFrom(1 as const, 2 as const, 3 as const, 4 as const),
        id: localId,
        children: inlines,
      },
      { requiredKeys: ['type', 'level', 'children'] },
    ),
  ),
  fc.record({
    type: fc.constant('image' as const),
    id: localId,
    sha256: fc.constantFrom('0'.repeat(64), 'a1'.repeat(32)),
    mediaType: fc.constantFrom(...imageMediaTypes),
    pixels: fc.record({ width: fc.integer({ min: 1, max: 9000 }), height: fc.integer({ min: 1, max: 9000 }) }),
    alt: trimmed(12),
    width: fc.integer({ min: 2, max: 20 }).map((twentieths) => twentieths / 20),
    caption: inlines,
  }),
  written(fc.record({ type: fc.constant('quotation' as const), children: inlines })),
  written(
    fc.record(
      {
        type: fc.constant('excerpt-quotation' as const),
        excerptId: ids,
        children: inlines,
        translation: fc.record({
          children: inlines,
          by: fc.constantFrom(...translators),
          language: fc.constantFrom('', 'en', 'fa-IR'),
        }),
      },
      { requiredKeys: ['type', 'excerptId', 'children'] },
    ),
  ),
  fc.record({ type: fc.constant('code' as const), text: fc.array(words, { maxLength: 4 }).map((l) => l.join('\n')) }),
  fc.constant({ type: 'rule' as const }),
  written(list),
  fc
    .record({
      type: fc.constant('table' as const),
      rows: fc.integer({ min: 1, max: 3 }).chain((columns) =>
        fc.array(
          fc.record({
            cells: fc.array(fc.record({ header: fc.boolean(), children: inlines }), {
              minLength: columns,
              maxLength: columns,
            }),
          }),
          { minLength: 1, maxLength: 3 },
        ),
      ),
      named: fc.option(fc.record({ id: localId, caption: inlines }, { requiredKeys: ['id'] })),
    })
    .map(({ named, ...table }) => ({ ...table, ...named })),
) as fc.Arbitrary<MemoBlock>;

const comment: fc.Arbitrary<MemoComment> = fc.record({
  id: ids,
  text: words,
  createdAt: fc.constantFrom('2031-03-01T08:00:00.000Z', '2032-11-30T23:59:59.000Z'),
  resolved: fc.boolean(),
});

export const anyDocument: fc.Arbitrary<MemoDocument> = fc.record(
  {
    version: fc.constant(memoDocumentVersion),
    blocks: fc.array(block, { maxLength: 8 }),
    comments: fc.array(comment, { maxLength: 3 }),
  },
  { requiredKeys: ['version', 'blocks'] },
);
