import type { Excerpt } from '../../../shared/domain/excerpts';
import { useCall, usePages, type Pages } from '../../client';

/** The excerpts that need a look, source by source and in the order of their texts; of one source where it is given. */
export function useToSettle(sourceId: string | undefined): Pages<Excerpt> {
  return usePages('excerpts.list', {
    needsLook: true,
    sort: 'source',
    ...(sourceId === undefined ? {} : { sourceId }),
  });
}

/** How many there are in the whole library. */
export function useToSettleCount(): number {
  return useCall('excerpts.list', { needsLook: true, limit: 1 }, { keepPrevious: true }).data?.total ?? 0;
}
