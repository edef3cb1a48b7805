import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { contract, type CoreMethodName } from '../../shared/contract';
import { CommonplaceError, errorCodes } from '../../shared/result';
import { silentLog } from '../library/open';
import { createRouter, handlerTable } from './router';

const coreMethods = (Object.keys(contract) as (keyof typeof contract)[]).filter(
  (method) => contract[method].host === 'core',
) as CoreMethodName[];

describe('the router', () => {
  it('gives the handler the parsed input, with its defaults, and answers what it returns', async () => {
    const route = createRouter(() => async (input) => ({ saw: input }), silentLog);
    const claimId = '018e3cbb-6000-7000-8000-000000000000';
    expect(await route('claims.addPosition', { claimId, actorId: claimId, stance: 'denies', manner: 'held' })).toEqual({
      ok: true,
      value: {
        saw: { claimId, actorId: claimId, stance: 'denies', manner: 'held', date: '', excerptId: null, note: '' },
      },
    });
  });

  it.each([
    'toString',
    '__proto__',
    'constructor',
    'shell.info',
    'library',
    '',
    7,
    null,
    undefined,
    {},
    ['library.known'],
  ])('has no method %j', async (method) => {
    const route = createRouter(() => async () => 'reached', silentLog);
    expect(await route(method, {})).toMatchObject({ ok: false, error: { code: 'unknown-method' } });
  });

  it('says that a library is needed', async () => {
    const route = createRouter(() => undefined, silentLog);
    expect(await route('tags.list', {})).toMatchObject({ ok: false, error: { code: 'no-library' } });
  });

  it('answers what is thrown, keeping what was not meant for people out of the message', async () => {
    const thrown: unknown[] = [new CommonplaceError('not-found', 'It is gone.'), new Error('SECRET'), 'SECRET', null];
    const answers = [];
    for (const error of thrown) {
      const route = createRouter(() => () => Promise.reject(error), silentLog);
      answers.push(await route('tags.list', {}));
    }
    expect(answers[0]).toEqual({ ok: false, error: { code: 'not-found', message: 'It is gone.' } });
    for (const answer of answers.slice(1)) {
      expect(answer).toMatchObject({ ok: false, error: { code: 'internal' } });
      expect((answer as { error: { message: string } }).error.message).not.toContain('SECRET');
    }
  });

  it('logs where something went wrong, never the words it went wrong on', async () => {
    const lines: string[] = [];
    const log = { ...silentLog, error: (...entry: unknown[]) => void lines.push(JSON.stringify(entry)) };
    const text = '{"secret": words of the user';
    const route = createRouter(() => async () => JSON.parse(text), log);
    expect(await route('tags.list', {})).toMatchObject({ ok: false, error: { code: 'internal' } });
    await createRouter(() => () => Promise.reject(new Error('secret\n    at words')), log)('tags.list', {});
    await createRouter(() => () => Promise.reject('secret words'), log)('tags.list', {});
    expect(lines).toHaveLength(3);
    expect(lines[0]).toContain('SyntaxError');
    expect(lines[0]).toContain('router.test.ts');
    expect(lines.join()).not.toMatch(/secret|words/);
  });

  it('refuses a source that is no JSON: circles, bigints, nests without end', async () => {
    const circle: Record<string, unknown> = {};
    circle['x'] = circle;
    let deep: unknown = 1;
    for (let level = 0; level < 100_000; level++) deep = [deep];
    const route = createRouter(() => async () => 'reached', silentLog);
    for (const custom of [circle, 10n, deep]) {
      const answer = await route('sources.create', { csl: { type: 'book', title: 'T', custom } });
      expect(answer).toMatchObject({ ok: false, error: { code: 'bad-input' } });
    }
    expect(await route('sources.create', { csl: { type: 'book', title: 'T', custom: { a: [1] } } })).toMatchObject({
      ok: true,
    });
  });

  it('answers a handler that throws at once, and a table without the method', async () => {
    const route = createRouter(
      () => () => {
        throw new CommonplaceError('conflict', 'Changed.');
      },
      silentLog,
    );
    expect(await route('tags.list', {})).toMatchObject({ ok: false, error: { code: 'conflict' } });
    expect(handlerTable({})('tags.list')).toBeUndefined();
  });

  it('refuses input nested deeper than the stack', async () => {
    let blocks: unknown = [];
    for (let depth = 0; depth < 100_000; depth++) blocks = [{ type: 'quotation', children: blocks }];
    const route = createRouter(() => async () => 'reached', silentLog);
    const input = { title: 'Deep', document: { version: 1, blocks } };
    expect(await route('memos.create', input)).toMatchObject({ ok: false, error: { code: 'bad-input' } });
  });

  it.each(coreMethods)('never throws and never reaches %s with input of the wrong form', async (method) => {
    let reached = false;
    const route = createRouter(
      () => async () => {
        reached = true;
        return null;
      },
      silentLog,
    );
    const wrong = fc.oneof(
      fc.anything({ withBigInt: true, withDate: true, withMap: true, withTypedArray: true, withSparseArray: true }),
      // Names that schemas know, with values of any kind.
      fc.dictionary(fc.constantFrom('id', 'key', 'target', 'limit', 'csl', 'text', 'bytes', 'document'), fc.anything()),
    );
    await fc.assert(
      fc.asyncProperty(wrong, async (input) => {
        reached = false;
        const result = await route(method, input);
        const plain = typeof input === 'object' && Object.prototype.toString.call(input) === '[object Object]';
        expect(reached).toBe(plain && v.safeParse(contract[method].input, input).success);
        expect(result.ok).toBe(reached);
        if (result.ok) return;
        expect(errorCodes).toContain(result.error.code);
        expect(result.error.code).toBe('bad-input');
        // The message may be shown, and logged; it never repeats what was sent.
        expect(result.error.message.length).toBeLessThan(400);
      }),
      { numRuns: 60 },
    );
  });
});
