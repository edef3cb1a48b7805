import type { Command } from '../../app/commands';
import type { SearchHit } from '../../../shared/search/types';
import { pick } from '../../ui/pick';

export type Entry =
  | { kind: 'command'; id: string; command: Command }
  | { kind: 'hit'; id: string; hit: SearchHit }
  | { kind: 'all'; id: string };

export interface EntryGroup {
  title: string;
  entries: Entry[];
}

const FEW = 5;

/**
 * What the palette offers. '>' at the start asks for commands only. With words, what was found in the library comes first,
 * unless the words are nearly a command's title.
 */
export function paletteGroups(query: string, commands: readonly Command[], hits: readonly SearchHit[]): EntryGroup[] {
  const onlyCommands = query.startsWith('>');
  const words = (onlyCommands ? query.slice(1) : query).trim();
  const offered = commands.filter((command) => !command.hidden && command.when?.() !== false);
  const asEntry = (command: Command): Entry => ({ kind: 'command', id: `command:${command.id}`, command });

  if (words === '') {
    const groups = new Map<string, Entry[]>();
    for (const command of offered) {
      const title = command.group ?? 'Commands';
      groups.set(title, [...(groups.get(title) ?? []), asEntry(command)]);
    }
    const order = ['New', 'Go', 'Edit', 'View', 'Library'];
    const rank = (title: string) => (order.includes(title) ? order.indexOf(title) : order.length);
    return [...groups].sort(([a], [b]) => rank(a) - rank(b)).map(([title, entries]) => ({ title, entries }));
  }

  const found = pick(words, offered, (command) => [command.title], onlyCommands ? 50 : FEW).map(asEntry);
  const commandGroup = { title: 'Commands', entries: found };
  if (onlyCommands) return [commandGroup].filter((group) => group.entries.length > 0);
  const hitGroup: EntryGroup = {
    title: 'In this library',
    entries: [
      ...hits.map((hit, index): Entry => ({ kind: 'hit', id: `hit:${index}:${hit.kind}:${hit.id}`, hit })),
      { kind: 'all', id: 'all' },
    ],
  };
  const first = found[0];
  const startsCommand =
    first?.kind === 'command' && first.command.title.toLowerCase().startsWith(words.toLowerCase()) && words.length > 1;
  const groups = startsCommand ? [commandGroup, hitGroup] : [hitGroup, commandGroup];
  return groups.filter((group) => group.entries.length > 0);
}
