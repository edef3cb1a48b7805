import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { InputOf, OutputOf } from '../../shared/contract';
import type { Page } from '../../shared/domain/common';
import { call } from './call';

const PAGE = 200;

/** Methods that answer a page at a time. */
type PagedMethod = 'sources.list' | 'excerpts.list' | 'duplicates.list' | 'duplicates.apart';
type ItemOf<M extends PagedMethod> = OutputOf<M> extends Page<infer Item> ? Item : never;

export interface Pages<Item> {
  items: Item[];
  total: number;
  /** Nothing has been answered yet. */
  loading: boolean;
  /** Reads the next page, if there is one. */
  more: () => void;
}

/** All rows of a filter, read a page at a time as the list is scrolled; the last answer stays until the next is there. */
export function usePages<M extends PagedMethod>(
  method: M,
  input: Omit<InputOf<M>, 'offset' | 'limit'>,
): Pages<ItemOf<M>> {
  const query = useInfiniteQuery({
    // subtle: the method's name comes first, so that changes make these pages stale like any other answer.
    queryKey: [method, input, 'pages'],
    queryFn: async ({ pageParam }) => {
      const answer = await call(method, { ...input, offset: pageParam, limit: PAGE } as InputOf<M>);
      // subtle: the compiler cannot see through OutputOf of a type parameter; both methods answer pages.
      return answer as unknown as Page<ItemOf<M>>;
    },
    initialPageParam: 0,
    getNextPageParam: ({ total, offset, items }) => (offset + items.length < total ? offset + items.length : undefined),
    placeholderData: keepPreviousData,
  });
  const items = useMemo(() => query.data?.pages.flatMap((page) => page.items) ?? [], [query.data]);
  return {
    items,
    total: query.data?.pages[0]?.total ?? 0,
    loading: query.isPending,
    more: () => {
      if (query.hasNextPage && !query.isFetching) void query.fetchNextPage();
    },
  };
}
