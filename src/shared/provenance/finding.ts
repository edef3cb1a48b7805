import type { QuotationDifference } from '../anchoring';
import type { Locator, NounKind } from '../domain/common';
import { foldTypography } from '../anchoring';
import type { Place } from './passages';

export const ruleIds = [
  'claim-without-evidence',
  'claim-single-source',
  'claim-contested-as-fact',
  'claim-not-in-library',
  'quotation-not-verbatim',
  'quotation-not-in-source',
  'quotation-without-locator',
  'source-undated',
  'source-retracted',
  'source-not-in-library',
  'excerpt-not-in-library',
  'actor-name-unknown',
  'role-not-held',
] as const;
export type RuleId = (typeof ruleIds)[number];

export const severities = ['error', 'warning', 'note'] as const;
export type Severity = (typeof severities)[number];

const severityOf: Record<RuleId, Severity> = {
  'claim-without-evidence': 'warning',
  'claim-single-source': 'note',
  'claim-contested-as-fact': 'warning',
  'claim-not-in-library': 'warning',
  'quotation-not-verbatim': 'error',
  'quotation-not-in-source': 'error',
  'quotation-without-locator': 'warning',
  'source-undated': 'note',
  'source-retracted': 'error',
  'source-not-in-library': 'error',
  'excerpt-not-in-library': 'error',
  'actor-name-unknown': 'warning',
  'role-not-held': 'warning',
};

/** Words put in the place of a range of the memo's text. */
export interface Edit {
  place: Place;
  text: string;
}

/** What mends a finding; each is one undoable step. */
export type Fix = { label: string } & (
  | { kind: 'edit'; edits: Edit[] }
  /** Gives a citation's item a locator. */
  | { kind: 'locator'; citationId: string; item: number; locator: Locator }
  /** Takes a claim or actor off the words. */
  | { kind: 'unmark'; mark: { kind: 'claim' | 'actor'; id: string }; place: Place }
  /** Cites another source, which the user chooses, wherever this one is cited, by whichever of its ids. */
  | { kind: 'relink'; sourceIds: string[] }
  | { kind: 'add-alias'; actorId: string; text: string }
  | { kind: 'restore'; target: { kind: 'source' | 'excerpt' | 'claim'; id: string } }
  | { kind: 'open'; target: { kind: NounKind; id: string } }
);

/** Something in a memo that does not hold, with where it is and what can be done. */
export interface Finding {
  rule: RuleId;
  severity: Severity;
  /** The same for as long as the words and the thing that it is about are the same, whatever else changes in the memo. */
  fingerprint: string;
  place: Place;
  /** The citation it is about, where that has no words of its own in the text. */
  citationId: string | null;
  /** The words it is about. */
  words: string;
  message: string;
  /** Where quotation and source part, word by word. */
  differences: QuotationDifference[];
  /** The first one is what Enter does. */
  fixes: Fix[];
}

interface Details {
  rule: RuleId;
  place: Place;
  words: string;
  message: string;
  /** What it is about, by which it is known again: ids, and words as far as they matter. */
  about: readonly string[];
  citationId?: string | null;
  differences?: QuotationDifference[];
  fixes?: Fix[];
}

export function finding({ about, citationId = null, differences = [], fixes = [], ...rest }: Details): Finding {
  const fingerprint = `${rest.rule}:${hashOf(about.map((part) => foldTypography(part).trim()).join('\u0000'))}`;
  return { ...rest, severity: severityOf[rest.rule], fingerprint, citationId, differences, fixes };
}

/** 64 bits of a text, in hexadecimal: two 32-bit mixes (Bryc's cyrb53, whole). Tells texts apart; keeps no secret. */
function hashOf(text: string): string {
  let [a, b] = [0xdeadbeef, 0x41c6ce57];
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    a = Math.imul(a ^ unit, 2654435761);
    b = Math.imul(b ^ unit, 1597334677);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return [b, a].map((half) => (half >>> 0).toString(16).padStart(8, '0')).join('');
}
