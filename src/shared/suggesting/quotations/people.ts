import type { Group } from '../actors/book';

/** Whom "IM" means: the one person whose names begin with these letters; null for nobody, or more than one. */
export function initialled(people: readonly Group[], letters: string): Group | null {
  const wanted = letters.replace(/\./gu, '');
  if (!/^\p{Lu}{2,4}$/u.test(wanted)) return null;
  const fitting = people.filter(({ name }) => {
    const initials = name.match(/(?<![\p{L}\p{M}])\p{Lu}/gu)?.join('') ?? '';
    return initials === wanted;
  });
  return fitting.length === 1 ? fitting[0]! : null;
}

/**
 * Whom an interview is with: who is named most before its first question, because answers speak of others.
 * @param first index of the first question's first token
 */
export function interviewed(people: readonly Group[], first: number): Group | null {
  const named = ({ mentions }: Group) => mentions.filter(({ from }) => from < first).length;
  const introduced = people.filter((person) => named(person) > 0);
  const pool = introduced.length > 0 ? introduced : people;
  const count = introduced.length > 0 ? named : ({ mentions }: Group) => mentions.length;
  return pool.reduce<Group | null>(
    (most, person) => (most === null || count(person) > count(most) ? person : most),
    null,
  );
}
