import type { ParsedInputOf } from '../../../../shared/contract';
import { isEdtf } from '../../../../shared/dates/edtf';
import type { ActorRelation } from '../../../../shared/domain/actors';
import { CommonplaceError } from '../../../../shared/result';
import type { Change } from '../../changes/types';
import { badDate } from '../../common/errors';
import { wellFormed } from '../../common/rows';
import { requireLive } from '../../common/store';
import type { LibraryContext } from '../../context';
import type { SqlRow } from '../../db/types';
import { excerptLinksOf, getRelation } from './store';

type LinkId = LibraryContext['linkId'];
type RelationInput = Omit<ParsedInputOf<'actors.updateRelation'>, 'id'>;

/** @throws `not-found`; `bad-input` for what is no EDTF date, and for an actor and itself */
export async function addRelation(
  change: Change,
  linkId: LinkId,
  { fromId, toId, ...input }: ParsedInputOf<'actors.relate'>,
): Promise<ActorRelation> {
  if (fromId === toId) {
    throw new CommonplaceError('bad-input', 'An actor cannot stand in a relation to itself. Choose another actor.');
  }
  await requireLive(change, 'actor', fromId);
  await requireLive(change, 'actor', toId);
  const id = await change.insert('actor_relation', { from_id: fromId, to_id: toId, ...columns(input) });
  await setExcerpts(change, linkId, id, input.excerptIds);
  return getRelation(change, id);
}

/** Writes a relation whole; excerpts that the input leaves out are taken off, but for those that cannot be seen. */
export async function updateRelation(
  change: Change,
  linkId: LinkId,
  { id, ...input }: ParsedInputOf<'actors.updateRelation'>,
): Promise<ActorRelation> {
  await getRelation(change, id);
  await change.update('actor_relation', id, columns(input));
  await setExcerpts(change, linkId, id, input.excerptIds);
  return getRelation(change, id);
}

export async function removeRelation(change: Change, id: string): Promise<null> {
  await getRelation(change, id);
  for (const link of await excerptLinksOf(change, id)) await change.erase('actor_relation_excerpt', link.id);
  await change.erase('actor_relation', id);
  return null;
}

function columns(input: RelationInput): SqlRow {
  for (const date of [input.from, input.to]) if (!isEdtf(date)) throw badDate(date);
  return {
    kind: input.kind,
    label: wellFormed(input.label),
    from_date: input.from,
    to_date: input.to,
    note: wellFormed(input.note),
  };
}

async function setExcerpts(change: Change, linkId: LinkId, id: string, excerptIds: readonly string[]): Promise<void> {
  const before = await excerptLinksOf(change, id);
  const seen = new Set((await getRelation(change, id)).excerpts.map((excerpt) => excerpt.id));
  for (const link of before) {
    if (seen.has(link.excerpt_id) && !excerptIds.includes(link.excerpt_id)) {
      await change.erase('actor_relation_excerpt', link.id);
    }
  }
  for (const excerptId of excerptIds) {
    if (before.some((link) => link.excerpt_id === excerptId)) continue;
    await requireLive(change, 'excerpt', excerptId);
    await change.insert('actor_relation_excerpt', {
      id: linkId(id, excerptId),
      relation_id: id,
      excerpt_id: excerptId,
    });
  }
}
