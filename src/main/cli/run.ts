import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { version } from '../../../package.json';
import { CommonplaceError, failureFrom } from '../../shared/result';
import { openSession, type Session } from '../core/session';
import { libraryHandlers } from '../library/handlers';
import { libraryPaths, silentLog } from '../library/open';
import type { Command } from './command';
import { commands } from './commands';
import { commandHelp, helpText } from './help';
import { commonOptions, parseCommandLine, usage, type OptionName, type OptionValues } from './options';
import { shown, type Output } from './output';

/** Runs one command line. Answers the exit code: 0 well, 1 with findings, 2 when something could not be done. */
export async function runCli(args: readonly string[], output: Output, environment: NodeJS.ProcessEnv): Promise<number> {
  let json = args.includes('--json');
  try {
    const { words, options } = parseCommandLine(args);
    json = options.json ?? false;
    if (options.version) return print(output, `${version}\n`);
    const wanted = words[0] === 'help' ? words.slice(1) : words;
    const command = commandNamed(wanted);
    if (options.help || words[0] === 'help' || words.length === 0) {
      if (wanted.length > 0 && !command) throw unknownCommand(wanted);
      if (words.length > 0 || options.help) return print(output, command ? commandHelp(command) : helpText(commands));
      output.err(helpText(commands));
      return 2;
    }
    if (!command) throw unknownCommand(wanted);
    refuseForeignOptions(command, options);
    return await execute(command, words.slice(command.name.split(' ').length), options, output, environment);
  } catch (error) {
    const failure = failureFrom(error);
    if (json) output.out(`${JSON.stringify({ ok: false, error: failure })}\n`);
    const details = failure.code === 'internal' && typeof failure.details === 'string' ? ` (${failure.details})` : '';
    output.err(`commonplace: ${shown(failure.message + details)}\n`);
    return 2;
  }
}

async function execute(
  command: Command,
  words: string[],
  options: OptionValues,
  output: Output,
  environment: NodeJS.ProcessEnv,
): Promise<number> {
  let session: Session | undefined;
  let listener: (stage: string, fileName: string) => void = () => {};
  try {
    return await command.run({
      words,
      options,
      output,
      result(value, text) {
        const printed = options.json ? JSON.stringify(value) : text();
        if (printed !== '') output.out(`${printed}\n`);
      },
      folder: () => libraryFolder(options, environment),
      async open() {
        session ??= await openSession(libraryFolder(options, environment), {
          clock: Date.now,
          log: silentLog,
          handlers: libraryHandlers,
          readOnly: !command.writes,
          emit: (name, payload) => {
            if (name === 'imports.progress' && 'stage' in payload!) listener(payload.stage, payload.fileName);
          },
        });
        return session.call;
      },
      onProgress: (heard) => (listener = heard),
    });
  } finally {
    await session?.library.settled();
    await session?.close();
  }
}

function libraryFolder(options: OptionValues, environment: NodeJS.ProcessEnv): string {
  const named = options.library ?? environment['COMMONPLACE_LIBRARY'];
  if (named) {
    const folder = resolve(named);
    if (!existsSync(folder)) {
      throw new CommonplaceError(
        'not-found',
        `There is no folder “${named}”. Make a library with: commonplace init ${named}`,
      );
    }
    return folder;
  }
  if (existsSync(libraryPaths(process.cwd()).database)) return process.cwd();
  throw usage('Which library? Add “--library DIR”, or go into its folder first.');
}

function commandNamed(words: readonly string[]): Command | undefined {
  // “actors show” before “actors”.
  return commands
    .filter((command) => command.name.split(' ').every((word, index) => words[index] === word))
    .sort((a, b) => b.name.length - a.name.length)[0];
}

function unknownCommand(words: readonly string[]): CommonplaceError {
  const [first = ''] = words;
  const longer = commands.filter((command) => command.name.startsWith(`${first} `)).map((command) => command.name);
  if (longer.length > 0)
    return usage(`“${words.join(' ')}” is not complete; there is “commonplace ${longer.join('”, “')}”.`);
  return usage(`There is no command “${first}”. Type “commonplace help” for the list.`);
}

function refuseForeignOptions(command: Command, options: OptionValues): void {
  const known: readonly string[] = [...commonOptions, ...command.options];
  const foreign = (Object.keys(options) as OptionName[]).find((name) => !known.includes(name));
  if (foreign) throw usage(`“${command.name}” has no option “--${foreign}”. Usage: commonplace ${command.synopsis}`);
}

function print(output: Output, text: string): number {
  output.out(text);
  return 0;
}
