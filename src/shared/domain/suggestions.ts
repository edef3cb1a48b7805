import * as v from 'valibot';
import { actorKinds, type ActorKind } from './actors';
import type { TextPlace } from './anchors';
import { positionManner, positionStance, type PositionManner, type PositionStance } from './claims';
import { edtfDate, id, line, list, offset, requiredLine } from './common';

/**
 * What the app proposes from a snapshot's text, for a person to accept: nothing here is in the library. Offsets are UTF-16 code
 * units into the snapshot's text. `confidence` runs from 0 to 1; `reason` says in words why something is proposed. `key` names
 * the content, so that it is the same each time the same text is read.
 */
export interface Suggestions {
  sourceId: string;
  snapshotId: string;
  /** The language whose rules were used, BCP 47; '' where there are none and little is found. */
  language: string;
  actors: SuggestedActor[];
  quotations: SuggestedQuotation[];
  /** What somebody is said to have said, without the words: "The ministry denied that …". */
  statements: SuggestedStatement[];
  events: SuggestedEvent[];
}

/** How a mention names its actor. */
export type MentionForm =
  /** The name, or a known other name. */
  | 'name'
  /** A part of it: a surname alone, an organisation without its first words. */
  | 'short'
  | 'abbreviation'
  /** A nationality: "Iranian officials". */
  | 'adjective'
  /** A state's capital or seat of power that stands for the state. */
  | 'capital';

export interface SuggestedMention extends TextPlace {
  text: string;
  form: MentionForm;
}

export interface SuggestedRole {
  title: string;
  organisation: string;
}

export interface SuggestedActor {
  key: string;
  kind: ActorKind;
  name: string;
  /** Other names in this text, the fullest first; parts of the name are not among them. */
  aliases: string[];
  roles: SuggestedRole[];
  mentions: SuggestedMention[];
  confidence: number;
  reason: string;
  /** An actor of the library that this seems to be. */
  existing: LinkedActor | null;
  /** Several of the library, of which it could be any; then `existing` is null. */
  candidates: LinkedActor[];
}

export interface LinkedActor {
  actorId: string;
  name: string;
  confidence: number;
  reason: string;
}

/** Who speaks. */
export interface SuggestedSpeaker extends Partial<TextPlace> {
  /** As it should be shown: "Ilham Aliyev", "Ministry of Internal Affairs", "a ministry official". */
  name: string;
  /** The suggested actor, null for somebody who is not named. */
  actorKey: string | null;
  /** Other actors of this text that it could be, where a name fits several. */
  ambiguousWith: string[];
}

/** What the verb does to what is said. */
export type VerbClass = 'asserts' | 'claims' | 'confirms' | 'denies' | 'declines' | 'retracts';

export interface SuggestedVerb extends TextPlace {
  text: string;
  class: VerbClass;
}

interface Spoken {
  key: string;
  speaker: SuggestedSpeaker | null;
  verb: SuggestedVerb | null;
  stance: PositionStance;
  manner: PositionManner;
  confidence: number;
  reason: string;
}

export interface SuggestedQuotation extends Spoken, TextPlace {
  /** What stands between the marks; several parts where the sentence is broken by "he said". */
  parts: TextPlace[];
  text: string;
}

export interface SuggestedStatement extends Spoken, TextPlace {
  text: string;
}

export interface SuggestedEvent extends TextPlace {
  key: string;
  /** EDTF, as exact as the text. */
  date: string;
  /** The words that say the date. */
  expression: TextPlace & { text: string };
  title: string;
  /** The sentence; `start` and `end` are its place. */
  text: string;
  place: string;
  actors: { actorKey: string; name: string; role: string }[];
  confidence: number;
  reason: string;
}

export const suggestionKinds = ['actor', 'quotation', 'statement', 'event'] as const;
export type SuggestionKind = (typeof suggestionKinds)[number];

/** What somebody decided about a proposal. Accepted ones whose actor, excerpt or event is in the Trash do not count, and are not here. */
export interface SuggestionDecision {
  key: string;
  kind: SuggestionKind;
  decision: 'accepted' | 'rejected';
  /** What was proposed, in a few words. */
  label: string;
  /** The actor, excerpt or event that it became; null where it was rejected. */
  targetId: string | null;
}

/** Names a proposal: its kind, a colon and its normalised words (shared/suggesting/keys.ts). */
export const suggestionKey = v.pipe(
  v.string(),
  v.maxLength(4000),
  v.regex(/^(?:actor|quotation|statement|event):/u, 'This is not the key of a suggestion.'),
);
export const suggestionPlace = { sourceId: id, key: suggestionKey, snapshotId: id };
export const textPlace = { start: offset, end: offset };

const newActor = {
  kind: v.picklist(actorKinds),
  name: requiredLine(300),
  aliases: v.optional(list(requiredLine(300), 200), []),
  roles: v.optional(
    list(v.strictObject({ title: requiredLine(300), organisation: v.optional(line(300), '') }), 100),
    [],
  ),
};

/**
 * Who is meant: an actor of the library, which gets the other names that are given; or a new one. `key` is that of the suggested
 * actor, which is accepted along.
 */
export const suggestedActorWish = v.variant('is', [
  v.strictObject({
    is: v.literal('existing'),
    actorId: id,
    key: v.optional(suggestionKey),
    aliases: newActor.aliases,
  }),
  v.strictObject({ is: v.literal('new'), key: v.optional(suggestionKey), ...newActor }),
]);
export type SuggestedActorWish = v.InferInput<typeof suggestedActorWish>;

/** What a quotation says of a claim: one of the library, or a new one. */
export const suggestedPosition = v.strictObject({
  claim: v.variant('is', [
    v.strictObject({ is: v.literal('existing'), claimId: id }),
    v.strictObject({ is: v.literal('new'), statement: requiredLine(2000) }),
  ]),
  stance: positionStance,
  manner: positionManner,
  date: v.optional(edtfDate, ''),
});
