import { useState } from 'react';

/**
 * Something that waits for the answer to what is typed, such as an Enter that came before it. Typing on, or anything else
 * that changes the text, takes it back: it is null again. `hold(null)` does so too.
 */
export function useHeld<T>(typed: string): readonly [held: T | null, hold: (value: T | null) => void] {
  const [held, setHeld] = useState<{ typed: string; value: T } | null>(null);
  const hold = (value: T | null) => setHeld(value === null ? null : { typed, value });
  return [held?.typed === typed ? held.value : null, hold];
}
