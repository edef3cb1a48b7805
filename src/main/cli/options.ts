import { parseArgs, type ParseArgsConfig } from 'node:util';
import { CommonplaceError } from '../../shared/result';

/** Every option of every command; each command names those it takes. */
const allOptions = {
  library: { type: 'string' },
  json: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean' },
  sample: { type: 'boolean' },
  name: { type: 'string' },
  large: { type: 'boolean' },
  'on-duplicate': { type: 'string' },
  field: { type: 'string', multiple: true },
  filter: { type: 'string' },
  'as-of': { type: 'string' },
  across: { type: 'string' },
  source: { type: 'string' },
  tag: { type: 'string', multiple: true },
  quote: { type: 'string' },
  locator: { type: 'string' },
  note: { type: 'string' },
  notes: { type: 'boolean' },
  files: { type: 'boolean' },
  pattern: { type: 'string' },
  apply: { type: 'boolean' },
  colour: { type: 'string' },
  limit: { type: 'string' },
  kind: { type: 'string', multiple: true },
  to: { type: 'string' },
  style: { type: 'string' },
  locale: { type: 'string' },
  output: { type: 'string', short: 'o' },
  paper: { type: 'string' },
  layout: { type: 'string' },
  'font-size': { type: 'string' },
  'wide-lines': { type: 'boolean' },
  subtitle: { type: 'string' },
  author: { type: 'string' },
  date: { type: 'string' },
  summary: { type: 'string' },
  toc: { type: 'boolean' },
  numbered: { type: 'boolean' },
  bibliography: { type: 'boolean' },
  'bibliography-title': { type: 'string' },
  comments: { type: 'boolean' },
  'zotero-fields': { type: 'boolean' },
  'with-ledger': { type: 'boolean' },
  ledger: { type: 'string' },
  'ledger-out': { type: 'string' },
  template: { type: 'string' },
  title: { type: 'string' },
  collection: { type: 'string' },
  from: { type: 'string' },
  force: { type: 'boolean' },
} as const satisfies ParseArgsConfig['options'];

export type OptionName = keyof typeof allOptions;
export type OptionValues = {
  [Name in OptionName]?: (typeof allOptions)[Name] extends { multiple: true }
    ? string[]
    : (typeof allOptions)[Name] extends { type: 'boolean' }
      ? boolean
      : string;
};

/** Options that every command takes. */
export const commonOptions: readonly OptionName[] = ['library', 'json', 'help', 'version'];

/** A mistake in how the command was typed. The message is one sentence. */
export function usage(message: string): CommonplaceError {
  return new CommonplaceError('bad-input', message);
}

/** Splits the command line into words and options, wherever the options stand. @throws `bad-input` for unknown options */
export function parseCommandLine(args: readonly string[]): { words: string[]; options: OptionValues } {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: allOptions,
      allowPositionals: true,
      strict: true,
      // "--no-toc" takes back what a memo is remembered to have.
      allowNegative: true,
    });
    return { words: positionals, options: values as OptionValues };
  } catch (error) {
    const message = error instanceof Error ? (error.message.split(/\. |\n/u)[0] ?? '') : '';
    throw usage(`${message.replace(/\.$/u, '')}. Type “commonplace help” for what can be typed.`);
  }
}

/** The option's value, or a sentence that it is missing. */
export function required(options: OptionValues, name: 'source' | 'quote' | 'to' | 'output', example: string): string {
  const value = options[name];
  if (value === undefined || value.trim() === '') throw usage(`“--${name}” is missing, for example: ${example}`);
  return value;
}

/** One of a fixed list, or a sentence that names the list. */
export function oneOf<const T extends string>(value: string, allowed: readonly T[], option: string): T {
  const found = allowed.find((candidate) => candidate === value);
  if (found === undefined) throw usage(`“${option} ${value}” is not known; it can be ${allowed.join(', ')}.`);
  return found;
}
