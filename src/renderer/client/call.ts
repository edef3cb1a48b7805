import type { ContractEvents, EventName, InputOf, MethodName, OutputOf } from '../../shared/contract';
import { CommonplaceError, unwrap, type Result } from '../../shared/result';

/**
 * Calls a method of the contract and gives its value.
 * @throws CommonplaceError with the failure's code; its message can be shown as it is.
 */
export async function call<M extends MethodName>(method: M, input: InputOf<M>): Promise<OutputOf<M>> {
  // subtle: indexing a mapped type by a type parameter gives a union of functions; the cast says which one it is.
  const send = window.commonplace?.call[method] as unknown as (input: InputOf<M>) => Promise<Result<OutputOf<M>>>;
  if (!send) {
    throw new CommonplaceError('unavailable', 'This window is not connected to Commonplace. Close it and start again.');
  }
  return unwrap(await send(input));
}

/** Listens to an event of the core or the shell; returns the function that stops. */
export function listen<Name extends EventName>(
  name: Name,
  listener: (payload: ContractEvents[Name]) => void,
): () => void {
  return window.commonplace?.on(name, listener) ?? (() => {});
}
