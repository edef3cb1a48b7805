import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { InputOf, MethodName, OutputOf } from '../../shared/contract';
import type { CommonplaceError } from '../../shared/result';
import { call } from './call';

export interface CallOptions {
  /** False: do not ask yet (an id is still missing, a dialog is closed). */
  enabled?: boolean;
  /** Show the last answer until the next one is there, so that nothing jumps while typing. */
  keepPrevious?: boolean;
}

/** The answer of a reading method, read again whenever a change touches it. */
export function useCall<M extends MethodName>(
  method: M,
  input: InputOf<M>,
  { enabled = true, keepPrevious = false }: CallOptions = {},
): UseQueryResult<OutputOf<M>, CommonplaceError> {
  return useQuery<OutputOf<M>, CommonplaceError>({
    queryKey: [method, input],
    queryFn: () => call(method, input),
    enabled,
    // subtle: react-query types this option by the query's own data; previous data of the same method has that type.
    placeholderData: keepPrevious ? (keepPreviousData as never) : undefined,
  });
}
