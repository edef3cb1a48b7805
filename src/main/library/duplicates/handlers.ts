import type { Handlers } from '../../../shared/contract';
import type { DuplicatePair } from '../../../shared/domain/duplicates';
import type { FoundPair } from '../../../shared/sources/duplicates/find';
import type { LibraryContext } from '../context';
import { currentId } from '../sources/merges/store';
import { duplicateFinder } from './finder';
import { keepApart, keptApart, proposeAgain, sides } from './store';

type DuplicateMethod =
  'duplicates.list' | 'duplicates.apart' | 'duplicates.of' | 'duplicates.keepApart' | 'duplicates.proposeAgain';

/** Sources that look like one: found by what they say, and what somebody decided about them. */
export function duplicatesHandlers({ db, change, linkId }: LibraryContext): Handlers<DuplicateMethod> {
  const finder = duplicateFinder(db);

  async function shown(pairs: readonly FoundPair[]): Promise<DuplicatePair[]> {
    const known = await db.read((reader) =>
      sides(
        reader,
        pairs.flatMap(({ firstId, secondId }) => [firstId, secondId]),
      ),
    );
    return pairs.flatMap(({ firstId, secondId, confidence, reasons }) => {
      const [first, second] = [known.get(firstId), known.get(secondId)];
      return first && second ? [{ first, second, confidence, reasons }] : [];
    });
  }

  return {
    'duplicates.list': async ({ offset, limit }) => {
      const pairs = await finder.pairs();
      return { total: pairs.length, offset, items: await shown(pairs.slice(offset, offset + limit)) };
    },
    'duplicates.apart': async ({ offset, limit }) => {
      const pairs = await db.read(keptApart);
      const page = pairs.slice(offset, offset + limit);
      const items = await shown(page.map((pair) => ({ ...pair, confidence: 'possible', reasons: [] })));
      return { total: pairs.length, offset, items };
    },
    'duplicates.of': async ({ id }) => {
      const sourceId = await db.read((reader) => currentId(reader, id));
      const pairs = await finder.pairs();
      return shown(pairs.filter(({ firstId, secondId }) => firstId === sourceId || secondId === sourceId).slice(0, 20));
    },
    'duplicates.keepApart': ({ firstId, secondId }) =>
      change({ label: 'Keep sources apart' }, async (writer) => {
        await keepApart(writer, linkId, firstId, secondId);
        return null;
      }),
    'duplicates.proposeAgain': ({ firstId, secondId }) =>
      change({ label: 'Propose duplicates again' }, async (writer) => {
        await proposeAgain(writer, linkId, firstId, secondId);
        return null;
      }),
  };
}
