import type { ActorKind } from '../domain/actors';
import type { SuggestedActor, Suggestions } from '../domain/suggestions';
import type { Block } from '../domain/sources';
import { collectActors } from './actors/collect';
import type { KnownActor } from './actors/gazetteer';
import type { Group } from './actors/book';
import { linkTo } from './actors/link';
import { findEvents } from './dates/events';
import { dayOf } from './dates/resolve';
import { keyOf } from './keys';
import { languageFor } from './language';
import { findPlainly } from './plain';
import { findSpeech } from './quotations/quotations';
import { readText } from './text/reading';
import { Scene } from './text/scene';

export type { KnownActor } from './actors/gazetteer';

/** What suggestions are made from. */
export interface SuggestionInput {
  /** The snapshot's text and its blocks. */
  text: string;
  blocks: readonly Block[];
  /** BCP 47; '' if unknown. */
  language: string;
  /** EDTF date of publication; '' if unknown. Relative dates are counted from it. */
  published: string;
  /** The actors of the library. */
  known: readonly KnownActor[];
}

export type Found = Omit<Suggestions, 'sourceId' | 'snapshotId'>;

/**
 * Actors, quotations with speakers, statements and dated events of a text, as proposals with exact places and reasons. Rules and
 * word lists only: no model, no network; the same text gives the same answer. Takes time in proportion to the text and throws for none.
 */
export function suggest({ text, blocks, language: tag, published, known }: SuggestionInput): Found {
  const language = languageFor(tag, text);
  const sound = blocks.filter(({ start, end }) => start >= 0 && end > start && end <= text.length);
  if (language === null) return findPlainly(readText(text, sound, null), known);
  const reading = readText(text, sound, language);
  const book = collectActors(reading, language, known);
  const scene = new Scene(reading, language, book);
  const actors = new Map<number, SuggestedActor>();
  const keys = new Set<string>();
  for (const group of book.groups) {
    const actor = actorOf(scene, group, known);
    if (actor === null || keys.has(actor.key)) continue;
    keys.add(actor.key);
    actors.set(group.index, actor);
  }
  const actorKey = (index: number) => actors.get(index)?.key ?? null;
  return {
    language: language.code,
    actors: [...actors.values()].sort(
      (a, b) => b.mentions.length - a.mentions.length || a.mentions[0]!.start - b.mentions[0]!.start,
    ),
    ...findSpeech(scene, actorKey),
    events: findEvents(scene, dayOf(published), actorKey),
  };
}

function actorOf(scene: Scene, group: Group, known: readonly KnownActor[]): SuggestedActor | null {
  const { tokens, text } = scene.reading;
  if (group.mentions.length === 0) return null;
  const mentions = group.mentions
    .toSorted((a, b) => a.from - b.from)
    .map(({ from, to, form }) => {
      const [start, end] = [tokens[from]!.start, tokens[to - 1]!.end];
      return { start, end, text: text.slice(start, end), form };
    });
  const link = linkTo(group, known);
  const forms = new Set(mentions.map(({ form }) => form));
  const sure = forms.has('name') || forms.has('abbreviation');
  const base = group.confidence > 0 ? group.confidence : sure ? 0.9 : forms.has('adjective') ? 0.6 : 0.5;
  const count = mentions.length === 1 ? 'named once' : `named ${mentions.length} times`;
  return {
    key: keyOf('actor', group.kind, group.name),
    kind: group.kind satisfies ActorKind,
    name: group.name,
    aliases: group.aliases.filter((alias) => alias !== group.name),
    roles: group.roles,
    mentions,
    confidence: Math.round(base * 100) / 100,
    reason: [...group.reasons, count].join('; '),
    ...link,
  };
}
