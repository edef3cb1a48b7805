import type { Call } from '../core/session';
import type { OptionName, OptionValues } from './options';
import type { Output } from './output';

/** What a command is given. */
export interface CommandContext {
  /** Words after the command's name. */
  words: string[];
  options: OptionValues;
  output: Output;
  /** Prints the result: `value` under --json, else the words. */
  result(value: unknown, words: () => string): void;
  /** The folder of the library that --library names. @throws `not-found`, `bad-input` */
  folder(): string;
  /** Opens that library, once, and answers how to call it. */
  open(): Promise<Call>;
  /** Hears what an import is doing. */
  onProgress(listener: (stage: string, fileName: string) => void): void;
}

/** One command: how it is typed, what it does, and how. Answers the exit code: 0 well, 1 with findings. */
export interface Command {
  /** "excerpt add": the words that name it. */
  name: string;
  synopsis: string;
  summary: string;
  options: readonly OptionName[];
  /** Commands that only read open the library beside a running app. */
  writes: boolean;
  run(context: CommandContext): Promise<0 | 1 | 2>;
}
