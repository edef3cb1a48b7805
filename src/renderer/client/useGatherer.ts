import { useEffect, useRef, useState } from 'react';
import { Gatherer, type GathererOptions, type HandOn } from './Gatherer';

/** A gatherer of its own for the component, which hands on to the latest `handOn`. */
export function useGatherer<T>(handOn: HandOn<T>, options: GathererOptions): Gatherer<T> {
  const latest = useRef(handOn);
  useEffect(() => {
    latest.current = handOn;
  });
  const [gatherer] = useState(() => new Gatherer<T>(options));
  useEffect(() => gatherer.handTo((items) => latest.current(items)), [gatherer]);
  return gatherer;
}
