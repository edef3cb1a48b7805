import { expect, test } from 'vitest';
import type { CslItem } from '../../../shared/domain/csl';
import { cslOf, draftOf, newCreator, problemsOf } from './draft';

const item: CslItem = {
  type: 'article-newspaper',
  title: 'The spring the border closed',
  author: [{ family: 'Hallam', given: 'Joan', suffix: 'Jr.' }, { literal: 'Frontier Institute' }],
  issued: { 'date-parts': [[2021, 4, 27]] },
  custom: { anything: [1, 2] },
  'collection-title': 'Unshown',
};

test('a form that nobody touched says what the item said', () => {
  expect(cslOf(draftOf(item), item)).toEqual(item);
});

test('fields are changed, emptied and added; the rest of the item stays', () => {
  const draft = draftOf(item);
  draft.texts['title'] = '  The spring  ';
  draft.texts['URL'] = 'https://frontier.example/';
  draft.dates.issued = 'Apr 2021';
  draft.creators = [
    draft.creators[0]!,
    { ...newCreator('editor'), family: 'Orrel', given: 'Dana' },
    newCreator('author'),
  ];
  expect(cslOf(draft, item)).toEqual({
    ...item,
    title: 'The spring',
    URL: 'https://frontier.example/',
    issued: { 'date-parts': [[2021, 4]] },
    author: [{ family: 'Hallam', given: 'Joan', suffix: 'Jr.' }],
    editor: [{ family: 'Orrel', given: 'Dana' }],
  });
  expect(cslOf({ ...draft, dates: {} }, item).issued).toBeUndefined();
});

test('what is no date is said, and what is one in words is not', () => {
  const draft = draftOf(item);
  draft.dates = { issued: 'soon', accessed: '18 April 2023' };
  expect(Object.keys(problemsOf(draft))).toEqual(['issued']);
});
