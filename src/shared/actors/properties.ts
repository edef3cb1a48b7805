import { isEdtf } from '../dates/edtf';
import type { ActorKind } from '../domain/actors';

/** What a value must look like: an EDTF date, a web address, a Wikidata id, or any short text. */
export type PropertyType = 'text' | 'date' | 'url' | 'wikidata';

export interface PropertyFacts {
  /** As FollowTheMoney names it. */
  name: string;
  label: string;
  kinds: readonly ActorKind[];
  type: PropertyType;
  /** Several values may stand in it, parted by semicolons. */
  many?: true;
}

const everyKind: readonly ActorKind[] = ['person', 'state', 'organisation', 'group', 'place'];
const bodies: readonly ActorKind[] = ['state', 'organisation', 'group'];

/**
 * What can be said of an actor besides names, roles and relations: the properties of the FollowTheMoney schemata Person,
 * Organization, PublicBody and Address that a notebook needs, in the order in which forms and pages show them.
 */
export const actorProperties: readonly PropertyFacts[] = [
  { name: 'birthDate', label: 'Born', kinds: ['person'], type: 'date' },
  { name: 'birthPlace', label: 'Born in', kinds: ['person'], type: 'text' },
  { name: 'deathDate', label: 'Died', kinds: ['person'], type: 'date' },
  { name: 'nationality', label: 'Nationality', kinds: ['person'], type: 'text', many: true },
  { name: 'gender', label: 'Gender', kinds: ['person'], type: 'text' },
  { name: 'title', label: 'Title', kinds: ['person'], type: 'text', many: true },
  { name: 'fatherName', label: 'Father’s name', kinds: ['person'], type: 'text' },
  { name: 'education', label: 'Education', kinds: ['person'], type: 'text', many: true },
  { name: 'religion', label: 'Religion', kinds: ['person'], type: 'text' },
  { name: 'ethnicity', label: 'Ethnicity', kinds: ['person'], type: 'text' },
  {
    name: 'political',
    label: 'Political affiliation',
    kinds: ['person', 'organisation', 'group'],
    type: 'text',
    many: true,
  },
  { name: 'incorporationDate', label: 'Founded', kinds: bodies, type: 'date' },
  { name: 'dissolutionDate', label: 'Dissolved', kinds: bodies, type: 'date' },
  { name: 'legalForm', label: 'Legal form', kinds: ['organisation'], type: 'text' },
  { name: 'jurisdiction', label: 'Jurisdiction', kinds: ['organisation', 'group'], type: 'text' },
  { name: 'registrationNumber', label: 'Registration number', kinds: ['organisation'], type: 'text', many: true },
  { name: 'leiCode', label: 'LEI', kinds: ['organisation'], type: 'text' },
  { name: 'sector', label: 'Sector', kinds: ['organisation', 'group'], type: 'text', many: true },
  { name: 'country', label: 'Country', kinds: everyKind, type: 'text', many: true },
  { name: 'city', label: 'City', kinds: ['place'], type: 'text' },
  { name: 'region', label: 'Region', kinds: ['place'], type: 'text' },
  { name: 'latitude', label: 'Latitude', kinds: ['place'], type: 'text' },
  { name: 'longitude', label: 'Longitude', kinds: ['place'], type: 'text' },
  { name: 'address', label: 'Address', kinds: ['person', ...bodies], type: 'text', many: true },
  { name: 'email', label: 'E-mail', kinds: ['person', ...bodies], type: 'text', many: true },
  { name: 'phone', label: 'Telephone', kinds: ['person', ...bodies], type: 'text', many: true },
  { name: 'website', label: 'Website', kinds: ['person', ...bodies], type: 'url' },
  { name: 'wikidataId', label: 'Wikidata', kinds: everyKind, type: 'wikidata' },
];

const byName = new Map(actorProperties.map((facts) => [facts.name, facts]));

/** Values by the name of their property; what is not known is left out. */
export type ActorProperties = Record<string, string>;

/** The properties that an actor of this kind can have. */
export function propertiesOf(kind: ActorKind): readonly PropertyFacts[] {
  return actorProperties.filter((facts) => facts.kinds.includes(kind));
}

/** The values that a property holds, each trimmed. */
export function valuesOf(facts: PropertyFacts, text: string): string[] {
  const values = facts.many ? text.split(';') : [text];
  return values.map((value) => value.trim()).filter((value) => value !== '');
}

/** Whether a property can have this value. '' never stands: what is not known is left out. */
export function isPropertyValue(facts: PropertyFacts, text: string): boolean {
  if (text === '' || text.length > 1000 || text !== text.trim() || /[\p{Cc}\p{Cs}]/u.test(text)) return false;
  if (facts.type === 'date') return isEdtf(text);
  if (facts.type === 'wikidata') return /^Q[1-9]\d{0,11}$/u.test(text);
  if (facts.type === 'url') return /^https?:\/\/[^\s<>"/?#]+(?:[/?#][^\s<>"]*)?$/iu.test(text);
  return true;
}

/** Whether names and values are all known and well formed, whatever kind of actor they are of: what an archive may hold. */
export function areProperties(properties: Record<string, string>): boolean {
  return Object.entries(properties).every(([name, text]) => {
    const facts = byName.get(name);
    return facts !== undefined && isPropertyValue(facts, text);
  });
}

/** What is wrong with the properties of an actor of this kind, as a sentence that says what to do; null if nothing is. */
export function propertiesFault(kind: ActorKind, properties: Record<string, string>): string | null {
  for (const [name, text] of Object.entries(properties)) {
    const facts = byName.get(name);
    if (facts === undefined) return `There is no property “${name.slice(0, 60)}”. Leave it out.`;
    if (!facts.kinds.includes(kind)) return `“${facts.label}” is not for this kind of actor. Leave it out.`;
    if (!isPropertyValue(facts, text))
      return `“${facts.label}” cannot be “${text.slice(0, 60)}”. ${wanted[facts.type]}`;
  }
  return null;
}

const wanted: Record<PropertyType, string> = {
  text: 'Write up to 1,000 characters on one line.',
  date: 'Write a date, for example 1961, 1961-04 or 1961-04-12.',
  url: 'Write a web address that begins with https:// or http://.',
  wikidata: 'Write a Wikidata id, for example Q42.',
};
