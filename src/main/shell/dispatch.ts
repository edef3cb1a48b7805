import * as v from 'valibot';
import { contract, type Handlers, type MethodName, type ShellMethodName } from '../../shared/contract';
import { CommonplaceError, failureFrom, ok, type Result } from '../../shared/result';
import type { Dispatch } from './types';

/**
 * Every call of a window ends up here: shell methods are answered on the spot, core methods are checked and passed on.
 * @returns a function that never rejects
 */
export function shellDispatch(
  core: { call(method: string, input: unknown): Promise<Result<unknown>> },
  handlers: Handlers<ShellMethodName>,
): Dispatch {
  return async (method, input) => {
    try {
      if (typeof method !== 'string' || !Object.hasOwn(contract, method)) {
        throw new CommonplaceError(
          'unknown-method',
          'This window asked for something that does not exist. Restart Commonplace.',
        );
      }
      // Every input is an object. Schemas whose fields are all optional would take an array for one.
      if (Array.isArray(input)) throw new CommonplaceError('bad-input', `The input of ${method} is not what it takes.`);
      const name = method as MethodName;
      if (contract[name].host === 'core') return await core.call(name, input);
      const parsed = v.safeParse(contract[name].input, input);
      if (!parsed.success)
        throw new CommonplaceError(
          'bad-input',
          'The window sent something it should not. Try again.',
          parsed.issues.map((issue) => ({ path: v.getDotPath(issue), message: issue.message })),
        );
      const handler = handlers[name as ShellMethodName] as (input: unknown) => Promise<unknown>;
      return ok(await handler(parsed.output));
    } catch (error) {
      return { ok: false, error: failureFrom(error) };
    }
  };
}
