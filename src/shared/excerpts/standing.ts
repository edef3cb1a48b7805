import { verdicts } from '../anchoring';
import type { VerdictCounts } from '../domain/anchors';

/** "12 excerpts: 9 exact, 1 moved, 1 changed, 1 ambiguous"; '' when there are none. */
export function verdictSummary(counts: VerdictCounts): string {
  const total = verdicts.reduce((sum, verdict) => sum + counts[verdict], 0);
  if (total === 0) return '';
  const parts = verdicts.filter((verdict) => counts[verdict] > 0).map((verdict) => `${counts[verdict]} ${verdict}`);
  return `${total} excerpt${total === 1 ? '' : 's'}: ${parts.join(', ')}`;
}
