import { Worker } from 'node:worker_threads';
import { describe, expect, it } from 'vitest';
import { suggest, type SuggestionInput } from '../../../shared/suggesting';
import { createReader, readAtOnce } from './reading';

const inputOf = (text: string): SuggestionInput => ({
  text,
  blocks: [{ kind: 'paragraph', start: 0, end: text.length, spans: [] }],
  language: 'en',
  published: '2031-04-18',
  known: [],
});
const sentence = 'Ilse Orr, the harbour minister, said on Thursday: “The gate is shut.” ';
const long = inputOf(sentence.repeat(Math.ceil(readAtOnce / sentence.length)));

describe('reading texts for suggestions', () => {
  it('finds in a thread what it finds at once, and lets others work meanwhile', { timeout: 60_000 }, async () => {
    const read = createReader();
    let turns = 0;
    const timer = setInterval(() => (turns += 1), 1);
    const found = await read(long);
    clearInterval(timer);
    expect(found).toEqual(suggest(long));
    expect(turns).toBeGreaterThan(5);
    expect((await read(inputOf(sentence))).quotations).toHaveLength(1);
  });

  it('says what to do about a text that needs more memory than there is', { timeout: 60_000 }, async () => {
    const greedy = `require('node:worker_threads').parentPort.postMessage('ready');
      const kept = []; setInterval(() => kept.push(new Array(1e6).fill(kept)), 0);`;
    const read = createReader(
      () => new Worker(greedy, { eval: true, resourceLimits: { maxOldGenerationSizeMb: 32 }, stderr: true }),
    );
    await expect(read(long)).rejects.toMatchObject({ code: 'timed-out', message: expect.stringContaining('Import') });
  });

  it('reads two at once one after the other', { timeout: 60_000 }, async () => {
    const read = createReader();
    const [first, second] = await Promise.all([read(long), read(long)]);
    expect(second).toEqual(first);
  });
});
