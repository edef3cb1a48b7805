import type { Bridge } from '../shared/bridge';
import { contract, eventNames, type EventName, type MethodName } from '../shared/contract';

/** How one shell carries a call to the router, and events back. */
export interface Transport {
  call(method: MethodName, input: unknown): Promise<unknown>;
  /** The transport calls back with every event the shell sends; unknown names are dropped here. */
  listen(deliver: (name: unknown, payload: unknown) => void): void;
}

/** The object both shells put on `window.commonplace`: one function a method, and `on`. */
export function makeBridge(transport: Transport): Bridge {
  const listeners = new Map<EventName, Set<(payload: never) => void>>(eventNames.map((name) => [name, new Set()]));
  transport.listen((name, payload) => {
    for (const listener of listeners.get(name as EventName) ?? []) listener(payload as never);
  });
  const methods = Object.keys(contract) as MethodName[];
  const call = Object.fromEntries(
    methods.map((method) => [method, (input: unknown) => transport.call(method, input)]),
  ) as unknown as Bridge['call'];
  return Object.freeze({
    call: Object.freeze(call),
    on: (name, listener) => {
      const set = listeners.get(name);
      if (set === undefined) throw new TypeError(`There is no event "${String(name)}".`);
      set.add(listener);
      return () => void set.delete(listener);
    },
  } satisfies Bridge);
}
