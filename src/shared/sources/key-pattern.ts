import { cslDateToEdtf } from '../dates/csl-date';
import { displayYear } from '../dates/display';
import type { CslItem } from '../domain/csl';
import { keyLetters, keyWords, organisationWord } from './citation-key';
import { cslText } from './describe';
import { responsibleNames, shortName } from './names';

/** "Hallam 2021, The spring" is "hallam2021spring". */
export const defaultKeyPattern = '[auth][year][title]';

/** A part of a pattern: fixed letters, or a field with how much of it and in which letters. */
type Part = { kind: 'letters'; text: string } | { kind: 'field'; field: KeyField; count: number; letters: Letters };
type Letters = 'lower' | 'upper' | 'capital';

export const keyFields = ['auth', 'authors', 'year', 'title', 'site', 'publisher', 'type', 'number'] as const;
type KeyField = (typeof keyFields)[number];

/** A pattern for citation keys, read. */
export type KeyPattern = readonly Part[];
export type KeyPatternResult = { ok: true; pattern: KeyPattern } | { ok: false; reason: string };

const mostCount = 20;

/**
 * Reads a pattern: fields in brackets, "[auth]", "[title:2]", "[auth:3:upper]", and what stands between them as it is. A number
 * says how many words of a title or site, how many authors, how many digits of a year, or how many letters of anything else.
 */
export function readKeyPattern(text: string): KeyPatternResult {
  const parts: Part[] = [];
  for (const [whole, inside, letters] of text.matchAll(/\[([^[\]]*)\]|([^[\]]+)|[[\]]/gu)) {
    if (letters !== undefined) {
      if (!/^[\p{L}\p{N}_:.+-]+$/u.test(letters))
        return {
          ok: false,
          reason: `Between the fields only letters, digits and _ : . + - may stand, not “${letters}”.`,
        };
      parts.push({ kind: 'letters', text: letters });
    } else if (inside === undefined) return { ok: false, reason: `There is a “${whole}” without its fellow.` };
    else {
      const part = readField(inside);
      if (typeof part === 'string') return { ok: false, reason: part };
      parts.push(part);
    }
  }
  if (!parts.some(({ kind }) => kind === 'field'))
    return { ok: false, reason: `A pattern needs a field, for example ${defaultKeyPattern}.` };
  const [first] = parts;
  if (first?.kind === 'letters' && !/^[\p{L}\p{N}_]/u.test(first.text))
    return { ok: false, reason: 'A key begins with a letter, a digit or “_”.' };
  return { ok: true, pattern: parts };
}

function readField(inside: string): Part | string {
  const [name = '', ...settings] = inside.split(':').map((text) => text.trim().toLowerCase());
  const field = keyFields.find((each) => each === name);
  if (field === undefined)
    return `“[${name}]” is no field. There are ${keyFields.map((each) => `[${each}]`).join(', ')}.`;
  let count = 0;
  let letters: Letters = 'lower';
  for (const setting of settings) {
    if (/^\d{1,2}$/u.test(setting) && Number(setting) >= 1 && Number(setting) <= mostCount) count = Number(setting);
    else if (setting === 'lower' || setting === 'upper' || setting === 'capital') letters = setting;
    else
      return `“:${setting}” says nothing: a number from 1 to ${mostCount}, or lower, upper or capital may stand there.`;
  }
  return { kind: 'field', field, count, letters };
}

/** The key that a pattern makes of an item, before it is made unique; "source" where the item says nothing. */
export function keyByPattern(csl: CslItem, pattern: KeyPattern): string {
  const key = pattern
    .map((part) => (part.kind === 'letters' ? part.text : fieldText(csl, part)))
    .join('')
    .replace(/^[^\p{L}\p{N}_]+/u, '')
    .slice(0, 90)
    .replace(/[\uD800-\uDBFF]$/u, '');
  return /[\p{L}\p{N}]/u.test(key) ? key : 'source';
}

function fieldText(csl: CslItem, { field, count, letters }: Part & { kind: 'field' }): string {
  return wordsOf(csl, field, count)
    .map((word) => cased(word, letters))
    .join('');
}

function cased(word: string, letters: Letters): string {
  if (letters === 'upper') return word.toUpperCase();
  const [first = ''] = word;
  return letters === 'capital' ? first.toUpperCase() + word.slice(first.length) : word;
}

/** The words that a field gives, in small letters and without marks. */
function wordsOf(csl: CslItem, field: KeyField, count: number): string[] {
  switch (field) {
    case 'auth':
      return [cut(authors(csl)[0] ?? '', count)];
    case 'authors': {
      const all = authors(csl);
      const most = count || 3;
      return all.length > most ? [...all.slice(0, most), 'etal'] : all;
    }
    case 'year': {
      const year = displayYear(cslDateToEdtf(csl.issued)).replace(/[^\p{L}\p{N}]/gu, '');
      return [count === 0 ? year : year.slice(-count)];
    }
    case 'title':
      return keyWords(cslText(csl.title)).slice(0, count || 1);
    case 'site':
      return keyWords(cslText(csl['container-title'])).slice(0, count || 1);
    case 'publisher':
      return keyWords(cslText(csl.publisher)).slice(0, count || 1);
    case 'type':
      return [cut(keyLetters(csl.type.replace(/^(?:article|post)-/u, '')), count)];
    case 'number':
      return [cut(keyLetters(cslText(csl.number) || cslText(csl.volume)), count)];
  }
}

function authors(csl: CslItem): string[] {
  return responsibleNames(csl)
    .map((name) => organisationWord(shortName(name), name.family === undefined))
    .filter((name) => name !== '');
}

function cut(word: string, count: number): string {
  return count === 0 ? word : [...word].slice(0, count).join('');
}
