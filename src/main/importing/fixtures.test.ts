import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readDocument } from './testing';

const folder = new URL('./fixtures/', import.meta.url);
const fixtures = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isFile() && !entry.name.endsWith('.expected.json') && entry.name !== 'README.md')
  .map(({ name }) => name);

describe('fixtures', () => {
  it.each(fixtures)('%s is imported as expected', async (name) => {
    const bytes = new Uint8Array(readFileSync(new URL(name, folder)));
    const { text, blocks, ...facts } = await readDocument(name, bytes);
    const readable = blocks.map(({ start, end, spans, ...block }) => ({
      ...block,
      text: text.slice(start, end),
      ...(spans.length > 0
        ? {
            spans: spans.map((span) => ({
              ...span,
              start: undefined,
              end: undefined,
              text: text.slice(span.start, span.end),
            })),
          }
        : {}),
    }));
    const outcome = JSON.stringify({ ...facts, blocks: readable }, null, 2);
    await expect(`${outcome}\n`).toMatchFileSnapshot(new URL(`${name}.expected.json`, folder).pathname);
  });
});
