import { useCallback, useEffect, useRef, useState } from 'react';
import type { InputOf, MethodName, OutputOf } from '../../shared/contract';
import { CommonplaceError, failureFrom } from '../../shared/result';
import { useToasts } from '../ui/Toast';
import { call } from './call';

export interface ActOptions<M extends MethodName> {
  /** After success; may open what was made. */
  onSuccess?: (output: OutputOf<M>, input: InputOf<M>) => void;
  /** Said in a toast after success, in a few words: "Claim moved to the Trash". */
  success?: string | ((output: OutputOf<M>, input: InputOf<M>) => string);
  /** Whether the toast offers Undo. Taken as true where `success` is given. */
  undoable?: boolean;
  /** Gets the failure instead of the toast, to show it beside the field that caused it. */
  onError?: (error: CommonplaceError) => void;
}

export interface Act<M extends MethodName> {
  /** Does it; gives the output, or undefined after a failure that was shown to the user. Never rejects. */
  act: (input: InputOf<M>) => Promise<OutputOf<M> | undefined>;
  pending: boolean;
}

/** A method that changes something: failures become a toast that says what to do, success may offer Undo. */
export function useAct<M extends MethodName>(method: M, options: ActOptions<M> = {}): Act<M> {
  const toasts = useToasts();
  const [running, setRunning] = useState(0);
  const latest = useRef(options);
  useEffect(() => {
    latest.current = options;
  });

  const act = useCallback(
    async (input: InputOf<M>): Promise<OutputOf<M> | undefined> => {
      setRunning((count) => count + 1);
      try {
        const output = await call(method, input);
        const { success, undoable = true, onSuccess } = latest.current;
        if (success !== undefined) {
          toasts.say(typeof success === 'string' ? success : success(output, input), { undo: undoable });
        }
        onSuccess?.(output, input);
        return output;
      } catch (thrown) {
        const failure = failureFrom(thrown);
        const error = new CommonplaceError(failure.code, failure.message, failure.details);
        if (latest.current.onError) latest.current.onError(error);
        else toasts.fail(error);
        return undefined;
      } finally {
        setRunning((count) => count - 1);
      }
    },
    [method, toasts],
  );
  return { act, pending: running > 0 };
}
