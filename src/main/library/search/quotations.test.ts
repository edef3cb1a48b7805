import { describe, expect, it } from 'vitest';
import type { LibraryContext } from '../context';
import { openTestLibrary } from '../testing';
import { searchHandlers } from './index';
import { quickest } from './testing';

const paragraphs = [
  'The harbour of Ostrava Bay lies under the old fort. Ships of eleven nations call there every week, and the customs house keeps a ledger of all of them.',
  'On the morning of 27 January a man with a rifle entered the Velmoran embassy. The guard at the door, who had served there for nineteen years, was killed. “He did not hesitate,” a porter said; “he knew where to go.” The police arrived about eleven minutes after the first call.',
  'The ministry’s spokeswoman called the delay “inexplicable”. Her counterpart in Ostrava Bay – who had been asked twice – declined to comment on the co-operation of the two services. “We shall publish everything,” he said, “in due time.”',
  'Trade between the two countries fell by a third in the weeks that followed. The fishing treaty was not renewed.',
];
const text = paragraphs.join('\n\n');

async function save({ change }: LibraryContext, title: string, words: string): Promise<{ snapshotId: string }> {
  return change({ label: 'Add' }, async (db) => {
    const sourceId = await db.insert('source', {
      citation_key: `lind-${title.toLowerCase()}`,
      csl: JSON.stringify({ type: 'article', title }),
      type: 'article',
      title,
      authors: 'Lind',
      publisher: '',
      issued: '2031',
      short_citation: 'Lind 2031',
    });
    const length = { characters: words.length, paragraphs: 1 };
    const captured = { captured_at: '2031-02-04T00:00:00.000Z', language: 'en', sha256: 'x' };
    const snapshotId = await db.insert('snapshot', {
      source_id: sourceId,
      text: words,
      blocks: '[]',
      ...length,
      ...captured,
    });
    return { snapshotId };
  });
}

async function library() {
  const { context } = await openTestLibrary();
  const { snapshotId } = await save(context, 'Attack', text);
  await save(context, 'Harbour', 'The embassy of Velmora keeps a guard at the door, and the police are near.');
  const query = searchHandlers(context)['search.query'];
  const ask = (words: string) => query({ query: words, limit: 20 });
  /** The words in the snapshot that the first hit leads to. */
  const led = async (words: string) => {
    const [hit] = (await ask(words)).hits;
    expect(hit, words.slice(0, 60)).toMatchObject({ kind: 'snapshot', place: { snapshotId } });
    return text.slice(hit!.place!.start, hit!.place!.end);
  };
  return { context, snapshotId, ask, led };
}

const sentence = 'The guard at the door, who had served there for nineteen years, was killed.';
const twoSentences = `${sentence} “He did not hesitate,” a porter said; “he knew where to go.”`;
const overParagraphs = text.slice(text.indexOf('The police arrived'), text.indexOf('“We shall publish'));

describe('a quotation pasted from anywhere', () => {
  it('leads to its very place, whatever the typography', async () => {
    const { led } = await library();
    expect(await led(sentence)).toBe(sentence);
    expect(await led(`“${sentence}”`)).toBe(sentence);
    expect(await led(`"${sentence}"`)).toBe(sentence);
    expect(await led(sentence.replaceAll(' ', '\n'))).toBe(sentence);
    expect(await led(sentence.replace('nineteen', 'nine\u00ADteen').replace('served', 'ser\u200Bved'))).toBe(sentence);
    expect(await led(sentence.replaceAll(' ', '\u00A0\u00A0'))).toBe(sentence);
    expect(await led(twoSentences.replaceAll(/[“”]/g, '"'))).toBe(twoSentences);
    expect(await led(twoSentences.replaceAll('“', '«').replaceAll('”', '»'))).toBe(twoSentences);
  });

  it('of several sentences, over the bounds of paragraphs', async () => {
    const { led } = await library();
    expect(await led(overParagraphs)).toBe(overParagraphs.trim());
    expect(await led(overParagraphs.replaceAll('’', "'").replaceAll('–', '-').replaceAll(/\s+/g, ' '))).toBe(
      overParagraphs.trim(),
    );
    expect(await led(paragraphs.slice(1).join(' '))).toBe(paragraphs.slice(1).join('\n\n'));
  });

  it('with a slip of a letter or two', async () => {
    const { led, ask } = await library();
    const bare = sentence.replace(/\.$/, '');
    expect(await led(bare.replace('nineteen', 'nineten'))).toBe(bare);
    expect(await led(`“${sentence.replace('killed', 'kiled')}”`)).toBe(sentence);
    expect((await ask(`"${bare.replace('killed', 'kiled')}"`)).problem).toMatch(/very words/);
    const slipped = overParagraphs.replace('inexplicable', 'inexplicible').replace('police', 'polise');
    const led_ = await led(slipped);
    expect(overParagraphs).toContain(led_);
    expect(led_.length).toBeGreaterThan(overParagraphs.length - 10);
  });

  it('of thousands of characters, in time', async () => {
    const { context, ask } = await library();
    const sentences = Array.from(
      { length: 120 },
      (_, place) => `On day ${place} the harbour master of pier ${place % 7} wrote “ship ${place * 31} has left”.`,
    );
    const long = Array.from({ length: 20 }, (_, place) => sentences.slice(place * 6, place * 6 + 6).join(' '));
    const { snapshotId } = await save(context, 'Ledger', long.join('\n\n'));
    const quote = long.slice(2).join('\n').replace('“ship 403 has', '"ship 403 hass').slice(0, 10_000);
    await ask('warm up');
    expect(await quickest(() => ask(quote))).toBeLessThan(200);
    const answer = await ask(quote);
    const start = long.slice(0, 2).join('\n\n').length + 2;
    expect(answer.hits[0]).toMatchObject({ kind: 'snapshot', place: { snapshotId, start } });
  });

  it('gives its excerpt where there is one, and says nothing of quotation marks', async () => {
    const { context, snapshotId, ask } = await library();
    const start = text.indexOf(sentence);
    const { sourceId } = (await ask('embassy rifle')).hits[0]!.place!;
    const excerptId = await context.change({ label: 'Add' }, (db) =>
      db.insert('excerpt', {
        source_id: sourceId,
        snapshot_id: snapshotId,
        kind: 'quotation',
        text: sentence,
        start_offset: start,
        end_offset: start + sentence.length,
        exact: sentence,
        prefix: '',
        suffix: '',
        locator_label: null,
        locator_value: null,
        colour: 'none',
        note: '',
        text_sha256: 'x',
        snapshot_sha256: 'x',
      }),
    );
    const { hits, problem } = await ask(`${sentence.replace('killed', 'kiled')}”`);
    expect(problem).toBeNull();
    expect(hits[0]).toMatchObject({ kind: 'excerpt', id: excerptId, place: { snapshotId, start, shift: start } });
    expect(hits.slice(1).filter(({ place }) => place && place.start <= start && place.end > start)).toEqual([]);
  });

  it('that stands nowhere gives what is most like it, as other words do', async () => {
    const { ask } = await library();
    const { hits } = await ask('A man with a rope entered the Velmoran harbour on the morning of a holiday');
    expect(hits[0]).toMatchObject({ kind: 'snapshot' });
    expect(hits[0]!.highlights.text.length).toBeGreaterThan(1);
  });
});
