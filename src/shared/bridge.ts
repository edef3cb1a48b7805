import type { ContractEvents, EventName, InputOf, MethodName, OutputOf } from './contract';
import type { Result } from './result';

/** What a shell puts on `window.commonplace`: the contract's methods by name and its events, nothing else. */
export interface Bridge {
  call: { [M in MethodName]: (input: InputOf<M>) => Promise<Result<OutputOf<M>>> };
  /** Returns the function that stops listening. */
  on<Name extends EventName>(name: Name, listener: (payload: ContractEvents[Name]) => void): () => void;
}
