import * as v from 'valibot';
import { contract, type CoreMethodName, type Handlers } from '../../shared/contract';
import { CommonplaceError, failureFrom, ok, type Failure, type Result } from '../../shared/result';
import type { Log } from '../library/context';

/** Answers any call with a result. Never throws. */
export type Route = (method: unknown, input: unknown) => Promise<Result<unknown>>;
export type AnyHandler = (input: unknown) => Promise<unknown>;
/** The handler that answers a method now; `undefined` when it needs a library and none is open. */
export type FindHandler = (method: CoreMethodName) => AnyHandler | undefined;

/**
 * The one way into the core: looks the method up among the contract's own properties, parses the input, calls the
 * handler, and turns whatever is thrown into a failure.
 */
export function createRouter(find: FindHandler, log: Log): Route {
  return async (method, input) => {
    try {
      if (!isCoreMethod(method)) {
        return refuse({ code: 'unknown-method', message: 'Commonplace has no such function. Restart the app.' });
      }
      const parsed = parse(method, input);
      if (!parsed.ok) return parsed;
      const handler = find(method);
      if (!handler) return refuse({ code: 'no-library', message: 'No library is open. Open or create one first.' });
      return ok(await handler(parsed.value));
    } catch (error) {
      const failure = failureFrom(error);
      if (failure.code === 'internal') log.error('call failed', { method: String(method), error: describe(error) });
      return refuse(failure);
    }
  };
}

/** Handlers as a lookup by own properties: `toString` and the like are no methods. */
export function handlerTable(handlers: Partial<Handlers<CoreMethodName>>): FindHandler {
  const table = new Map<string, AnyHandler>(Object.entries(handlers) as [string, AnyHandler][]);
  return (method) => table.get(method);
}

export function isCoreMethod(method: unknown): method is CoreMethodName {
  return (
    typeof method === 'string' && Object.hasOwn(contract, method) && contract[method as CoreMethodName].host === 'core'
  );
}

function parse(method: CoreMethodName, input: unknown): Result<unknown> {
  let issues: readonly v.BaseIssue<unknown>[] = [];
  try {
    // subtle: to Valibot an array, a date or a map is an object too, and fits a schema whose fields may be left out.
    const plain = Object.prototype.toString.call(input) === '[object Object]';
    const outcome = v.safeParse(contract[method].input, input);
    if (outcome.success && plain) return ok(outcome.output);
    issues = outcome.issues ?? [];
  } catch {
    // Nested deeper than the stack, or a value that throws when it is read: nothing a handler should see.
  }
  return refuse({
    code: 'bad-input',
    message: `The input of ${method} is not what it takes${issues[0] ? `: ${describeIssue(issues[0])}` : ''}.`,
    details: issues.slice(0, 10).map(describeIssue),
  });
}

/** Where and what, without the value: that may be anything a person wrote. */
function describeIssue(issue: v.BaseIssue<unknown>): string {
  const path = v.getDotPath(issue);
  const expected = issue.expected ?? 'another form';
  return `${path ?? 'the whole'} should be ${expected}`;
}

function refuse(error: Failure): Result<never> {
  return { ok: false, error };
}

/** What went wrong and where, without the message: parsers and databases quote what they stumble over. */
function describe(error: unknown): string {
  if (error instanceof CommonplaceError) return error.code;
  if (!(error instanceof Error)) return typeof error;
  const { name, message, stack = '' } = error;
  const at = stack.indexOf(message);
  const frames = message === '' || at < 0 ? '' : stack.slice(at + message.length);
  return `${name}${frames}`;
}
