import { parseEdtf } from '../dates/edtf';
import type { ActorDetail, ActorKind, ActorName, ActorRelation } from '../domain/actors';
import { propertiesOf, valuesOf } from './properties';
import { relationInWords } from './relations';
import { roleInWords } from './roles';

/** An entity as FollowTheMoney writes one in a line of JSON. */
export interface FtmEntity {
  id: string;
  schema: string;
  properties: Record<string, string[]>;
}

const schemata: Record<ActorKind, string> = {
  person: 'Person',
  state: 'PublicBody',
  organisation: 'Organization',
  group: 'Organization',
  place: 'Address',
};
const nameProperties: Record<ActorName['kind'], string> = {
  name: 'name',
  alias: 'alias',
  'weak-alias': 'weakAlias',
  'previous-name': 'previousName',
};
/** Properties of ours that the schema of an organisation does not have there. */
const personsOnly = new Set(['political']);

/**
 * Actors, their roles and the relations between them as FollowTheMoney entities (https://followthemoney.tech): Person, PublicBody for
 * states, Organization for organisations and groups, Address for places; Position and Occupancy for the roles of people; Membership,
 * Directorship, Employment, Family, Associate, Representation and Succession where both ends fit, else UnknownLink with the relation in
 * words. Dates are written as far as they are plain years, months or days; others stay out. docs/cli.md has the table.
 */
export function ftmEntities(actors: readonly ActorDetail[]): FtmEntity[] {
  const entities: FtmEntity[] = [];
  const ids = new Set(actors.map(({ id }) => id));
  const relations = new Map<string, ActorRelation>();
  for (const actor of actors) {
    entities.push(actorEntity(actor));
    if (actor.kind === 'person') entities.push(...roleEntities(actor));
    for (const relation of actor.relations) {
      if (ids.has(relation.fromId) && ids.has(relation.toId)) relations.set(relation.id, relation);
    }
  }
  return [...entities, ...[...relations.values()].map(linkEntity)];
}

function entity(id: string, schema: string, values: Record<string, readonly string[]>): FtmEntity {
  const filled = Object.entries(values)
    .map(([name, list]) => [name, [...new Set(list)].filter((value) => value !== '')] as const)
    .filter(([, list]) => list.length > 0);
  return { id, schema, properties: Object.fromEntries(filled) };
}

function actorEntity(actor: ActorDetail): FtmEntity {
  const values: Record<string, string[]> = { name: [actor.name], description: [actor.description] };
  for (const { kind, text } of actor.names) (values[nameProperties[kind]] ??= []).push(text);
  if (actor.kind === 'place') values['full'] = [actor.name];
  for (const facts of propertiesOf(actor.kind)) {
    const text = actor.properties[facts.name];
    if (text === undefined || (actor.kind !== 'person' && personsOnly.has(facts.name))) continue;
    values[facts.name] = facts.type === 'date' ? ftmDate(text) : valuesOf(facts, text);
  }
  if (actor.tags.length > 0) values['keywords'] = actor.tags;
  return entity(actor.id, schemata[actor.kind], values);
}

function roleEntities(actor: ActorDetail): FtmEntity[] {
  return actor.roles.flatMap((role) => [
    entity(`${role.id}-position`, 'Position', { name: [roleInWords(role)] }),
    entity(role.id, 'Occupancy', {
      holder: [actor.id],
      post: [`${role.id}-position`],
      startDate: ftmDate(role.from),
      endDate: ftmDate(role.to),
    }),
  ]);
}

/** The schema of a relation and its two ends, where actors of these kinds fit it. */
function linkSchema({
  kind,
  fromKind,
  toKind,
}: ActorRelation): [schema: string, from: string, to: string, label: string] | null {
  const [fromPerson, toPerson] = [fromKind === 'person', toKind === 'person'];
  const [fromLegal, toLegal] = [fromKind !== 'place', toKind !== 'place'];
  const toBody = toLegal && !toPerson;
  switch (kind) {
    case 'member':
      return fromLegal && toBody ? ['Membership', 'member', 'organization', 'role'] : null;
    case 'leads':
      return fromLegal && toBody ? ['Directorship', 'director', 'organization', 'role'] : null;
    case 'employed':
      return fromPerson && toBody ? ['Employment', 'employee', 'employer', 'role'] : null;
    case 'family':
      return fromPerson && toPerson ? ['Family', 'person', 'relative', 'relationship'] : null;
    case 'associate':
      return fromPerson && toPerson ? ['Associate', 'person', 'associate', 'relationship'] : null;
    case 'represents':
      return fromLegal && toLegal ? ['Representation', 'agent', 'client', 'role'] : null;
    case 'succeeds':
      return fromLegal && toLegal ? ['Succession', 'successor', 'predecessor', ''] : null;
    default:
      return null;
  }
}

function linkEntity(relation: ActorRelation): FtmEntity {
  const dates = { startDate: ftmDate(relation.from), endDate: ftmDate(relation.to), description: [relation.note] };
  const link = linkSchema(relation);
  if (link === null) {
    const role = [relationInWords(relation, false)];
    return entity(relation.id, 'UnknownLink', { subject: [relation.fromId], object: [relation.toId], role, ...dates });
  }
  const [schema, from, to, label] = link;
  const said: Record<string, string[]> = label === '' ? { summary: [relation.label] } : { [label]: [relation.label] };
  return entity(relation.id, schema, { [from]: [relation.fromId], [to]: [relation.toId], ...said, ...dates });
}

/** A plain year, month or day, its qualifiers left out; nothing for what is less exact. */
function ftmDate(edtf: string): string[] {
  const parsed = parseEdtf(edtf);
  if (parsed?.kind !== 'date' || !['year', 'month', 'day'].includes(parsed.date.precision)) return [];
  const found = /^\d{4}(?:-\d\d(?:-\d\d)?)?/u.exec(edtf)?.[0];
  return found === undefined ? [] : [found];
}
