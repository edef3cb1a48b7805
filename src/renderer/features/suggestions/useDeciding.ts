import { useRef } from 'react';
import type { InputOf } from '../../../shared/contract';
import type { Place } from '../../app/places';
import { useAct } from '../../client';
import { useToasts } from '../../ui';
import { actorWish, labelOf, neighbour, saidOn, wishFor, type Proposal } from './proposals';
import type { Proposals } from './useProposals';

type Quoted = Pick<InputOf<'suggestions.acceptQuotation'>, 'speaker' | 'position'>;
type Dated = Pick<InputOf<'suggestions.acceptEvent'>, 'title' | 'date' | 'place' | 'actors'>;

/**
 * Accepting and rejecting proposals of one source. Each goes on to the next one (`move`), and offers to take it back, which
 * shows it again (`turn`).
 */
export function useDeciding(
  { source, found, open, decisions }: Proposals,
  move: (next: Proposal | undefined) => void,
  turn: (place: Place) => void,
) {
  const toasts = useToasts();
  const actor = useAct('suggestions.acceptActor');
  const quotation = useAct('suggestions.acceptQuotation');
  const event = useAct('suggestions.acceptEvent');
  const rejection = useAct('suggestions.reject');
  // One at a time: a key that is pressed twice decides about one proposal, not twice about the same.
  const busy = useRef(false);
  const sourceId = source?.id ?? '';
  const snapshotId = found?.snapshotId ?? '';
  const actors = found?.actors ?? [];

  /** Says what was done and goes on, once it is done. */
  const then = async (proposal: Proposal, said: string, act: () => Promise<unknown>): Promise<boolean> => {
    const next = neighbour(open, proposal.key);
    if (busy.current || !open.some(({ key }) => key === proposal.key)) return false;
    busy.current = true;
    const done = await act();
    busy.current = false;
    if (done === undefined) return false;
    toasts.say(said, {
      undo: () => turn({ view: 'suggestions', sourceId, group: proposal.kind, id: proposal.key }),
    });
    move(next);
    return true;
  };

  const acceptActor = (proposal: Extract<Proposal, { kind: 'actor' }>, wish = actorWish(proposal.suggested)) =>
    then(proposal, wish.is === 'existing' ? 'Linked to the actor' : 'Actor added', () =>
      actor.act({
        sourceId,
        snapshotId,
        key: proposal.key,
        actor: wish,
        mentions: proposal.suggested.mentions.map(({ start, end }) => ({ start, end })),
      }),
    );

  const acceptSpoken = (proposal: Extract<Proposal, { kind: 'quotation' | 'statement' }>, edited?: Quoted) => {
    const { start, end, speaker } = proposal.suggested;
    const asIs: Quoted = { speaker: wishFor(speaker?.actorKey ?? null, actors, decisions), position: null };
    return then(proposal, edited?.position ? 'Excerpt and position added' : 'Excerpt added', () =>
      quotation.act({ sourceId, snapshotId, key: proposal.key, start, end, ...asIs, ...edited }),
    );
  };

  const acceptEvent = (proposal: Extract<Proposal, { kind: 'event' }>, edited?: Dated) => {
    const { start, end, title, date, place, actors: present } = proposal.suggested;
    const known = present.flatMap(({ actorKey, role }) => {
      const wish = wishFor(actorKey, actors, decisions);
      return wish === null ? [] : [{ actor: wish, role }];
    });
    return then(proposal, 'Event added', () =>
      event.act({ sourceId, snapshotId, key: proposal.key, start, end, title, date, place, actors: known, ...edited }),
    );
  };

  /** As it stands. */
  const accept = (proposal: Proposal) =>
    proposal.kind === 'actor'
      ? acceptActor(proposal)
      : proposal.kind === 'event'
        ? acceptEvent(proposal)
        : acceptSpoken(proposal);

  const reject = (proposal: Proposal) => {
    const label = labelOf(proposal).replace(/\s+/gu, ' ').trim().slice(0, 500) || 'Suggestion';
    return then(proposal, 'Rejected; it is not proposed again', () =>
      rejection.act({ sourceId, key: proposal.key, label }),
    );
  };

  const dateOf = (proposal: Extract<Proposal, { kind: 'quotation' | 'statement' }>) =>
    saidOn(proposal, found?.events ?? [], source?.issued ?? '');
  return { accept, acceptActor, acceptSpoken, acceptEvent, reject, dateOf };
}
export type Deciding = ReturnType<typeof useDeciding>;
