import type { ParsedInputOf } from '../../../shared/contract';
import { propertiesFault, propertiesOf } from '../../../shared/actors/properties';
import { detectScript } from '../../../shared/actors/script';
import { isEdtf } from '../../../shared/dates/edtf';
import type { ActorDetail } from '../../../shared/domain/actors';
import { CommonplaceError } from '../../../shared/result';
import { badDate } from '../common/errors';
import type { Change } from '../changes/types';
import { wellFormed } from '../common/rows';
import { requireLive } from '../common/store';
import type { SqlRow } from '../db/types';
import { getActor, partsOf } from './store';

type ActorInput = ParsedInputOf<'actors.create'>;
type NameInput = ActorInput['names'][number];

export async function createActor(change: Change, input: ActorInput): Promise<ActorDetail> {
  const id = await change.insert('actor', columns(input, {}));
  await writeParts(change, id, input);
  return getActor(change, id);
}

/**
 * Writes an actor whole: names and roles that the input leaves out are removed. Properties stay where the input does not
 * speak of them, but for those that are not for an actor of its kind.
 */
export async function updateActor(change: Change, id: string, input: ActorInput): Promise<ActorDetail> {
  await requireLive(change, 'actor', id);
  const { properties } = await getActor(change, id);
  const fitting = propertiesOf(input.kind).map(({ name }) => name);
  const kept = Object.fromEntries(Object.entries(properties).filter(([name]) => fitting.includes(name)));
  await change.update('actor', id, columns(input, kept));
  await writeParts(change, id, input);
  return getActor(change, id);
}

function columns(input: ActorInput, kept: Record<string, string>): SqlRow {
  const given = Object.entries(input.properties ?? kept).filter(([, text]) => text !== '');
  // In one order, so that the same properties are the same text.
  const properties = Object.fromEntries(given.sort(([a], [b]) => (a < b ? -1 : 1)));
  const fault = propertiesFault(input.kind, properties);
  if (fault !== null) throw new CommonplaceError('bad-input', fault);
  return {
    kind: input.kind,
    name: wellFormed(input.name),
    description: wellFormed(input.description),
    properties: JSON.stringify(properties),
  };
}

async function writeParts(change: Change, actorId: string, input: ActorInput): Promise<void> {
  for (const role of input.roles) {
    if (!isEdtf(role.from)) throw badDate(role.from);
    if (!isEdtf(role.to)) throw badDate(role.to);
  }
  const presentNames = await partsOf(change, 'actor_name', actorId);
  const names = withMainName(input, presentNames);
  await replaceParts(change, 'actor_name', actorId, presentNames, names, (name) => ({
    kind: name.kind,
    text: wellFormed(name.text),
    language: wellFormed(name.language),
    script: detectScript(name.text),
  }));
  const presentRoles = await partsOf(change, 'actor_role', actorId);
  await replaceParts(change, 'actor_role', actorId, presentRoles, input.roles, (role) => ({
    title: wellFormed(role.title),
    organisation: wellFormed(role.organisation),
    from_date: role.from,
    to_date: role.to,
  }));
}

/**
 * The names with the shown one first. The row that held it so far follows when the actor is renamed, so that a form may
 * send the old list with a new name.
 */
function withMainName(input: ActorInput, present: readonly { id: string }[]): NameInput[] {
  const names = input.names.filter((name, index) => {
    const same = (other: NameInput) => other.text === name.text && other.kind === name.kind;
    return input.names.findIndex(same) === index;
  });
  const main = names.find((name) => name.kind === 'name' && name.text === input.name);
  if (main !== undefined) return [main, ...names.filter((name) => name !== main)];
  const [held] = present;
  const renamed = names.find((name) => name.kind === 'name' && held !== undefined && name.id === held.id);
  if (renamed !== undefined) {
    return [{ ...renamed, text: input.name }, ...names.filter((name) => name !== renamed)];
  }
  const free = held !== undefined && !names.some((name) => name.id === held.id) ? { id: held.id } : {};
  return [{ ...free, kind: 'name', text: input.name, language: '' }, ...names];
}

/** Makes the parts of an actor what the list says; an id that is not one of its parts is a new part. */
async function replaceParts<Part extends { id?: string }>(
  change: Change,
  table: 'actor_name' | 'actor_role',
  actorId: string,
  present: readonly { id: string }[],
  wanted: readonly Part[],
  fields: (part: Part) => SqlRow,
): Promise<void> {
  const known = new Set(present.map((part) => part.id));
  const kept = new Set<string>();
  for (const [ordinal, part] of wanted.entries()) {
    const row = { ...fields(part), ordinal };
    if (part.id !== undefined && known.has(part.id) && !kept.has(part.id)) {
      kept.add(part.id);
      await change.update(table, part.id, row);
    } else await change.insert(table, { ...row, actor_id: actorId });
  }
  for (const part of present) if (!kept.has(part.id)) await change.erase(table, part.id);
}
