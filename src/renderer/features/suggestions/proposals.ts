import type { TextPlace } from '../../../shared/domain/anchors';
import type {
  SuggestedActor,
  SuggestedActorWish,
  SuggestedEvent,
  SuggestedQuotation,
  SuggestedStatement,
  SuggestionDecision,
  SuggestionKind,
  Suggestions,
} from '../../../shared/domain/suggestions';

/** One proposal, whatever its kind. */
export type Proposal =
  | { kind: 'actor'; key: string; suggested: SuggestedActor }
  | { kind: 'quotation'; key: string; suggested: SuggestedQuotation }
  | { kind: 'statement'; key: string; suggested: SuggestedStatement }
  | { kind: 'event'; key: string; suggested: SuggestedEvent };
export type Spoken = Extract<Proposal, { kind: 'quotation' | 'statement' }>;

export type Group = SuggestionKind | 'decided';
export const groupNames: Record<Group, string> = {
  actor: 'Actors',
  quotation: 'Quotations',
  statement: 'Statements',
  event: 'Events',
  decided: 'Decided',
};

/** All proposals of a text, kind by kind. Two of the same words are one. */
export function proposalsOf(found: Suggestions): Proposal[] {
  const all: Proposal[] = [
    ...found.actors.map((suggested) => ({ kind: 'actor' as const, key: suggested.key, suggested })),
    ...found.quotations.map((suggested) => ({ kind: 'quotation' as const, key: suggested.key, suggested })),
    ...found.statements.map((suggested) => ({ kind: 'statement' as const, key: suggested.key, suggested })),
    ...found.events.map((suggested) => ({ kind: 'event' as const, key: suggested.key, suggested })),
  ];
  return [...new Map(all.map((proposal) => [proposal.key, proposal])).values()];
}

/** What a list shows and a decision is remembered by: the name, the words, what happened. */
export function labelOf({ kind, suggested }: Proposal): string {
  return kind === 'actor' ? suggested.name : kind === 'event' ? suggested.title : suggested.text;
}

/** The one to go to when this one is decided: the next of its kind, else the one before; undefined if it was the last. */
export function neighbour(open: readonly Proposal[], key: string): Proposal | undefined {
  const at = open.findIndex((proposal) => proposal.key === key);
  const kin = open.filter(({ kind }) => kind === open[at]?.kind);
  const place = kin.findIndex((proposal) => proposal.key === key);
  return kin[place + 1] ?? kin[place - 1];
}

/** Adds a suggested actor as it stands: to the actor of the library that it seems to be, else as a new one. */
export function actorWish(actor: SuggestedActor): SuggestedActorWish {
  const { key, kind, name, aliases, roles, existing } = actor;
  if (existing !== null) return { is: 'existing', actorId: existing.actorId, key, aliases: [name, ...aliases] };
  return { is: 'new', key, kind, name, aliases, roles: roles.filter(({ title }) => title !== '') };
}

/**
 * Who is meant by an actor of the text, by what was decided about it: the actor that it became, as it stands while nothing was
 * decided, and nobody where it was rejected.
 */
export function wishFor(
  actorKey: string | null,
  actors: readonly SuggestedActor[],
  decisions: readonly SuggestionDecision[],
): SuggestedActorWish | null {
  if (actorKey === null) return null;
  const decision = decisions.find(({ key }) => key === actorKey);
  if (decision !== undefined) {
    return decision.targetId === null ? null : { is: 'existing', actorId: decision.targetId, aliases: [] };
  }
  const actor = actors.find(({ key }) => key === actorKey);
  return actor === undefined ? null : actorWish(actor);
}

/** A claim as one would word it from what was said: without marks around it, and with a full stop. */
export function statementFrom(text: string): string {
  const bare = text
    .replace(/\s+/gu, ' ')
    .replace(/^[\s“”„«»"'‘’]+|[\s“”„«»"'‘’,;:–—-]+$/gu, '')
    .slice(0, 1900);
  if (bare === '') return '';
  const begun = bare.charAt(0).toLocaleUpperCase() + bare.slice(1);
  return /[.!?…]$/u.test(begun) ? begun : `${begun}.`;
}

/** When something was said: the day that its sentence names, else the day of publication. EDTF. */
export function saidOn({ suggested }: Spoken, events: readonly SuggestedEvent[], published: string): string {
  const at = suggested.verb ?? suggested;
  return events.find(({ start, end }) => start <= at.start && end >= at.end)?.date ?? published;
}

/** Where a proposal stands in the text: each mention of an actor, the words that were said, the sentence of an event. */
export function placesOf({ kind, suggested }: Proposal): TextPlace[] {
  const places = kind === 'actor' ? suggested.mentions : [suggested];
  return places.map(({ start, end }) => ({ start, end }));
}
