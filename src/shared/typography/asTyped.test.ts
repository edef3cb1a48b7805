import { describe, expect, it } from 'vitest';
import { asTyped } from './asTyped';

/** A line as somebody types it. */
function typed(line: string, locale = 'en-GB'): string {
  let text = '';
  for (const character of line) {
    const replacement = asTyped(text, character, locale);
    text = replacement ? text.slice(0, text.length - replacement.remove) + replacement.insert : text + character;
  }
  return text;
}
const n = '\u00A0';
const nn = '\u202F';

describe('typography as one types', () => {
  it.each([
    ['en-GB', '"Stop," she said.', '“Stop,” she said.'],
    ['en-US', `"He said 'no'" ("again")`, '“He said ‘no’” (“again”)'],
    ['en-GB', "It's the minister's", 'It’s the minister’s'],
    ['de-DE', `"Er sagte 'nein'", so geht's`, '„Er sagte ‚nein‘“, so geht’s'],
    ['de-CH', '"Nein"', '«Nein»'],
    ['fr-FR', `"Non", dit-il; l'autre?`, `«${nn}Non${nn}», dit-il${nn}; l’autre${nn}?`],
    ['fr-FR', 'Voici : "oui" !', `Voici${n}: «${nn}oui${nn}»${nn}!`],
    ['fr-FR', 'https://example.org/?a', 'https://example.org/?a'],
    ['fr-CA', 'Non!', 'Non!'],
    ['ru-RU', '"Нет"', '«Нет»'],
    ['pl-PL', '"Nie"', '„Nie”'],
    ['sv-SE', '"Nej"', '”Nej”'],
    ['fa-IR', '"نه"', '«نه»'],
    ['ja-JP', '"x"', '"x"'],
    ['constructor', '"x"', '"x"'],
  ])('quotation marks of %s', (locale, line, text) => expect(typed(line, locale)).toBe(text));

  it('opens a quotation inside another', () => {
    expect(typed(`"'No' it is"`)).toBe('“‘No’ it is”');
  });

  it('leaves code alone while it is typed', () => {
    expect(typed('`a"b--c` "d"')).toBe('`a"b--c` “d”');
  });

  it('closes a quotation after a citation', () => {
    expect(asTyped('words.\uFFFC', '"', 'en-GB')?.insert).toBe('”');
  });

  it('makes dashes and the ellipsis, but leaves a line of hyphens to become a rule', () => {
    expect(typed('1990--1995, no---yes, wait...')).toBe('1990–1995, no—yes, wait…');
    expect(typed('---')).toBe('---');
    expect(typed('well-known -x')).toBe('well-known -x');
    expect(typed('....')).toBe('….');
  });

  it('keeps together what belongs on one line', () => {
    expect(typed('10 km away, 5 % of J. Smith, see p. 12')).toBe(`10${n}km away, 5${n}% of J.${n}Smith, see p.${n}12`);
    expect(typed('in 1990 many came. The end. 12')).toBe('in 1990 many came. The end. 12');
  });
});
