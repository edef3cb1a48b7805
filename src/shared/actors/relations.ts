/**
 * How one actor stands to another. The list follows the links of FollowTheMoney (Membership, Directorship, Employment,
 * Ownership, Family, Associate, Representation, Succession) and adds what states and armed groups need.
 */
export const relationKinds = [
  'member',
  'leads',
  'employed',
  'owns',
  'family',
  'associate',
  'represents',
  'part',
  'succeeds',
  'allied',
  'opposes',
  'other',
] as const;
export type RelationKind = (typeof relationKinds)[number];

/** In words from the first actor's side, and from the other's. */
const words: Record<RelationKind, readonly [forward: string, backward: string]> = {
  member: ['member of', 'has as member'],
  leads: ['leads', 'led by'],
  employed: ['employed by', 'employs'],
  owns: ['owns', 'owned by'],
  family: ['family of', 'family of'],
  associate: ['associate of', 'associate of'],
  represents: ['represents', 'represented by'],
  part: ['part of', 'has as part'],
  succeeds: ['succeeds', 'succeeded by'],
  allied: ['allied with', 'allied with'],
  opposes: ['opposes', 'opposed by'],
  other: ['linked to', 'linked to'],
};

/** Whether a relation reads the same from both sides. */
export function isMutual(kind: RelationKind): boolean {
  return words[kind][0] === words[kind][1];
}

/** "member of", or "has as member" where it is read from the other side; with the label, "member of (observer)". */
export function relationInWords(relation: { kind: RelationKind; label: string }, backward: boolean): string {
  const [forward, back] = words[relation.kind];
  const said = backward ? back : forward;
  return relation.label === '' ? said : `${said} (${relation.label})`;
}
