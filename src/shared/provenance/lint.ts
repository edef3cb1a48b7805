import type { ProvenanceFacts } from './facts';
import type { Finding } from './finding';
import type { Place } from './passages';
import type { MemoReading } from './read';
import { claimRules } from './rules/claims';
import { contestedAsFact } from './rules/contested';
import { excerptsMissing } from './rules/excerpts';
import { quotationLocators } from './rules/locators';
import { actorNames } from './rules/names';
import { quotationWords } from './rules/quotations';
import { rolesHeld } from './rules/roles';
import { sourceRules } from './rules/sources';

export type Rule = (reading: MemoReading, facts: ProvenanceFacts) => Finding[];

const rules: readonly Rule[] = [
  claimRules,
  contestedAsFact,
  quotationWords,
  quotationLocators,
  sourceRules,
  excerptsMissing,
  actorNames,
  rolesHeld,
];

/**
 * Everything in a memo that does not hold by what the library knows, in the order of the text. Pure. Findings that would
 * have the same fingerprint are told apart by their order.
 */
export function lint(reading: MemoReading, facts: ProvenanceFacts): Finding[] {
  const order = new Map(
    reading.passages.map(({ block, run, footnote }, index) => [placeKey({ block, run, footnote }), index]),
  );
  const at = ({ place }: Finding) => order.get(placeKey(place)) ?? 0;
  const found = rules
    .flatMap((rule) => rule(reading, facts))
    .sort((a, b) => at(a) - at(b) || a.place.start - b.place.start || (a.rule < b.rule ? -1 : 1));
  const times = new Map<string, number>();
  return found.map((finding) => {
    const count = (times.get(finding.fingerprint) ?? 0) + 1;
    times.set(finding.fingerprint, count);
    return count === 1 ? finding : { ...finding, fingerprint: `${finding.fingerprint}.${count}` };
  });
}

function placeKey({ block, run, footnote }: Pick<Place, 'block' | 'run' | 'footnote'>): string {
  return `${block} ${run} ${footnote ?? ''}`;
}
