import type { Excerpt } from '../../../shared/domain/excerpts';
import { useNavigation } from '../../app/navigation';
import type { OffsetRange } from '../reader/selection';
import { useSettle } from './useSettle';

export interface Placing {
  excerpt: Excerpt;
  place: (range: OffsetRange) => void;
  cancel: () => void;
}

/**
 * Choosing the place of an excerpt in the newest text by hand; afterwards one is back where one came from.
 * @param excerptId of the excerpt that is to be placed; undefined while none is
 */
export function usePlacing(excerpts: readonly Excerpt[], excerptId: string | undefined): Placing | undefined {
  const { back, canGoBack, open } = useNavigation();
  const { act } = useSettle(({ id, sourceId }) => open({ view: 'settle', sourceId, id }));
  const excerpt = excerpts.find(({ id }) => id === excerptId);
  if (!excerpt?.standing) return undefined;
  const { id, sourceId, standing } = excerpt;
  const leave = () => (canGoBack ? back() : open({ view: 'settle', sourceId, id }));
  return {
    excerpt,
    cancel: leave,
    place: async ({ start, end }) => {
      const choice = { decision: 'place', start, end } as const;
      if (await act({ excerptId: id, snapshotId: standing.snapshotId, choice })) leave();
    },
  };
}
