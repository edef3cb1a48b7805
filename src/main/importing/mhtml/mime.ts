/** A part of a MIME message: its headers by lower-case name, and its body as bytes. */
export interface MimePart {
  headers: ReadonlyMap<string, string>;
  /** Media type in lower case, and its parameters by lower-case name. */
  type: string;
  parameters: ReadonlyMap<string, string>;
  body: Uint8Array;
}

const mostParts = 5000;
const deepest = 5;

/** The headers of a message and the parts in it that are no containers, in order. What is cut off or malformed is read as far as it goes. */
export function readMime(bytes: Uint8Array): { headers: ReadonlyMap<string, string>; parts: MimePart[] } {
  const parts: MimePart[] = [];
  const message = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  collect(message, parts, 0);
  return { headers: split(message).headers, parts };
}

function collect(entity: Buffer, parts: MimePart[], depth: number): void {
  const { headers, body } = split(entity);
  const { type, parameters } = contentType(headers.get('content-type') ?? '');
  const boundary = parameters.get('boundary') ?? '';
  if (!type.startsWith('multipart/') || boundary === '' || depth >= deepest) {
    parts.push({ headers, type, parameters, body: decodeBody(body, headers.get('content-transfer-encoding') ?? '') });
    return;
  }
  for (const part of between(body, `--${boundary}`)) if (parts.length < mostParts) collect(part, parts, depth + 1);
}

/** What stands between lines that begin with the delimiter, up to the closing one or the end. */
function between(body: Buffer, delimiter: string): Buffer[] {
  const starts: { at: number; end: number }[] = [];
  for (let at = body.indexOf(delimiter, 0, 'latin1'); at !== -1; at = body.indexOf(delimiter, at + 1, 'latin1')) {
    if (at > 0 && body[at - 1] !== 0x0a) continue;
    const lineEnd = body.indexOf(0x0a, at);
    starts.push({ at, end: lineEnd === -1 ? body.length : lineEnd + 1 });
    if (body.toString('latin1', at + delimiter.length, at + delimiter.length + 2) === '--') break;
  }
  return starts
    .slice(0, -1)
    .map(({ end }, index) => body.subarray(end, starts[index + 1]?.at))
    .concat(lastPart());

  /** A file that was cut off has no closing delimiter. */
  function lastPart(): Buffer[] {
    const last = starts.at(-1);
    if (!last || body.toString('latin1', last.at + delimiter.length, last.at + delimiter.length + 2) === '--')
      return [];
    return [body.subarray(last.end)];
  }
}

/** The headers and what stands below the first empty line. */
function split(entity: Buffer): { headers: Map<string, string>; body: Buffer } {
  const gap = /\r?\n\r?\n/u.exec(entity.toString('latin1', 0, 64_000));
  const end = gap ? gap.index : Math.min(entity.length, 64_000);
  const headers = new Map<string, string>();
  // A header goes on in lines that begin with white space.
  const lines = entity.toString('latin1', 0, end).replace(/\r?\n[ \t]+/gu, ' ');
  for (const [, name = '', value = ''] of lines.matchAll(/^([\w-]{1,80}):[ \t]*(.*)$/gmu)) {
    if (!headers.has(name.toLowerCase())) headers.set(name.toLowerCase(), decodeWords(value.trim()));
  }
  return { headers, body: entity.subarray(gap ? gap.index + gap[0].length : entity.length) };
}

function contentType(value: string): { type: string; parameters: Map<string, string> } {
  const parameters = new Map<string, string>();
  for (const [, name = '', quoted, bare = ''] of value.matchAll(
    /;\s*([\w-]{1,40})\s*=\s*(?:"([^"]{0,500})"|([^;\s]{1,500}))/gu,
  )) {
    parameters.set(name.toLowerCase(), quoted ?? bare);
  }
  return { type: (value.split(';')[0] ?? '').trim().toLowerCase(), parameters };
}

function decodeBody(body: Buffer, encoding: string): Uint8Array {
  if (/^base64$/iu.test(encoding)) return Buffer.from(body.toString('latin1'), 'base64');
  if (!/^quoted-printable$/iu.test(encoding)) return body;
  return unquoted(
    body
      .toString('latin1')
      .replace(/[ \t]+(?=\r?$)/gmu, '')
      .replace(/=\r?\n/gu, ''),
  );
}

/** "=C3=A9" as bytes; what is no such pair stays as it is. */
function unquoted(text: string): Uint8Array {
  return Buffer.from(
    text.replace(/=([\dA-Fa-f]{2})/gu, (_, pair: string) => String.fromCharCode(Number.parseInt(pair, 16))),
    'latin1',
  );
}

/** Encoded words in headers: "=?utf-8?Q?Caf=C3=A9?=". */
function decodeWords(value: string): string {
  return value
    .replace(/\?=\s+=\?/gu, '?==?')
    .replace(/=\?([\w-]{1,40})\?([QBqb])\?([^?]*)\?=/gu, (word, charset: string, kind: string, text: string) => {
      const bytes = /b/iu.test(kind) ? Buffer.from(text, 'base64') : unquoted(text.replaceAll('_', ' '));
      try {
        return new TextDecoder(charset).decode(bytes);
      } catch {
        return word;
      }
    });
}
