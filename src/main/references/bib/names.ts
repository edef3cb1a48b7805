import type { CslName } from '../../../shared/domain/csl';
import { oneLine } from '../values';
import { readLatex, writeLatex } from './latex';

/** Names as BibTeX has them: "van der Berg, Jr, Ada and {Ministry of Waterways}". */
export function writeNames(names: readonly CslName[]): string {
  return names
    .map(writeName)
    .filter((text) => text !== '')
    .join(' and ');
}

function writeName({ family, given, literal, suffix, ...particles }: CslName): string {
  const tex = (text: string | undefined) => writeLatex(oneLine(text ?? ''));
  // Braces keep an organisation's name whole, and what is in a name from parting it.
  const whole = (text: string) => (/[,=]|\band\b/iu.test(text) || /^\p{Ll}/u.test(text) ? `{${text}}` : text);
  if (literal) return `{${tex(literal)}}`;
  const last = [tex(particles['non-dropping-particle']), whole(tex(family))].filter(Boolean).join(' ');
  const first = [whole(tex(given)), tex(particles['dropping-particle'])].filter(Boolean).join(' ');
  if (last === '') return first === '' ? '' : `{${first}}`;
  return suffix ? `${last}, ${tex(suffix)}, ${first}` : [last, first].filter(Boolean).join(', ');
}

/** Reads a list of names. */
export function readNames(tex: string): CslName[] {
  return split(tex, /\s+and\s+/iuy)
    .map((name) => readName(name.trim()))
    .filter((name) => Object.keys(name).length > 0);
}

function readName(tex: string): CslName {
  if (/^\{[^{}]*\}$/u.test(tex) || (tex.startsWith('{') && split(tex, /[\s,]/uy).length === 1)) {
    return named({ literal: readLatex(tex) });
  }
  const parts = split(tex, /\s*,\s*/uy).map((part) => words(part));
  const [last = [], middle = [], end] = parts;
  if (last[0] !== undefined && /^(?:family|given|prefix|suffix)\s*=/iu.test(last[0].tex)) return extendedName(tex);
  if (parts.length === 1) return naturalName(last);
  return person(last, end ?? middle, end === undefined ? [] : middle);
}

interface Word {
  tex: string;
  text: string;
  /** Begins with a small letter that no brace protects: part of a particle. */
  small: boolean;
}

function words(tex: string): Word[] {
  return split(tex, /[\s~]+/uy)
    .filter((word) => word !== '')
    .map((word) => {
      const text = readLatex(word);
      return { tex: word, text, small: /^\p{Ll}/u.test(text) && !/^\{[^\\]/u.test(word) };
    });
}

/** "First von Last". */
function naturalName(all: Word[]): CslName {
  if (all.length === 1) {
    const [only] = all;
    return only?.text === 'others' ? { literal: 'others' } : named({ family: only?.text ?? '' });
  }
  const from = all.every((word) => word.small) ? -1 : all.slice(0, -1).findIndex((word) => word.small);
  const start = from === -1 ? all.length - 1 : from;
  return person(all.slice(start), all.slice(0, start), []);
}

/** Small words before a family name belong to it, those after given names do not. */
function person(last: Word[], first: Word[], suffix: Word[]): CslName {
  const text = (list: Word[]) => list.map((word) => word.text).join(' ');
  const von = Math.max(0, last.every((word) => word.small) ? last.length - 1 : last.findIndex((word) => !word.small));
  const given = first.every((word) => word.small) ? first.length : first.findLastIndex((word) => !word.small) + 1;
  return named({
    'non-dropping-particle': text(last.slice(0, von)),
    family: text(last.slice(von)),
    given: text(first.slice(0, given)),
    'dropping-particle': text(first.slice(given)),
    suffix: text(suffix),
  });
}

/** BibLaTeX's other way: "family=Berg, given=Ada, prefix=van der, useprefix=true". */
function extendedName(tex: string): CslName {
  const parts = new Map(
    split(tex, /\s*,\s*/uy).map((part) => {
      const at = part.indexOf('=');
      return [part.slice(0, at).trim().toLowerCase(), readLatex(part.slice(at + 1).replace(/^\s*"|"\s*$/gu, ''))];
    }),
  );
  const particle = parts.get('useprefix') === 'false' ? 'dropping-particle' : 'non-dropping-particle';
  return named({
    family: parts.get('family') ?? '',
    given: parts.get('given') ?? '',
    suffix: parts.get('suffix') ?? '',
    [particle]: parts.get('prefix') ?? '',
  });
}

function named(parts: CslName): CslName {
  return Object.fromEntries(Object.entries(parts).filter(([, text]) => text !== '')) as CslName;
}

/** Splits where a sticky pattern matches outside braces. */
function split(tex: string, separator: RegExp): string[] {
  const parts: string[] = [];
  let depth = 0;
  let from = 0;
  for (let at = 0; at < tex.length; at++) {
    const character = tex[at];
    if (character === '\\') at += 1;
    else if (character === '{') depth += 1;
    else if (character === '}') depth -= 1;
    else if (depth <= 0) {
      separator.lastIndex = at;
      const match = separator.exec(tex);
      if (match === null) continue;
      parts.push(tex.slice(from, at));
      at += match[0].length - 1;
      from = at + 1;
    }
  }
  parts.push(tex.slice(from));
  return parts;
}
