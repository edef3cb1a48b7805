import type { LedgerEntry } from '../domain/claims';
import { asOf, knownBy } from './as-of';
import { decisive, latestFirst, type StatusPosition } from './status';

export interface LedgerPosition extends StatusPosition {
  id: string;
  claimId: string;
  actorName: string;
}

/**
 * Who held what on a date (EDTF; '' for now): an entry for each actor and claim with any position by then, in the order in
 * which they first appear. What is only reported of an actor is listed apart and never counted.
 */
export function ledgerOn(
  positions: readonly LedgerPosition[],
  date: string,
): Omit<LedgerEntry, 'statement' | 'roleThen'>[] {
  const pairs = new Map<string, LedgerPosition[]>();
  for (const position of asOf(positions, date)) {
    const key = `${position.claimId} ${position.actorId}`;
    const list = pairs.get(key);
    if (list === undefined) pairs.set(key, [position]);
    else list.push(position);
  }
  return [...pairs.values()].flatMap((list) => {
    const [first] = list;
    if (first === undefined) return [];
    const { stand, positions: rests } = decisive(list);
    const said = (manner: 'held' | 'reported') =>
      list
        .filter((position) => position.manner === manner)
        .sort((a, b) => latestFirst(a.date, b.date))
        .map(({ id, stance, date: on }) => ({ positionId: id, stance, date: on }));
    return [
      {
        claimId: first.claimId,
        actorId: first.actorId,
        actorName: first.actorName,
        stand,
        perhaps: rests.some((position) => knownBy(position.date, date) === 'perhaps'),
        positionIds: rests.map((position) => position.id),
        latest: said('held')[0] ?? null,
        reported: said('reported'),
      },
    ];
  });
}
