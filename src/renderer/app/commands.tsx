import { createContext, use, useEffect, useMemo, useRef, useState, useSyncExternalStore, type ReactNode } from 'react';
import { useEvent } from '../client/useEvent';
import { matchesShortcut, type Shortcut } from './shortcuts';

/** Something the user can do by name: the palette, menus, tooltips and the shell's menu read these. */
export interface Command {
  /** e.g. 'claim.new'; the shell sends these in 'shell.command'. */
  id: string;
  /** Sentence case, verb first: "New claim". */
  title: string;
  /** Palette heading. */
  group?: string;
  shortcut?: Shortcut;
  /** Further shortcuts that are not shown. */
  otherShortcuts?: Shortcut[];
  run: () => void;
  /** False: not offered and not run at the moment. */
  when?: () => boolean;
  /** False: the shortcut is left to the text field while one has the focus (undo, delete, plain letters). */
  inText?: boolean;
  /** Not listed in the palette. */
  hidden?: boolean;
}

class CommandRegistry {
  readonly #sets = new Map<object, readonly Command[]>();
  readonly #listeners = new Set<() => void>();
  #all: readonly Command[] = [];

  /** Puts a set of commands in the place of the owner's former one. A later owner wins over an earlier with the same id. */
  set(owner: object, commands: readonly Command[] | null): void {
    if (commands) this.#sets.set(owner, commands);
    else this.#sets.delete(owner);
    const byId = new Map<string, Command>();
    for (const commandSet of this.#sets.values()) for (const command of commandSet) byId.set(command.id, command);
    this.#all = [...byId.values()];
    for (const listener of this.#listeners) listener();
  }

  readonly all = (): readonly Command[] => this.#all;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Runs a command by its id; false if there is none at the moment. */
  run(id: string): boolean {
    const command = this.#all.find((candidate) => candidate.id === id);
    if (!command || command.when?.() === false) return false;
    command.run();
    return true;
  }

  /** The command a key press means. The last one registered wins: what is nearest to the user. */
  forKey(event: KeyboardEvent): Command | undefined {
    const inText = isTextTarget(event.target);
    const plain = !event.ctrlKey && !event.metaKey && !/^f\d+$/i.test(event.key);
    return this.#all.findLast((command) => {
      if (inText && (plain || command.inText === false)) return false;
      const shortcuts = [...(command.shortcut ? [command.shortcut] : []), ...(command.otherShortcuts ?? [])];
      return shortcuts.some((shortcut) => matchesShortcut(event, shortcut)) && command.when?.() !== false;
    });
  }
}

/** Whether the user is writing there. */
function isTextTarget(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target instanceof HTMLTextAreaElement) return true;
  return target instanceof HTMLInputElement && !['checkbox', 'radio', 'button', 'file'].includes(target.type);
}

const CommandsContext = createContext<CommandRegistry | null>(null);

export function CommandsProvider({ children }: { children: ReactNode }) {
  const [registry] = useState(() => new CommandRegistry());
  useEvent('shell.command', ({ command }) => void registry.run(command));
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || event.repeat) return;
      const command = registry.forKey(event);
      if (!command) return;
      event.preventDefault();
      command.run();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [registry]);
  return <CommandsContext value={registry}>{children}</CommandsContext>;
}

export function useCommandRegistry(): CommandRegistry {
  const registry = use(CommandsContext);
  if (!registry) throw new Error('useCommandRegistry needs a CommandsProvider above it');
  return registry;
}

/** Offers commands while the component is mounted. Their `run` and `when` are always the latest ones. */
export function useCommands(commands: readonly Command[]): void {
  const registry = useCommandRegistry();
  const latest = useRef(commands);
  useEffect(() => {
    latest.current = commands;
  });
  const [owner] = useState(() => ({}));
  // What is shown of the commands; running goes through `latest`, so new closures alone do not register again.
  const shown = JSON.stringify(commands.map(({ run: _run, when: _when, ...facts }) => facts));
  const registered = useMemo(() => {
    const facts = JSON.parse(shown) as Omit<Command, 'run' | 'when'>[];
    return facts.map((fact, index): Command => ({
      ...fact,
      run: () => latest.current[index]?.run(),
      when: () => latest.current[index]?.when?.() !== false,
    }));
  }, [shown]);
  useEffect(() => {
    registry.set(owner, registered);
    return () => registry.set(owner, null);
  }, [registry, owner, registered]);
}

/** Every command offered at the moment. */
export function useCommandList(): readonly Command[] {
  const registry = useCommandRegistry();
  return useSyncExternalStore(registry.subscribe, registry.all);
}

/** One command by id, for a button or menu entry that shows its title and shortcut. */
export function useCommand(id: string): Command | undefined {
  return useCommandList().find((command) => command.id === id);
}
