import type { CslName } from '../../shared/domain/csl';
import { isOrganisation, parseName } from '../importing/metadata/names';
import { oneLine } from './values';

/** A name as RIS and EndNote write it: "van der Berg, Ada, Jr". An organisation ends with a comma, its first own one is doubled. */
export function invertedName(name: CslName): string {
  const part = (key: keyof CslName) => oneLine(String(name[key] ?? '')).replaceAll(',', '');
  if (name.literal) {
    const literal = oneLine(name.literal);
    return literal.includes(',') ? literal.replace(',', ',,') : `${literal},`;
  }
  const last = [part('non-dropping-particle'), part('family')].filter(Boolean).join(' ');
  const first = [part('given'), part('dropping-particle')].filter(Boolean).join(' ');
  if (last === '') return first;
  return [last, first, part('suffix')]
    .filter((text, index) => text !== '' || index === 1)
    .join(', ')
    .replace(/, $/u, '');
}

/** Reads such a name. Without a comma it is an organisation, a person in natural order, or a single name. */
export function readInvertedName(text: string): CslName {
  const line = oneLine(text);
  if (line.includes(',,')) return { literal: line.replace(/,,/u, ',') };
  if (line.endsWith(',')) return { literal: line.replace(/[,\s]+$/u, '') };
  const [last = '', first = '', suffix = ''] = line.split(/\s*,\s*/u);
  if (!line.includes(',')) {
    return line.includes(' ') ? parseName(line) : isOrganisation(line) ? { literal: line } : { family: line };
  }
  return personName(last, first, suffix);
}

/**
 * A person from family name, given names and suffix. Small words before a family name belong to it ("van der Berg"), those
 * after given names are dropped when the name stands alone ("Beethoven, Ludwig van").
 */
export function personName(last: string, first: string, suffix: string): CslName {
  const name: CslName = {};
  const isSmall = (word: string) => /^\p{Ll}/u.test(word);
  const family = last.split(' ');
  // A name that is all small letters has no particle; it is the name ("bell hooks").
  const particles = Math.max(0, family.every(isSmall) ? 0 : family.findIndex((word) => !isSmall(word)));
  const given = first.split(' ');
  const named = given.every(isSmall) ? given.length : given.findLastIndex((word) => !isSmall(word)) + 1;
  const set = (key: keyof CslName, text: string) => {
    if (text !== '') name[key] = text;
  };
  set('non-dropping-particle', family.slice(0, particles).join(' '));
  set('family', family.slice(particles).join(' '));
  set('given', given.slice(0, named).join(' '));
  set('dropping-particle', given.slice(named).join(' '));
  set('suffix', suffix);
  return name;
}
