import { ftmEntities } from '../../../shared/actors/ftm';
import { propertiesOf } from '../../../shared/actors/properties';
import { relationInWords, relationKinds } from '../../../shared/actors/relations';
import { roleInWords, roleThenInWords } from '../../../shared/actors/roles';
import type { ActorDetail, ActorSummary } from '../../../shared/domain/actors';
import { fold } from '../../../shared/search/fold';
import type { Command } from '../command';
import { findActor, oneMatch } from '../find';
import { oneOf, usage } from '../options';
import { table } from '../output';
import { filtered } from './lists';

/** What the filter looks at. */
const textOf = (actor: ActorSummary) => [actor.kind, actor.name, ...actor.aliases, actor.role, ...actor.tags].join(' ');

const list: Command = {
  name: 'actors',
  synopsis: 'actors [--filter WORDS] [--to ftm]',
  summary: 'list the actors; --to ftm writes them as FollowTheMoney entities, one JSON object a line',
  options: ['filter', 'to'],
  writes: false,
  async run({ words, options, output, result, open }) {
    if (words.length > 0)
      throw usage(
        `“actors” takes no further words; to narrow the list, type: commonplace actors --filter "${words.join(' ')}"`,
      );
    const to = options.to === undefined ? undefined : oneOf(options.to, ['ftm'], '--to');
    const call = await open();
    const actors = filtered(await call('actors.list', {}), options, textOf);
    if (to === undefined && !options.json) {
      result(actors, () => table(actors.map((actor) => [actor.kind, actor.name, actor.role])));
      return 0;
    }
    // Whole actors: names, properties, roles, relations, positions with the office held then.
    const details: ActorDetail[] = [];
    for (const { id } of actors) details.push(await call('actors.get', { id }));
    if (to === 'ftm') for (const entity of ftmEntities(details)) output.out(`${JSON.stringify(entity)}\n`);
    else result(details, () => '');
    return 0;
  },
};

const show: Command = {
  name: 'actors show',
  synopsis: 'actors show NAME',
  summary: 'all that is known of an actor, by any of its names or its id',
  options: [],
  writes: false,
  async run({ words, result, open }) {
    const call = await open();
    const actor = await call('actors.get', { id: (await findActor(call, oneName(words, show))).id });
    result(actor, () => inWords(actor));
    return 0;
  },
};

const merge: Command = {
  name: 'actors merge',
  synopsis: 'actors merge KEPT OTHER',
  summary: 'make one actor of two; OTHER’s names become aliases of KEPT',
  options: [],
  writes: true,
  async run({ words, result, open }) {
    const [kept, other] = twoNames(words, merge);
    const call = await open();
    const [keptId, otherId] = [(await findActor(call, kept)).id, (await findActor(call, other)).id];
    const actor = await call('actors.merge', { keptId, otherId });
    result(actor, () => `${actor.name} is one actor now, with ${actor.names.length} names.`);
    return 0;
  },
};

const unmerge: Command = {
  name: 'actors unmerge',
  synopsis: 'actors unmerge KEPT [OTHER]',
  summary: 'make two actors again of one; OTHER is the one that was merged into KEPT',
  options: [],
  writes: true,
  async run({ words, result, open }) {
    if (words.length < 1 || words.length > 2) throw usage(`Usage: commonplace ${unmerge.synopsis}`);
    const call = await open();
    const kept = await call('actors.get', { id: (await findActor(call, words[0]!)).id });
    const merged = kept.merged.map((each) => ({ ...each, title: each.name }));
    const wanted = words[1] ?? '';
    const { id } = oneMatch(
      'actor',
      wanted === '' ? `merged into ${kept.name}` : wanted,
      wanted === ''
        ? [merged]
        : [merged.filter((each) => each.id === wanted), merged.filter((each) => fold(each.name) === fold(wanted))],
    );
    const actor = await call('actors.unmerge', { id });
    result(actor, () => `${actor.name} is an actor of its own again.`);
    return 0;
  },
};

