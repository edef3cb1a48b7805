import type { ActorKind, ActorName } from '../../../shared/domain/actors';

export const actorKindNames: Record<ActorKind, string> = {
  person: 'Person',
  state: 'State',
  organisation: 'Organisation',
  group: 'Group',
  place: 'Place',
};

export const nameKindNames: Record<ActorName['kind'], string> = {
  name: 'Name',
  alias: 'Alias',
  'weak-alias': 'Weak alias',
  'previous-name': 'Previous name',
};

/** A language code as a lang attribute: only what browsers and screen readers know; codes of one's own stay out. */
export function langOf(code: string): string | undefined {
  if (code === '') return undefined;
  try {
    return new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' }).of(code) === undefined
      ? undefined
      : code;
  } catch {
    return undefined;
  }
}

/** The name of a script or language code in English; the code itself where it is not known. */
export function codeName(type: 'script' | 'language', code: string): string {
  if (code === '' || code === 'Zyyy') return '';
  try {
    return new Intl.DisplayNames(['en'], { type }).of(code) ?? code;
  } catch {
    return code;
  }
}
