import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { InputOf } from '../../../shared/contract';
import type { Excerpt } from '../../../shared/domain/excerpts';
import { call } from '../../client';

const PAGE = 200;

export interface ExcerptPages {
  excerpts: Excerpt[];
  total: number;
  loading: boolean;
  /** Reads the next page, if there is one. */
  more: () => void;
}

/** Excerpts of a filter, a page at a time as the list is scrolled. */
export function useExcerptPages(input: Omit<InputOf<'excerpts.list'>, 'offset' | 'limit'>): ExcerptPages {
  const query = useInfiniteQuery({
    // subtle: the method's name comes first, so that changes make these pages stale like any other answer.
    queryKey: ['excerpts.list', input, 'pages'],
    queryFn: ({ pageParam }) => call('excerpts.list', { ...input, offset: pageParam, limit: PAGE }),
    initialPageParam: 0,
    getNextPageParam: ({ total, offset, items }) => (offset + items.length < total ? offset + items.length : undefined),
    placeholderData: keepPreviousData,
  });
  const excerpts = useMemo(() => query.data?.pages.flatMap(({ items }) => items) ?? [], [query.data]);
  return {
    excerpts,
    total: query.data?.pages[0]?.total ?? 0,
    loading: query.isPending,
    more: () => {
      if (query.hasNextPage && !query.isFetching) void query.fetchNextPage();
    },
  };
}
