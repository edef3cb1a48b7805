import type { CslItem, CslName, CslNameField } from '../domain/csl';

/** A name's short form: "Hallam", "van der Berg", an organisation as it stands; '' for an empty name. */
export function shortName(name: CslName): string {
  const literal = name.literal?.trim() ?? '';
  if (literal !== '') return literal;
  const family = [name['non-dropping-particle'], name.family].filter((part) => part?.trim()).join(' ');
  return family.trim() !== '' ? family.trim() : (name.given?.trim() ?? '');
}

/** A name in full: "Ilse van der Berg Jr.". */
export function fullName(name: CslName): string {
  const literal = name.literal?.trim() ?? '';
  if (literal !== '') return literal;
  return [name.given, name['dropping-particle'], name['non-dropping-particle'], name.family, name.suffix]
    .map((part) => part?.trim() ?? '')
    .filter((part) => part !== '')
    .join(' ');
}

// Who stands for a source without authors, in the order in which citation styles substitute them.
const responsible: readonly CslNameField[] = [
  'author',
  'editor',
  'translator',
  'director',
  'interviewer',
  'composer',
  'illustrator',
  'container-author',
  'collection-editor',
];

/** The role a source is cited by: its authors, else editors, and so on; undefined if nobody is named. */
export function responsibleRole(csl: CslItem): CslNameField | undefined {
  return responsible.find((field) => usableNames(csl[field]).length > 0);
}

/** The people or organisations in that role; empty if nobody is named. */
export function responsibleNames(csl: CslItem): CslName[] {
  const role = responsibleRole(csl);
  return role === undefined ? [] : usableNames(csl[role]);
}

/** subtle: the schema leaves unknown name fields as they came, so what is not a list of names is passed over. */
function usableNames(value: unknown): CslName[] {
  if (!Array.isArray(value)) return [];
  return (value as unknown[]).filter(
    (name): name is CslName => typeof name === 'object' && name !== null && shortName(name as CslName) !== '',
  );
}

/** Authors for a list: "Hallam", "Hallam & Orr", "Hallam et al."; '' if nobody is named. */
export function displayAuthors(csl: CslItem): string {
  const names = responsibleNames(csl).map(shortName);
  const [first = '', second = ''] = names;
  if (names.length > 2) return `${first} et al.`;
  return names.length === 2 ? `${first} & ${second}` : first;
}
