import type { CheckedFinding } from '../../../../shared/domain/provenance';
import type { RuleId, Severity } from '../../../../shared/provenance/finding';

const titles: readonly (readonly [title: string, rules: readonly RuleId[]])[] = [
  [
    'Quotations',
    ['quotation-not-verbatim', 'quotation-not-in-source', 'quotation-without-locator', 'excerpt-not-in-library'],
  ],
  ['Claims', ['claim-without-evidence', 'claim-single-source', 'claim-contested-as-fact', 'claim-not-in-library']],
  ['Sources', ['source-not-in-library', 'source-retracted', 'source-undated']],
  ['Actors', ['actor-name-unknown', 'role-not-held']],
];

export const ruleNames: Record<RuleId, string> = {
  'claim-without-evidence': 'Claim without evidence',
  'claim-single-source': 'Claim on a single source',
  'claim-contested-as-fact': 'Contested claim as fact',
  'claim-not-in-library': 'Claim that is gone',
  'quotation-not-verbatim': 'Not verbatim',
  'quotation-not-in-source': 'Not in the source',
  'quotation-without-locator': 'No locator',
  'source-undated': 'Undated',
  'source-retracted': 'Retracted',
  'source-not-in-library': 'Not in the library',
  'excerpt-not-in-library': 'Excerpt that is gone',
  'actor-name-unknown': 'Unknown name',
  'role-not-held': 'Office not held then',
};

export const severityNames: Record<Severity, string> = { error: 'Error', warning: 'Warning', note: 'Note' };

export interface FindingGroup {
  title: string;
  findings: CheckedFinding[];
}

/** Standing findings by what they are about, in the order of the text; groups without any are left out. */
export function groupFindings(findings: readonly CheckedFinding[]): FindingGroup[] {
  return titles
    .map(([title, rules]) => ({ title, findings: findings.filter(({ rule }) => rules.includes(rule)) }))
    .filter((group) => group.findings.length > 0);
}

/** The standing finding after or before a place in the text, by order; goes round at the ends. */
export function nextFinding(
  findings: readonly CheckedFinding[],
  current: string | null,
  step: 1 | -1,
): CheckedFinding | undefined {
  const at = findings.findIndex(({ fingerprint }) => fingerprint === current);
  if (at < 0) return step === 1 ? findings[0] : findings.at(-1);
  return findings[(at + step + findings.length) % findings.length];
}
