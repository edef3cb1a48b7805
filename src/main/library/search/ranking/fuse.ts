import Fuse from 'fuse.js';
import type { RecallPlan } from '../recall/plan';

/** So much of a field is looked at. */
const windowLength = 200;

/** Fuse.js over the shortlist's titles and densest passages, folded; scores 0–1 by place in the shortlist. */
export function scoreWithFuse(
  ranked: readonly { title: { text: string }; text: { text: string }; focus: number }[],
  plan: RecallPlan,
): Map<number, number> {
  const words = plan.clauses.flatMap((clause) => clause.words.map(({ word }) => word)).slice(0, 8);
  if (words.length === 0 || ranked.length < 2) return new Map(ranked.map((_, place) => [place, 1]));
  const items = ranked.map(({ title, text, focus }) => ({
    title: title.text.slice(0, windowLength),
    text: text.text.slice(Math.max(0, focus - 20), Math.max(0, focus - 20) + windowLength),
  }));
  const fuse = new Fuse(items, {
    keys: [
      { name: 'title', weight: 1.5 },
      { name: 'text', weight: 1 },
    ],
    ignoreLocation: true,
    includeScore: true,
    threshold: 0.4,
    useTokenSearch: true,
    tokenize: (text) => text.split(' ').filter(Boolean),
  });
  return new Map(fuse.search(words.join(' ')).map(({ refIndex, score }) => [refIndex, 1 - (score ?? 1)]));
}
