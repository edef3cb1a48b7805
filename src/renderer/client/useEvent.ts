import { useEffect, useRef } from 'react';
import type { ContractEvents, EventName } from '../../shared/contract';
import { listen } from './call';

/** Calls the latest `listener` for every event of that name while the component is mounted. */
export function useEvent<Name extends EventName>(name: Name, listener: (payload: ContractEvents[Name]) => void): void {
  const latest = useRef(listener);
  useEffect(() => {
    latest.current = listener;
  });
  useEffect(() => listen(name, (payload) => latest.current(payload)), [name]);
}
