import * as v from 'valibot';
import type { ActorProperties } from '../actors/properties';
import { relationKinds, type RelationKind } from '../actors/relations';
import { edtfDate, id, line, list, requiredLine, type RowTimes } from './common';
import type { Excerpt } from './excerpts';
import type { Position } from './claims';

export const actorKinds = ['person', 'state', 'organisation', 'group', 'place'] as const;
export type ActorKind = (typeof actorKinds)[number];

/** previous-name: one it went by before, and no more. weak-alias: so common or vague that it alone proves nothing. */
export const actorNameKinds = ['name', 'alias', 'weak-alias', 'previous-name'] as const;

/** A name as written by the user; the script is detected (ISO 15924), the language is theirs to say (BCP 47, may be ''). */
const actorNameInput = v.strictObject({
  id: v.optional(id),
  kind: v.picklist(actorNameKinds),
  text: requiredLine(300),
  language: v.optional(line(35), ''),
});
export type ActorNameInput = v.InferInput<typeof actorNameInput>;
export interface ActorName {
  id: string;
  kind: (typeof actorNameKinds)[number];
  text: string;
  language: string;
  /** ISO 15924, e.g. "Latn", "Cyrl", "Arab". */
  script: string;
}

const actorRoleInput = v.strictObject({
  id: v.optional(id),
  title: requiredLine(300),
  organisation: v.optional(line(300), ''),
  from: v.optional(edtfDate, ''),
  to: v.optional(edtfDate, ''),
});
export type ActorRoleInput = v.InferInput<typeof actorRoleInput>;
export interface ActorRole {
  id: string;
  title: string;
  organisation: string;
  from: string;
  to: string;
}

export const actorFields = {
  kind: v.picklist(actorKinds),
  /** The name shown; aliases and other scripts go into `names`. */
  name: requiredLine(300),
  description: v.optional(line(5000), ''),
  /** The whole list: names and roles missing from it are removed. The first of kind `name` is `name`; others follow. */
  names: v.optional(list(actorNameInput, 1000), []),
  roles: v.optional(list(actorRoleInput, 1000), []),
  /** All of them, as in shared/actors/properties.ts; checked there. Left out: they stay as they are. */
  properties: v.optional(v.pipe(v.record(line(60), line(1000)), v.maxEntries(100))),
};

const relationFields = {
  kind: v.picklist(relationKinds),
  /** What it is exactly, in the researcher's words: "observer", "elder brother". */
  label: v.optional(line(200), ''),
  from: v.optional(edtfDate, ''),
  to: v.optional(edtfDate, ''),
  note: v.optional(line(5000), ''),
  excerptIds: v.optional(list(id, 1000), []),
};
export const newRelation = v.strictObject({ fromId: id, toId: id, ...relationFields });
export const changedRelation = v.strictObject({ id, ...relationFields });

/** How one actor stands to another, written from the first one's side. */
export interface ActorRelation {
  id: string;
  fromId: string;
  fromName: string;
  fromKind: ActorKind;
  toId: string;
  toName: string;
  toKind: ActorKind;
  kind: RelationKind;
  label: string;
  /** EDTF; '' if unknown. */
  from: string;
  to: string;
  note: string;
  /** What it rests on; excerpts in the Trash are left out. */
  excerpts: Excerpt[];
}

export interface ActorSummary extends RowTimes {
  id: string;
  kind: ActorKind;
  name: string;
  /** All names as they are written, the one shown first. */
  names: ActorName[];
  aliases: string[];
  /** The latest role, for display. */
  role: string;
  tags: string[];
  excerptCount: number;
  positionCount: number;
}

/** An actor that was merged into another one. */
export interface MergedActor {
  id: string;
  name: string;
  kind: ActorKind;
  mergedAt: string;
}

export interface ActorDetail extends ActorSummary {
  description: string;
  properties: ActorProperties;
  roles: ActorRole[];
  /** Its relations to actors that are not in the Trash, from either side. */
  relations: ActorRelation[];
  excerpts: Excerpt[];
  positions: Position[];
  /** Actors that were merged into this one, the latest first; each can be taken out again. */
  merged: MergedActor[];
}
