import type { CslName } from '../../../shared/domain/csl';
import { personName } from '../inverted-names';
import { oneLine } from '../values';

/** A name as Zotero has it: two fields, of which an organisation has only the first. */
export interface TwoPartName {
  surname: string;
  /** Undefined for a name of one field. */
  given: string | undefined;
}

/** Particles go before the surname and after the given name, a suffix after a comma, as Zotero's own citations read them. */
export function twoPartName(name: CslName): TwoPartName {
  const part = (key: keyof CslName) => oneLine(String(name[key] ?? ''));
  if (name.literal) return { surname: part('literal'), given: undefined };
  const given = [part('given'), part('dropping-particle')].filter(Boolean).join(' ');
  return {
    surname: [part('non-dropping-particle'), part('family')].filter(Boolean).join(' '),
    given: [given, part('suffix')].filter((text, index) => text !== '' || index === 0).join(', '),
  };
}

export function fromTwoParts({ surname, given }: TwoPartName): CslName {
  const last = oneLine(surname);
  if (given === undefined) return last === '' ? {} : { literal: last };
  const [first = '', suffix = ''] = oneLine(given).split(/\s*,\s*(?=[^,]*$)/u);
  return personName(last, first, suffix);
}
