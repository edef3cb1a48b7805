import type { ParsedInputOf } from '../../../shared/contract';
import type { ActorDetail } from '../../../shared/domain/actors';
import type { TextPlace } from '../../../shared/domain/anchors';
import type { EventDetail } from '../../../shared/domain/events';
import type { Excerpt } from '../../../shared/domain/excerpts';
import type { Snapshot } from '../../../shared/domain/sources';
import { CommonplaceError } from '../../../shared/result';
import { fold } from '../../../shared/search/fold';
import { getActor } from '../actors/store';
import { createActor, updateActor } from '../actors/write';
import type { Change } from '../changes/types';
import { addPosition } from '../claims/positions/store';
import { createClaim } from '../claims/store';
import { requireLive } from '../common/store';
import type { LibraryContext } from '../context';
import { createEvent } from '../events/store';
import { getExcerpt } from '../excerpts/store';
import { insertExcerpt } from '../excerpts/write';
import { getSnapshot } from '../snapshots/store';
import { excerptPlaces, touch } from './places';
import { decide } from './store';

type LinkId = LibraryContext['linkId'];
type ActorWish = ParsedInputOf<'suggestions.acceptActor'>['actor'];

/** Adds or completes an actor and tags it in excerpts of the source that stand where it is named. @throws `not-found`, `bad-input` */
export async function acceptActor(
  change: Change,
  linkId: LinkId,
  input: ParsedInputOf<'suggestions.acceptActor'>,
): Promise<ActorDetail> {
  const { sourceId, snapshotId, mentions } = input;
  await snapshotFor(change, sourceId, snapshotId);
  const actorId = await take(change, linkId, sourceId, { ...input.actor, key: input.key });
  for (const [excerptId, place] of await excerptPlaces(change, sourceId, snapshotId))
    if (mentions.some((mention) => touch(place, mention))) await tag(change, linkId, actorId, excerptId);
  return getActor(change, actorId);
}

/** Makes an excerpt, links its speaker and adds the position. @throws `not-found`, `bad-input` */
export async function acceptQuotation(
  change: Change,
  linkId: LinkId,
  input: ParsedInputOf<'suggestions.acceptQuotation'>,
): Promise<Excerpt> {
  const { sourceId, snapshotId, key, speaker, position } = input;
  const excerpt = await excerptAt(change, linkId, await snapshotFor(change, sourceId, snapshotId), input);
  const actorId = speaker === null ? null : await take(change, linkId, sourceId, speaker);
  if (actorId !== null) await tag(change, linkId, actorId, excerpt.id);
  if (position !== null) {
    if (actorId === null)
      throw new CommonplaceError('bad-input', 'A position is somebody’s. Say who speaks, or accept the words alone.');
    const { claim, stance, manner, date } = position;
    const claimId =
      claim.is === 'existing'
        ? claim.claimId
        : (await createClaim(change, { statement: claim.statement, note: '' })).id;
    await addPosition(change, { claimId, actorId, stance, manner, date, excerptId: excerpt.id, note: '' });
  }
  await decide(change, linkId, { sourceId, key, label: excerpt.text, targetId: excerpt.id });
  return getExcerpt(change, excerpt.id);
}

/** Makes an event that rests on an excerpt of its sentence. @throws `not-found`, `bad-input` */
export async function acceptEvent(
  change: Change,
  linkId: LinkId,
  input: ParsedInputOf<'suggestions.acceptEvent'>,
): Promise<EventDetail> {
  const { sourceId, snapshotId, key, title, date, place } = input;
  const excerpt = await excerptAt(change, linkId, await snapshotFor(change, sourceId, snapshotId), input);
  const actors: { actorId: string; role: string }[] = [];
  for (const { actor, role } of input.actors) {
    const actorId = await take(change, linkId, sourceId, actor);
    await tag(change, linkId, actorId, excerpt.id);
    actors.push({ actorId, role });
  }
  const event = await createEvent(change, linkId, {
    title,
    date,
    place,
    description: '',
    actors,
    excerptIds: [excerpt.id],
  });
  await decide(change, linkId, { sourceId, key, label: title, targetId: event.id });
  return event;
}

/** The snapshot, which must be this source's. */
async function snapshotFor(change: Change, sourceId: string, snapshotId: string): Promise<Snapshot> {
  await requireLive(change, 'source', sourceId);
  const snapshot = await getSnapshot(change, snapshotId);
  if (snapshot.sourceId !== sourceId)
    throw new CommonplaceError('bad-input', 'That text is not of this source. Open its suggestions again.');
  return snapshot;
}

/** The excerpt of exactly this passage, made if there is none. */
async function excerptAt(change: Change, linkId: LinkId, snapshot: Snapshot, place: TextPlace): Promise<Excerpt> {
  for (const [id, { start, end }] of await excerptPlaces(change, snapshot.sourceId, snapshot.id))
    if (start === place.start && end === place.end) return getExcerpt(change, id);
  const { start, end } = place;
  return insertExcerpt(change, linkId, snapshot, {
    kind: 'quotation',
    start,
    end,
    text: '',
    locator: undefined,
    colour: 'none',
    note: '',
    tags: [],
  });
}

async function tag(change: Change, linkId: LinkId, actorId: string, excerptId: string): Promise<void> {
  await change.insert('actor_mention', {
    id: linkId(actorId, excerptId),
    actor_id: actorId,
    excerpt_id: excerptId,
  });
}

/** The actor that is meant, made or completed; a suggestion that it goes by counts as accepted. Answers its id. */
async function take(change: Change, linkId: LinkId, sourceId: string, wish: ActorWish): Promise<string> {
  const actor = wish.is === 'new' ? await addActor(change, wish) : await completeActor(change, wish);
  if (wish.key !== undefined)
    await decide(change, linkId, { sourceId, key: wish.key, label: actor.name, targetId: actor.id });
  return actor.id;
}

function addActor(
  change: Change,
  { kind, name, aliases, roles }: Extract<ActorWish, { is: 'new' }>,
): Promise<ActorDetail> {
  return createActor(change, {
    kind,
    name,
    description: '',
    names: unlike([name], aliases).map((text) => otherName(name, text)),
    roles: roles.map((role) => ({ ...role, from: '', to: '' })),
  });
}

/** Gives an actor the names that it does not have yet. */
async function completeActor(
  change: Change,
  { actorId, aliases }: Extract<ActorWish, { is: 'existing' }>,
): Promise<ActorDetail> {
  await requireLive(change, 'actor', actorId);
  const actor = await getActor(change, actorId);
  const added = unlike(
    actor.names.map(({ text }) => text),
    aliases,
  );
  if (added.length === 0) return actor;
  return updateActor(change, actorId, {
    kind: actor.kind,
    name: actor.name,
    description: actor.description,
    names: [
      ...actor.names.map(({ id, kind, text, language }) => ({ id, kind, text, language })),
      ...added.map((text) => otherName(actor.name, text)),
    ],
    roles: actor.roles,
  });
}

/** Those that are not among the names, however they are written. */
function unlike(names: readonly string[], others: readonly string[]): string[] {
  const known = new Set(names.map(fold));
  return others.filter((other) => {
    const folded = fold(other);
    if (known.has(folded)) return false;
    known.add(folded);
    return true;
  });
}

/** A part of the name proves nothing in another text: every country has a “Foreign Ministry”. */
function otherName(name: string, text: string) {
  const words = new Set(wordsOf(name));
  const isPart = wordsOf(text).every((word) => words.has(word));
  return { kind: isPart ? ('weak-alias' as const) : ('alias' as const), text, language: '' };
}

const wordsOf = (name: string) =>
  fold(name)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
