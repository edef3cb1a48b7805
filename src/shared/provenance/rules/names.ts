import { agreement, prepareName } from '../../actors/matching/names';
import type { ActorFact, ProvenanceFacts } from '../facts';
import { finding, type Finding } from '../finding';
import { marksIn, placeIn, type Passage } from '../passages';
import type { MemoReading } from '../read';

interface Named {
  actorId: string;
  start: number;
  end: number;
  words: string;
}

/** Names that no actor of that kind is known by: of mentions always, of marked words where they look like a name. */
export function actorNames({ passages }: MemoReading, { actors }: ProvenanceFacts): Finding[] {
  return passages.flatMap((passage) =>
    namesIn(passage).flatMap(({ actorId, start, end, words }): Finding[] => {
      const actor = actors.get(actorId);
      if (!actor || isKnownAs(actor, words)) return [];
      const place = placeIn(passage, start, end);
      return [
        finding({
          rule: 'actor-name-unknown',
          place,
          words,
          message: `“${words}” is no name of ${actor.name} on record. Add it to the names, or use one that is.`,
          about: [actor.id, words],
          fixes: [
            { kind: 'add-alias', label: `Add to the names of ${actor.name}`, actorId: actor.id, text: words },
            { kind: 'edit', label: `Write “${actor.name}”`, edits: [{ place, text: actor.name }] },
            { kind: 'open', label: 'Open the actor', target: { kind: 'actor', id: actor.id } },
          ],
        }),
      ];
    }),
  );
}

function namesIn(passage: Passage): Named[] {
  const mentions = passage.pieces.flatMap(({ inline, start, end }): Named[] =>
    inline.type === 'actor-mention' ? [{ actorId: inline.actorId, start, end, words: inline.text }] : [],
  );
  const marked = marksIn(passage)
    .filter(({ kind }) => kind === 'actor')
    .flatMap(({ id, start, end }): Named[] => {
      const words = passage.text.slice(start, end).replace(/['’ʼ]s?$/u, '');
      return isName(words) ? [{ actorId: id, start, end: start + words.length, words }] : [];
    });
  return [...mentions, ...marked];
}

const small = /^(?:of|the|and|for|de|la|du|des|von|van|der|bin|ibn|al|el|-)$/iu;

/** Up to six words that are capitalised, but for small ones between them. */
function isName(words: string): boolean {
  const parts = words.trim().split(/[\s-]+/u);
  return parts.length <= 6 && parts.every((part) => /^\p{Lu}/u.test(part) || small.test(part)) && /\p{Lu}/u.test(words);
}

/** By any name on record, in any order, as an abbreviation of one, by initials, or by the surname alone. */
function isKnownAs(actor: ActorFact, words: string): boolean {
  const wanted = prepareName(words.replace(/['’ʼ]s?$/u, '').replace(/^the\s+/iu, ''));
  if (wanted.words.length === 0) return true;
  return [actor.name, ...actor.names.map(({ text }) => text)].some((name) => {
    const how = agreement(wanted, prepareName(name.replace(/^the\s+/iu, '')), actor.kind === 'person');
    return how !== null && how !== 'spelling' && how !== 'script';
  });
}
