import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fromWire, toWire, type Base64 } from './wire';

const base64: Base64 = {
  encode: (bytes) => Buffer.from(bytes).toString('base64'),
  decode: (text) => new Uint8Array(Buffer.from(text, 'base64')),
};

describe('values on the wire', () => {
  test('arrive as they were sent, bytes included', () => {
    const key = fc.oneof(fc.string(), fc.constantFrom('$bytes', '$object', '__proto__', 'constructor'));
    const value = fc.letrec((tie) => ({
      tree: fc.oneof(
        { maxDepth: 4 },
        fc.string(),
        fc.integer(),
        fc.boolean(),
        fc.constant(null),
        fc.uint8Array({ maxLength: 20 }),
        fc.array(tie('tree'), { maxLength: 4 }),
        fc.array(fc.tuple(key, tie('tree')), { maxLength: 4 }).map((pairs) => Object.fromEntries(pairs)),
      ),
    })).tree;
    fc.assert(
      fc.property(value, (sent) => {
        expect(fromWire(toWire(sent, base64), base64)).toEqual(sent);
      }),
    );
  });

  test('an object that looks like bytes stays an object', () => {
    const sent = { $bytes: 'aGVsbG8=' };
    expect(fromWire(toWire(sent, base64), base64)).toEqual(sent);
  });

  test('a key __proto__ sets no prototype', () => {
    const received = fromWire('{"__proto__": {"polluted": true}}', base64) as Record<string, unknown>;
    expect(received['polluted']).toBeUndefined();
    expect(Object.getPrototypeOf(received)).toBe(Object.prototype);
  });
});
