import { differences, type Difference } from '../../../shared/anchoring';
import type { PassageInContext } from '../../../shared/domain/anchors';

/** What stands around a passage, with the words marked `added` that do not stand around the older one. */
export interface ContextParts {
  before: Difference[];
  after: Difference[];
}

/**
 * Compares what stands around two passages word by word. What is more on the outer side is only cut off at another place, and
 * is no difference.
 */
export function contextParts(older: PassageInContext, newer: PassageInContext): ContextParts {
  const before = present(older.before, newer.before);
  const after = present(older.after, newer.after);
  return { before: withoutOuter(before), after: withoutOuter(after.reverse()).reverse() };
}

function present(older: string, newer: string): Difference[] {
  return differences(older, newer).filter(({ kind }) => kind !== 'removed');
}

/** The parts, outermost first, without a mark on what lies farther out than the outermost words that both have. */
function withoutOuter(parts: readonly Difference[]): Difference[] {
  const shared = parts.findIndex(({ kind, text }) => kind === 'same' && /[\p{L}\p{N}]/u.test(text));
  return parts.map((part, index) => (index < shared ? { ...part, kind: 'same' } : part));
}
