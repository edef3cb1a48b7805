import { verdicts, type Verdict } from '../anchoring';
import type { VerdictCounts } from '../domain/anchors';

/** What a verdict is called to people, in a few words. */
export const verdictNames: Record<Verdict, string> = {
  exact: 'unchanged',
  moved: 'moved',
  changed: 'words changed',
  ambiguous: 'several places',
  lost: 'not found',
};

/** "12 excerpts: 9 exact, 1 moved, 1 changed, 1 ambiguous"; '' when there are none. */
export function verdictSummary(counts: VerdictCounts): string {
  const total = verdicts.reduce((sum, verdict) => sum + counts[verdict], 0);
  if (total === 0) return '';
  const parts = verdicts.filter((verdict) => counts[verdict] > 0).map((verdict) => `${counts[verdict]} ${verdict}`);
  return `${total} excerpt${total === 1 ? '' : 's'}: ${parts.join(', ')}`;
}
