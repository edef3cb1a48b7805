import { expect, it } from 'vitest';
import { contract } from '../../shared/contract';
import { libraryHandlers } from './handlers';
import { openTestLibrary } from './testing';

it('answers every method of the core that is not the session’s own', async () => {
  const { context } = await openTestLibrary();
  const expected = Object.entries(contract)
    .filter(([name, method]) => method.host === 'core' && !/^(library|history|inbox)\./.test(name))
    .map(([name]) => name);
  expect(Object.keys(libraryHandlers(context)).sort()).toEqual(expected.sort());
});
