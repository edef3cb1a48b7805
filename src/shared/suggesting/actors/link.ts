import type { LinkedActor } from '../../domain/suggestions';
import { fold, romanisedFolding } from '../../search/fold';
import type { Group } from './book';
import type { KnownActor } from './gazetteer';
import { skeleton } from './spelling';

const plain = (name: string) =>
  fold(name)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
const romanised = (name: string) =>
  romanisedFolding
    .fold(name)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** The actor of the library that a found one seems to be, with a reason; several if a name alone fits several. */
export function linkTo(
  group: Group,
  known: readonly KnownActor[],
): { existing: LinkedActor | null; candidates: LinkedActor[] } {
  const names = [group.name, ...group.aliases];
  const found = new Map<string, LinkedActor>();
  const add = (actor: KnownActor, confidence: number, reason: string) => {
    const before = found.get(actor.id);
    if (before === undefined || before.confidence < confidence)
      found.set(actor.id, { actorId: actor.id, name: actor.name, confidence, reason });
  };
  for (const actor of known) {
    const sameKind = actor.kind === group.kind || (actor.kind !== 'person') === (group.kind !== 'person');
    if (!sameKind) continue;
    for (const own of [actor.name, ...actor.aliases]) {
      for (const name of names) {
        if (plain(own) === plain(name))
          add(actor, name === group.name ? 0.97 : 0.9, `“${own}” is its name in your library`);
        else if (romanised(own) === romanised(name))
          add(actor, 0.9, `“${own}” in your library is the same name in other letters`);
        else if (group.kind === 'person' && alike(own, name))
          add(actor, 0.75, `“${own}” in your library may be another spelling of “${name}”`);
      }
    }
    if (group.kind === 'person' && !group.name.includes(' ')) {
      const family = [actor.name, ...actor.aliases].find(
        (own) => plain(own).split(' ').at(-1) === plain(group.name) && own.includes(' '),
      );
      if (family !== undefined) add(actor, 0.6, `the family name of “${family}” in your library`);
    }
  }
  const ranked = [...found.values()].sort((a, b) => b.confidence - a.confidence);
  const [first, second] = ranked;
  if (first === undefined) return { existing: null, candidates: [] };
  if (second !== undefined && second.confidence === first.confidence) {
    return {
      existing: null,
      candidates: ranked
        .filter(({ confidence }) => confidence === first.confidence)
        .map((link) => ({ ...link, confidence: link.confidence / 2, reason: `${link.reason}; it fits several` })),
    };
  }
  return { existing: first, candidates: [] };
}

/** The same number of names, each romanised in another way. */
function alike(a: string, b: string): boolean {
  const [first, second] = [plain(a).split(' '), plain(b).split(' ')];
  if (first.length !== second.length || first.length < 2) return false;
  return first.every(
    (word, index) =>
      word === second[index] ||
      (word.length > 3 && second[index]!.length > 3 && skeleton(word) === skeleton(second[index]!)),
  );
}
