import { expect, test } from 'vitest';
import type { Inline, TextMark } from '../../../shared/memo/document';
import { annotate, markInlines } from './annotate';

const text = (words: string, marks: TextMark[] = []): Inline => ({ type: 'text', text: words, formats: [], marks });
const claim: TextMark = { kind: 'claim', id: 'c' };
const actor: TextMark = { kind: 'actor', id: 'a' };

test('marks every occurrence, and marks may overlap', () => {
  const once = markInlines([text('the card of the guard')], { text: 'card of the guard', mark: claim });
  expect(once).toEqual([text('the '), text('card of the guard', [claim])]);
  expect(markInlines(once, { text: 'guard', mark: actor })).toEqual([
    text('the '),
    text('card of the ', [claim]),
    text('guard', [claim, actor]),
  ]);
});

test('links a block quotation that is an excerpt word for word, and no other', () => {
  const quotation = (words: string) => ({ type: 'quotation' as const, children: [text(words)] });
  const document = { version: 2 as const, blocks: [quotation('It was slow. '), quotation('It was slow, they say.')] };
  const { blocks } = annotate(document, [], new Map([['It was slow.', 'e']]));
  expect(blocks.map(({ type }) => type)).toEqual(['excerpt-quotation', 'quotation']);
});
