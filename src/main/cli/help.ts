import type { Command } from './command';

export function helpText(commands: readonly Command[]): string {
  const lines = commands.flatMap((command) => [`  ${command.synopsis}`, `      ${command.summary}`]);
  return `Commonplace: a research notebook for people who write from sources.

Usage: commonplace COMMAND … [--library DIR] [--json]

${lines.join('\n')}
  help [COMMAND], --version

Every command takes:
  --library DIR   the library's folder; else $COMMONPLACE_LIBRARY, else the current folder if it is one
  --json          the result as JSON on the standard output

KEY and MEMO may be an id, a citation key, or the beginning of a title if only one has it.
Results go to the standard output, messages to the standard error.
Exit status: 0 well, 1 with findings, 2 when something could not be done.
`;
}

export function commandHelp(command: Command): string {
  return `Usage: commonplace ${command.synopsis} [--library DIR] [--json]\n\n${command.summary}\n`;
}
