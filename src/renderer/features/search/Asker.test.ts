import { expect, test } from 'vitest';
import { CommonplaceError } from '../../../shared/result';
import type { SearchAnswer } from '../../../shared/search/types';
import { Asker } from './Asker';

/** An asker whose answers come when the test says so. */
function asker() {
  const open: { query: string; answer: (fails?: boolean) => Promise<void> }[] = [];
  const made = new Asker(
    ({ query }) =>
      new Promise((resolve, reject) => {
        const answer = async (fails = false) => {
          if (fails) reject(new CommonplaceError('internal', 'The library is busy. Try again.'));
          else resolve({ didYouMean: query } as SearchAnswer);
          await Promise.resolve().then(() => Promise.resolve());
        };
        open.push({ query, answer });
      }),
  );
  const asked = () => open.map(({ query }) => query);
  const shown = () => made.state().answered?.answer.didYouMean;
  return { made, open, asked, shown };
}

test('one question at a time, then only the latest; none comes after a later one', async () => {
  const { made, open, asked, shown } = asker();
  for (const query of ['e', 'em', 'emb', 'emba']) made.want({ query });
  expect(asked()).toEqual(['e']);
  await open[0]!.answer();
  expect(made.state()).toMatchObject({ answered: { query: 'e' } });
  expect(asked()).toEqual(['e', 'emba']);
  await open[1]!.answer();
  expect(made.state()).toMatchObject({ answered: { query: 'emba' } });
  expect(shown()).toBe('emba');
  made.want({ query: 'emba' });
  expect(asked()).toHaveLength(2);
  made.want({ query: 'emba', limit: 200 });
  expect(asked()).toHaveLength(3);
});

test('a failure is told and leaves the results there; the next answer clears it', async () => {
  const { made, open, shown } = asker();
  made.want({ query: 'embassy' });
  await open[0]!.answer();
  made.want({ query: 'embassy (' });
  await open[1]!.answer(true);
  expect(made.state()).toMatchObject({ failure: { message: 'The library is busy. Try again.' } });
  expect(shown()).toBe('embassy');
  made.again();
  await open[2]!.answer();
  expect(made.state().failure).toBeNull();
  expect(shown()).toBe('embassy (');
});

test('an emptied box shows nothing, even if an answer is still on its way', async () => {
  const { made, open, asked } = asker();
  made.want({ query: 'e' });
  made.want(null);
  await open[0]!.answer();
  expect(made.state()).toEqual({ answered: null, failure: null });
  made.again();
  expect(asked()).toEqual(['e']);
  made.want({ query: 'f' });
  made.want(null);
  made.want({ query: 'g' });
  await open[1]!.answer();
  expect(made.state().answered).toBeNull();
  await open[2]!.answer();
  expect(made.state()).toMatchObject({ answered: { query: 'g' } });
});
