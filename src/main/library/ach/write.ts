import type { ParsedInputOf } from '../../../shared/contract';
import { CommonplaceError } from '../../../shared/result';
import type { Change } from '../changes/types';
import { wellFormed } from '../common/rows';
import { findRow, requireLive } from '../common/store';
import type { LibraryContext } from '../context';
import { eraseWhole } from '../trash/erase/store';
import { achOf, placeInAch } from './store';

type LinkId = LibraryContext['linkId'];

/** Answers the table's id. */
export async function createAch(change: Change, { title, note }: ParsedInputOf<'ach.create'>): Promise<string> {
  return change.insert('ach', { title: wellFormed(title), note: wellFormed(note) });
}

/** @throws `not-found` */
export async function updateAch(change: Change, { id, title, note }: ParsedInputOf<'ach.update'>): Promise<string> {
  await requireLive(change, 'ach', id);
  await change.update('ach', id, { title: wellFormed(title), note: wellFormed(note) });
  return id;
}

/** Removes a table with its ratings; its claims and excerpts stay. Undo brings it back. @throws `not-found` */
export async function removeAch(change: Change, id: string): Promise<void> {
  await requireLive(change, 'ach', id);
  await eraseWhole(change, 'ach', [id]);
}

/** Puts a claim across; nothing happens if it is there. @throws `not-found`, `bad-input` if it is a line of the table */
export async function addHypothesis(change: Change, linkId: LinkId, achId: string, claimId: string): Promise<void> {
  await requireLive(change, 'ach', achId);
  await requireLive(change, 'claim', claimId);
  if ((await placeInAch(change, 'ach_item', achId, itemId(linkId, achId, claimId))).present) {
    throw new CommonplaceError(
      'bad-input',
      'This claim is a line of evidence in the table. Remove it there first: it cannot be evidence about itself.',
    );
  }
  const id = hypothesisId(linkId, achId, claimId);
  const { present, next } = await placeInAch(change, 'ach_hypothesis', achId, id);
  if (!present) await change.insert('ach_hypothesis', { id, ach_id: achId, claim_id: claimId, ordinal: next });
}

/** Answers the table's id. @throws `not-found` */
export async function removeHypothesis(change: Change, id: string): Promise<string> {
  const achId = await achOf(change, 'ach_hypothesis', id);
  await eraseWhole(change, 'ach_hypothesis', [id]);
  return achId;
}

/** Puts an excerpt or a claim down; nothing happens if it is there. @throws `not-found`, `bad-input` if it is a hypothesis */
export async function addItem(
  change: Change,
  linkId: LinkId,
  achId: string,
  evidence: ParsedInputOf<'ach.addItem'>['evidence'],
): Promise<void> {
  await requireLive(change, 'ach', achId);
  await requireLive(change, evidence.kind, evidence.id);
  const across = hypothesisId(linkId, achId, evidence.id);
  if (evidence.kind === 'claim' && (await placeInAch(change, 'ach_hypothesis', achId, across)).present) {
    throw new CommonplaceError(
      'bad-input',
      'This claim is one of the hypotheses: it cannot be evidence about itself. Add an excerpt, or another claim.',
    );
  }
  const id = itemId(linkId, achId, evidence.id);
  const { present, next } = await placeInAch(change, 'ach_item', achId, id);
  if (present) return;
  await change.insert('ach_item', {
    id,
    ach_id: achId,
    excerpt_id: evidence.kind === 'excerpt' ? evidence.id : null,
    claim_id: evidence.kind === 'claim' ? evidence.id : null,
    credibility: 'high',
    relevance: 'high',
    note: '',
    ordinal: next,
  });
}

/** Writes what is given; answers the table's id. @throws `not-found` */
export async function updateItem(change: Change, input: ParsedInputOf<'ach.updateItem'>): Promise<string> {
  const { id, credibility, relevance, note } = input;
  const achId = await achOf(change, 'ach_item', id);
  await change.update('ach_item', id, {
    ...(credibility === undefined ? {} : { credibility }),
    ...(relevance === undefined ? {} : { relevance }),
    ...(note === undefined ? {} : { note: wellFormed(note) }),
  });
  return achId;
}

/** Answers the table's id. @throws `not-found` */
export async function removeItem(change: Change, id: string): Promise<string> {
  const achId = await achOf(change, 'ach_item', id);
  await eraseWhole(change, 'ach_item', [id]);
  return achId;
}

/** Rates a line against a hypothesis; null takes the rating back. Answers the table's id. @throws `not-found`, `bad-input` */
export async function rate(
  change: Change,
  linkId: LinkId,
  { hypothesisId: hypothesis, itemId: item, rating }: ParsedInputOf<'ach.rate'>,
): Promise<string> {
  const achId = await achOf(change, 'ach_hypothesis', hypothesis);
  if ((await achOf(change, 'ach_item', item)) !== achId) {
    throw new CommonplaceError('bad-input', 'The hypothesis and the line of evidence are of two tables.');
  }
  const id = linkId(hypothesis, item);
  if (rating !== null) {
    await change.insert('ach_rating', { id, hypothesis_id: hypothesis, item_id: item, rating });
  } else if ((await findRow(change, 'ach_rating', id)) !== undefined) {
    await change.erase('ach_rating', id);
  }
  return achId;
}

const hypothesisId = (linkId: LinkId, achId: string, claimId: string) => linkId(achId, claimId, 'hypothesis');
const itemId = (linkId: LinkId, achId: string, targetId: string) => linkId(achId, targetId, 'item');
