/**
 * Values of the contract as JSON text, for transports that carry only text (the Chromium shell's binding). The one
 * value JSON lacks is `Uint8Array`, which becomes `{"$bytes": base64}`; objects that look like that are wrapped in
 * `{"$object": …}`, so that nothing a caller sends can turn into something else.
 */
export interface Base64 {
  encode(bytes: Uint8Array): string;
  decode(text: string): Uint8Array;
}

export function toWire(value: unknown, base64: Base64): string {
  return JSON.stringify(pack(value, base64)) ?? 'null';
}

/** @throws SyntaxError if the text is not JSON */
export function fromWire(text: string, base64: Base64): unknown {
  return unpack(JSON.parse(text), base64);
}

function pack(value: unknown, base64: Base64): unknown {
  if (value instanceof Uint8Array) return { $bytes: base64.encode(value) };
  if (Array.isArray(value)) return value.map((item) => pack(item, base64));
  if (typeof value !== 'object' || value === null) return value;
  const packed = mapValues(value, (item) => pack(item, base64));
  return Object.hasOwn(packed, '$bytes') || Object.hasOwn(packed, '$object') ? { $object: packed } : packed;
}

function unpack(value: unknown, base64: Base64): unknown {
  if (Array.isArray(value)) return value.map((item) => unpack(item, base64));
  if (typeof value !== 'object' || value === null) return value;
  const keys = Object.keys(value);
  if (keys.length === 1) {
    const only = (value as Record<string, unknown>)[keys[0]!];
    if (keys[0] === '$bytes' && typeof only === 'string') return base64.decode(only);
    if (keys[0] === '$object' && typeof only === 'object' && only !== null) {
      return mapValues(only, (item) => unpack(item, base64));
    }
  }
  return mapValues(value, (item) => unpack(item, base64));
}

// subtle: fromEntries defines own properties, so a key "__proto__" stays data and sets no prototype.
function mapValues(value: object, change: (item: unknown) => unknown): Record<string, unknown> {
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, change(item)]));
}
