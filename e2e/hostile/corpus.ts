import { readdirSync, readFileSync } from 'node:fs';

/** One piece of hostile markup; see corpus/README.md for how the files write them. */
export interface HostilePayload {
  /** Its category and its place in that category's file: `svg-12`. */
  id: string;
  category: string;
  html: string;
}

/** The function that payloads call when they run. The window of a test has one that remembers who called. */
export const hostileCall = '__hostile';
/** Nobody may ever ask for this host, which cannot exist. */
export const hostileHost = 'hostile.invalid';

const folder = new URL('./corpus/', import.meta.url);

/** All payloads, in the order of the files' names and lines. */
export function hostilePayloads(): HostilePayload[] {
  const files = readdirSync(folder).filter((name) => name.endsWith('.txt'));
  return files.toSorted().flatMap((name) => payloadsOf(name.slice(0, -4), readFileSync(new URL(name, folder), 'utf8')));
}

function payloadsOf(category: string, text: string): HostilePayload[] {
  const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  return lines.map((line, index) => {
    const id = `${category}-${index + 1}`;
    return { id, category, html: decoded(line, id) };
  });
}

function decoded(line: string, id: string): string {
  return line
    .replaceAll(/\bRUN\b/gu, `${hostileCall}(/${id}/)`)
    .replaceAll(/\bAWAY\b/gu, `https://${hostileHost}/${id}`)
    .replaceAll(/\bHOST\b/gu, `${hostileHost}/${id}`)
    .replaceAll(/\{\{(.+?)\*(\d+)\}\}/gu, (_, part: string, times) => part.repeat(Number(times)))
    .replaceAll(/\\(?:u\{([\dA-F]+)\}|u([\dA-F]{4})|x([\dA-F]{2})|([nrt0\\]))/giu, (_, long, four, two, letter) =>
      letter === undefined
        ? String.fromCodePoint(Number.parseInt(String(long ?? four ?? two), 16))
        : { n: '\n', r: '\r', t: '\t', '0': '\0', '\\': '\\' }[String(letter) as 'n'],
    );
}

/** The ids and names that payloads give to elements: none may be in the window, where they would stand in for others. */
export function namesIn(payloads: readonly HostilePayload[]): Set<string> {
  const found = payloads.flatMap(({ html }) => [
    ...html.matchAll(/[\s"'/](?:id|name)=(?:"([^"]{1,200})"|'([^']{1,200})'|([^\s"'>]{1,200}))/giu),
  ]);
  return new Set(found.map(([, double, single, bare]) => double ?? single ?? bare ?? ''));
}

/** Payloads by their categories. */
export function byCategory(payloads: readonly HostilePayload[]): Map<string, HostilePayload[]> {
  const groups = new Map<string, HostilePayload[]>();
  for (const payload of payloads) groups.set(payload.category, [...(groups.get(payload.category) ?? []), payload]);
  return groups;
}
