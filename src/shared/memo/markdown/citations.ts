import type { LocatorLabel } from '../../domain/common';
import { splitLocator } from './locators';

/**
 * Pandoc's citation syntax (pandoc User's Guide, "Citation syntax") in plain text: `[see @key, p. 3; @other]`, `[-@key]`,
 * `@key [p. 3]`. Positions are UTF-16 code units.
 */
export interface ParsedCite {
  key: string;
  prefix: string;
  suffix: string;
  label: LocatorLabel;
  locator: string;
  suppressAuthor: boolean;
}

export interface FoundCitation {
  start: number;
  end: number;
  cites: ParsedCite[];
  /** `@key says …`: the author's name belongs to the sentence. */
  narrative: boolean;
}

// Single punctuation inside a key must be followed by a letter or digit, so that "@key." ends before the full stop.
const key = String.raw`(?:\{([^{}\s]+)\}|([\p{L}\p{N}_]+(?:[:.#$%&\-+?<>~/][\p{L}\p{N}_]+)*))`;
const citePattern = new RegExp(`(?<![\\p{L}\\p{N}_@.])(-?)@${key}`, 'u');
const narrativePattern = new RegExp(`(?<![\\p{L}\\p{N}_@.])(-?)@${key}`, 'gu');

/** All citations of a text, in order; brackets that are no citation are left alone. */
export function findCitations(text: string): FoundCitation[] {
  const found: FoundCitation[] = [];
  if (!text.includes('@')) return found;
  let from = 0;
  while (from < text.length) {
    const open = text.indexOf('[', from);
    const until = open === -1 ? text.length : open;
    const narratives = findNarratives(text, from, until);
    found.push(...narratives);
    const last = narratives.at(-1);
    if (last && last.end > until) {
      from = last.end;
      continue;
    }
    if (open === -1) break;
    const close = closingBracket(text, open);
    const cites = close === -1 ? null : parseGroup(text.slice(open + 1, close));
    if (cites) found.push({ start: open, end: close + 1, cites, narrative: false });
    from = cites ? close + 1 : open + 1;
  }
  return found;
}

function findNarratives(text: string, from: number, until: number): FoundCitation[] {
  const found: FoundCitation[] = [];
  narrativePattern.lastIndex = from;
  for (;;) {
    const match = narrativePattern.exec(text);
    if (!match || match.index >= until) return found;
    const end = match.index + match[0].length;
    const first: ParsedCite = {
      key: match[1 + 1] ?? match[3] ?? '',
      prefix: '',
      suffix: '',
      label: 'page',
      locator: '',
      suppressAuthor: match[1] === '-',
    };
    const open = /^ ?\[/u.test(text.slice(end, end + 2)) ? text.indexOf('[', end) : -1;
    const close = open === -1 ? -1 : closingBracket(text, open);
    const inside = close === -1 ? '' : text.slice(open + 1, close);
    // A bracket that is a footnote mark, or holds a whole citation of its own, is not this one's locator.
    if (close === -1 || inside.startsWith('^') || parseGroup(inside)) {
      found.push({ start: match.index, end, cites: [first], narrative: !first.suppressAuthor });
      continue;
    }
    const [own = '', ...others] = splitParts(inside);
    const { label, locator, suffix } = splitLocator(own);
    const more = others.length > 0 ? (parseGroup(others.join(';')) ?? []) : [];
    const cites = [{ ...first, label, locator, suffix: suffix.trim() }, ...more];
    found.push({ start: match.index, end: close + 1, cites, narrative: !first.suppressAuthor });
    narrativePattern.lastIndex = close + 1;
  }
}

/** The bracket that closes the one at `open`, or -1. Looks no further than a citation can reasonably be long. */
function closingBracket(text: string, open: number): number {
  let depth = 0;
  const limit = Math.min(text.length, open + 4000);
  for (let at = open; at < limit; at += 1) {
    if (text[at] === '[') depth += 1;
    else if (text[at] === ']') {
      depth -= 1;
      if (depth === 0) return at;
    }
  }
  return -1;
}

/** What stands between the brackets, read as a citation; null if it is none. */
function parseGroup(inside: string): ParsedCite[] | null {
  const cites: ParsedCite[] = [];
  for (const part of splitParts(inside)) {
    const match = citePattern.exec(part);
    const previous = cites.at(-1);
    if (match) {
      const after = part.slice(match.index + match[0].length);
      cites.push({
        key: match[2] ?? match[3] ?? '',
        prefix: part.slice(0, match.index).trim(),
        suppressAuthor: match[1] === '-',
        ...trimmed(splitLocator(after)),
      });
    } else if (previous) {
      // "[@a; and others]": words after the last key belong to it.
      previous.suffix = `${previous.suffix};${part}`.trimEnd();
    } else {
      return null;
    }
  }
  return cites.length > 0 ? cites : null;
}

function trimmed<T extends { suffix: string }>(split: T): T {
  return { ...split, suffix: split.suffix.trim() };
}

/** Splits at semicolons outside braces. */
function splitParts(inside: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let from = 0;
  for (let at = 0; at < inside.length; at += 1) {
    const character = inside[at];
    if (character === '{') depth += 1;
    else if (character === '}') depth = Math.max(0, depth - 1);
    else if (character === ';' && depth === 0) {
      parts.push(inside.slice(from, at));
      from = at + 1;
    }
  }
  parts.push(inside.slice(from));
  return parts;
}
