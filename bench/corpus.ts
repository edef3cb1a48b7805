import type { Writer } from '../src/main/library/db/types';
import { seeded } from './random';
import { insertRows, type Rows } from './store';
import { randomName, randomParagraph } from './words';

export interface CorpusExcerpt {
  id: string;
  text: string;
}

const excerptsPerSource = 20;
const sourcesPerBatch = 100;

/**
 * Fills an empty library with `size` excerpts, a source for every twenty, an actor and a claim for every hundred. Always the
 * same for the same size and seed. This is the bulk path: rows go in many to a statement, without the change log, and
 * the index is built afterwards by `rebuildIndex`; what `indexTouched` would have made is the same, which a test checks. Without `write` nothing is written: for a library that is
 * there already.
 */
export async function fillLibrary(
  write: (<T>(work: (db: Writer) => Promise<T>) => Promise<T>) | null,
  size: number,
  seed = 1,
): Promise<CorpusExcerpt[]> {
  const random = seeded(seed);
  const excerpts: CorpusExcerpt[] = [];
  const start = Date.UTC(2030, 0, 1);
  let number = 0;
  const row = () => {
    number += 1;
    const time = new Date(start + number * 1000).toISOString();
    const hex = number.toString(16).padStart(12, '0');
    return {
      id: `01900000-0000-7000-8000-${hex}`,
      created_at: time,
      modified_at: time,
      deleted_at: null,
      stamp: 'bench',
    };
  };
  while (excerpts.length < size) {
    const rows: Rows = { source: [], snapshot: [], excerpt: [], actor: [], actor_name: [], claim: [] };
    for (let count = 0; count < sourcesPerBatch && excerpts.length < size; count++) {
      const paragraphs = Array.from({ length: Math.min(excerptsPerSource, size - excerpts.length) }, () =>
        randomParagraph(random),
      );
      const text = paragraphs.join('\n\n');
      const author = randomName(random);
      const family = author.split(' ')[1]!;
      const year = String(2001 + random.below(40));
      const title = randomParagraph(random).split(' ').slice(0, 7).join(' ');
      const source = row();
      rows.source.push({
        ...source,
        citation_key: `key${number}`,
        csl: JSON.stringify({ type: 'article', title, author: [{ family, given: author.split(' ')[0] }] }),
        type: 'article',
        title,
        authors: family,
        publisher: 'The Tidewater Post',
        issued: year,
        short_citation: `${family} ${year}`,
      });
      const snapshot = row();
      rows.snapshot.push({
        ...snapshot,
        source_id: source.id,
        captured_at: source.created_at,
        text,
        blocks: '[]',
        characters: text.length,
        paragraphs: paragraphs.length,
        language: '',
        sha256: 'bench',
      });
      let offset = 0;
      for (const paragraph of paragraphs) {
        const excerpt = row();
        rows.excerpt.push({
          ...excerpt,
          source_id: source.id,
          snapshot_id: snapshot.id,
          kind: 'quotation',
          text: paragraph,
          start_offset: offset,
          end_offset: offset + paragraph.length,
          exact: paragraph,
          prefix: '',
          suffix: '',
          colour: 'none',
          note: '',
          text_sha256: 'bench',
          snapshot_sha256: 'bench',
        });
        excerpts.push({ id: excerpt.id, text: paragraph });
        offset += paragraph.length + 2;
      }
      if (count % 5 === 0) {
        const actor = row();
        const name = randomName(random);
        rows.actor.push({ ...actor, kind: 'person', name, description: '' });
        rows.actor_name.push({
          ...row(),
          actor_id: actor.id,
          kind: 'alias',
          text: randomName(random),
          language: '',
          script: 'Latn',
          ordinal: 0,
        });
        rows.claim.push({ ...row(), statement: randomParagraph(random), note: '' });
      }
    }
    await write?.((db) => insertRows(db, rows));
  }
  return excerpts;
}