const relate: Command = {
  name: 'actors relate',
  synopsis: 'actors relate NAME KIND NAME [--note TEXT]',
  summary: `say how one actor stands to another; KIND is ${relationKinds.join(', ')}`,
  options: ['note'],
  writes: true,
  async run({ words, options, result, open }) {
    if (words.length !== 3) throw usage(`Usage: commonplace ${relate.synopsis}`);
    const [from, kind, to] = words as [string, string, string];
    const known = oneOf(kind, relationKinds, 'KIND');
    const call = await open();
    const relation = await call('actors.relate', {
      fromId: (await findActor(call, from)).id,
      toId: (await findActor(call, to)).id,
      kind: known,
      note: options.note ?? '',
    });
    result(relation, () => `${relation.fromName}: ${relationInWords(relation, false)} ${relation.toName}`);
    return 0;
  },
};

const alike: Command = {
  name: 'actors alike',
  synopsis: 'actors alike',
  summary: 'actors that may be the same, with the reason; exit 1 if there are any',
  options: [],
  writes: false,
  async run({ words, result, open }) {
    if (words.length > 0) throw usage(`Usage: commonplace ${alike.synopsis}`);
    const call = await open();
    const pairs = await call('actors.alike', {});
    const names = new Map((await call('actors.list', {})).map(({ id, name }) => [id, name]));
    const named = pairs.map((pair) => ({
      ...pair,
      name: names.get(pair.actorId) ?? '',
      otherName: names.get(pair.otherId) ?? '',
    }));
    result(named, () =>
      table(named.map((pair) => [`${Math.round(pair.confidence * 100)} %`, pair.name, pair.otherName, pair.reason])),
    );
    return pairs.length > 0 ? 1 : 0;
  },
};

const network: Command = {
  name: 'actors network',
  synopsis: 'actors network [NAME]',
  summary: 'who stands together with whom: shared excerpts, claims and events, and relations',
  options: [],
  writes: false,
  async run({ words, result, open }) {
    const call = await open();
    const actorId = words.length === 0 ? undefined : (await findActor(call, oneName(words, network))).id;
    const found = await call('actors.network', actorId === undefined ? {} : { actorId });
    const names = new Map(found.actors.map(({ id, name }) => [id, name]));
    result(found, () =>
      table(found.ties.map(({ a, b, weight }) => [String(weight), names.get(a) ?? '', names.get(b) ?? ''])),
    );
    return 0;
  },
};

/** The more words a name has, the earlier it is looked for. */
export const actors: readonly Command[] = [show, merge, unmerge, relate, alike, network, list];

function oneName(words: readonly string[], command: Command): string {
  if (words.length !== 1) throw usage(`Usage: commonplace ${command.synopsis}. Put a name of several words in quotes.`);
  return words[0]!;
}

function twoNames(words: readonly string[], command: Command): [string, string] {
  if (words.length !== 2) throw usage(`Usage: commonplace ${command.synopsis}. Put a name of several words in quotes.`);
  return [words[0]!, words[1]!];
}

function inWords(actor: ActorDetail): string {
  const part = (title: string, rows: string[][]) => (rows.length === 0 ? '' : `\n${title}\n${table(rows)}\n`);
  const others = actor.names.filter((name) => !(name.kind === 'name' && name.text === actor.name));
  return [
    `${actor.name}  (${actor.kind})\n`,
    part(
      'Other names',
      others.map(({ kind, text, script }) => [`${kind}`, script, text]),
    ),
    part(
      'Properties',
      propertiesOf(actor.kind)
        .filter(({ name }) => name in actor.properties)
        .map(({ name, label }) => [`${label}`, actor.properties[name] ?? '']),
    ),
    part(
      'Roles',
      actor.roles.map((role) => [`${role.from || '…'} – ${role.to || '…'}`, roleInWords(role)]),
    ),
    part(
      'Relations',
      actor.relations.map((relation) => {
        const backward = relation.toId === actor.id;
        return [`${relationInWords(relation, backward)}`, backward ? relation.fromName : relation.toName];
      }),
    ),
    part(
      'Positions',
      actor.positions.map((position) => [
        `  ${position.date || 'undated'}`,
        `${position.stance} (${position.manner})`,
        roleThenInWords(position.roleThen),
        position.claimStatement,
      ]),
    ),
    part(
      'Merged into this actor',
      actor.merged.map(({ id, name }) => [`${id}`, name]),
    ),
  ]
    .join('')
    .trimEnd();
}
