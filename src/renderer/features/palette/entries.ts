import type { Command } from '../../app/commands';
import type { Completion, PastSearch, SearchHit } from '../../../shared/search/types';
import { pick } from '../../ui/pick';

export type Entry =
  | { kind: 'command'; id: string; command: Command }
  | { kind: 'hit'; id: string; hit: SearchHit }
  | { kind: 'past'; id: string; query: string }
  | { kind: 'completion'; id: string; completion: Completion }
  | { kind: 'all'; id: string };

export interface EntryGroup {
  title: string;
  items: Entry[];
}

const FEW = 5;

/** What the library says to what is typed. */
export interface Found {
  hits: readonly SearchHit[];
  past: readonly PastSearch[];
  completions: readonly Completion[];
}

/**
 * What the palette offers. '>' at the start asks for commands only. With words, what was found in the library comes first,
 * unless the words are nearly a command's title.
 */
export function paletteGroups(query: string, commands: readonly Command[], found: Found): EntryGroup[] {
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
    const past = found.past.map(({ query: asked }): Entry => ({ kind: 'past', id: `past:${asked}`, query: asked }));
    if (past.length > 0 && !onlyCommands) groups.set('Past searches', past);
    const order = ['Past searches', 'New', 'Go', 'Edit', 'View', 'Library'];
    const rank = (title: string) => (order.includes(title) ? order.indexOf(title) : order.length);
    return [...groups].sort(([a], [b]) => rank(a) - rank(b)).map(([title, items]) => ({ title, items }));
  }

  const named = pick(words, offered, (command) => [command.title], onlyCommands ? 50 : FEW).map(asEntry);
  const commandGroup = { title: 'Commands', items: named };
  if (onlyCommands) return [commandGroup].filter((group) => group.items.length > 0);
  const hitGroup: EntryGroup = {
    title: 'In this library',
    items: [
      ...found.hits.map((hit, index): Entry => ({ kind: 'hit', id: `hit:${index}:${hit.kind}:${hit.id}`, hit })),
      { kind: 'all', id: 'all' },
    ],
  };
  const first = named[0];
  const startsCommand =
    first?.kind === 'command' && first.command.title.toLowerCase().startsWith(words.toLowerCase()) && words.length > 1;
  const completionGroup: EntryGroup = {
    title: 'Complete',
    items: found.completions.map((completion) => ({
      kind: 'completion',
      id: `completion:${completion.text}`,
      completion,
    })),
  };
  const groups = startsCommand ? [commandGroup, hitGroup] : [completionGroup, hitGroup, commandGroup];
  return groups.filter((group) => group.items.length > 0);
}
