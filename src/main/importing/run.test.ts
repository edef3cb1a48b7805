import { afterAll, describe, expect, it } from 'vitest';
import type { CommonplaceError } from '../../shared/result';
import { createImportRunner, ordinaryCaps, type ImportRequest } from './run';
import { documentOf } from './testing';

const runner = createImportRunner();
afterAll(() => runner.close());

const file = (fileName: string, content: string | Uint8Array): ImportRequest => ({
  kind: 'file',
  fileName,
  bytes: typeof content === 'string' ? new TextEncoder().encode(content) : content,
});
const failure = (promise: Promise<unknown>): Promise<CommonplaceError> =>
  promise.then(
    () => {
      throw new Error('it should have failed');
    },
    (error: CommonplaceError) => error,
  );

describe('the import worker', () => {
  it('parses a text and keeps its words', async () => {
    const document = documentOf(
      await runner.run(file('note.txt', 'A title of four words\n\nOne paragraph that says something.')),
    );
    expect(document.csl.title).toBe('A title of four words');
    expect(document.text).toContain('One paragraph that says something.');
  });

  it('says what is wrong with files that are no texts', async () => {
    const empty = await failure(runner.run(file('empty.txt', '')));
    expect([empty.code, empty.message]).toEqual(['unreadable', expect.stringContaining('empty')]);
    const picture = await failure(runner.run(file('report.txt', 'GIF89a and so on')));
    expect([picture.code, picture.message]).toEqual(['unsupported-format', expect.stringContaining('picture')]);
    const binary = await failure(
      runner.run(
        file(
          'noise.txt',
          Uint8Array.from({ length: 4000 }, (_, i) => (i * 7) % 256),
        ),
      ),
    );
    expect(binary.code).toBe('unsupported-format');
    const large = await failure(runner.run(file('big.txt', new Uint8Array(50_000_000).fill(0x61))));
    expect([large.code, large.message]).toEqual(['too-large', expect.stringContaining('50 million characters')]);
  });

  it('stops what takes too long, and goes on with the next file', async () => {
    const slow = 'word\n\n'.repeat(500_000);
    const error = await failure(runner.run(file('slow.txt', slow), { caps: { ...ordinaryCaps, milliseconds: 20 } }));
    expect(error.code).toBe('timed-out');
    await expect(runner.run(file('next.txt', 'Still alive and reading.'))).resolves.toMatchObject({
      document: { warnings: [] },
    });
  });

  it('stops what takes too much memory', async () => {
    const caps = { ...ordinaryCaps, memoryMb: 48, milliseconds: 60_000 };
    const error = await failure(runner.run(file('fat.html', '<p>a<b>b</b></p>'.repeat(600_000)), { caps }));
    expect(error.code).toBe('too-large');
  });

  it('cancels a running import', async () => {
    const controller = new AbortController();
    const running = runner.run(file('slow.txt', 'word\n\n'.repeat(900_000)), { signal: controller.signal });
    controller.abort();
    expect((await failure(running)).code).toBe('cancelled');
  });

  it('survives pages nested deeper than any stack', { timeout: 60_000 }, async () => {
    const deep = `<html><body>${'<div>'.repeat(30_000)}Deep down there are words to read.${'</div>'.repeat(30_000)}</body></html>`;
    const outcome = await runner.run(file('deep.html', deep)).catch((error: CommonplaceError) => error.code);
    if (typeof outcome === 'string') expect(['unreadable', 'timed-out', 'too-large']).toContain(outcome);
    else expect(documentOf(outcome).text).toContain('Deep down there are words to read.');
    const quotes = await failure(runner.run(file('deep.md', '>'.repeat(100_000) + ' a')));
    expect(quotes.code).toBe('unreadable');
  });
});
