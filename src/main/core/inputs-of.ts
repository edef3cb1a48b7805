/** For totality.test.ts: makes input that fits a method's schema, so that it reaches the handler. */
import fc from 'fast-check';
import type * as v from 'valibot';

interface Described {
  type: string;
  pipe?: readonly { type: string; requirement?: unknown }[];
  entries?: Record<string, Described>;
  options?: readonly unknown[];
  wrapped?: Described;
  item?: Described;
  key?: Described;
  value?: Described;
  literal?: unknown;
}

const hostileTexts = [
  '',
  ' ',
  '\u0000',
  '\u202E',
  '\uD800',
  '<script>alert(1)</script>',
  `'; DROP TABLE claim; --`,
  '"',
  '%',
  '*',
  '../..',
  '2023-04',
  '🙂',
];
const text = fc.oneof(fc.constantFrom(...hostileTexts), fc.string({ unit: 'binary', maxLength: 30 }));

/** Values that mostly fit the schema; `ids` are used where it wants an id. */
export function inputsOf(schema: v.GenericSchema, ids: readonly string[], depth = 0): fc.Arbitrary<unknown> {
  const described = schema as unknown as Described;
  const inner = (part: unknown) => inputsOf(part as v.GenericSchema, ids, depth + 1);
  const checks = described.pipe?.map((step) => step.type) ?? [];
  switch (described.type) {
    case 'string':
      if (checks.includes('uuid')) return fc.constantFrom(...ids, '018e3cbb-6000-7000-8000-ffffffffffff');
      return text;
    case 'number':
      return fc.oneof(fc.nat(40), fc.constantFrom(0, 1, 200, 2 ** 31, Number.MAX_SAFE_INTEGER));
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    case 'literal':
      return fc.constant(described.literal);
    case 'picklist':
    case 'enum':
      return fc.constantFrom(...(described.options ?? []));
    case 'optional':
    case 'exact_optional':
      return fc.option(inner(described.wrapped), { nil: undefined });
    case 'nullable':
      return fc.option(inner(described.wrapped), { nil: null });
    case 'array':
      return depth > 8 ? fc.constant([]) : fc.array(inner(described.item), { maxLength: 3 });
    case 'object':
    case 'strict_object':
    case 'loose_object':
      return fc
        .record(Object.fromEntries(Object.entries(described.entries ?? {}).map(([name, part]) => [name, inner(part)])))
        .map((record) => Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)));
    case 'record':
      return fc.dictionary(text, inner(described.value), { maxKeys: 3 });
    case 'union':
    case 'variant':
      return fc.oneof(...(described.options ?? []).map(inner));
    case 'custom':
      return fc.uint8Array({ maxLength: 60 });
    default:
      // Lazy and the rest: recursive parts, left empty.
      return fc.constantFrom([], {}, null, '');
  }
}
