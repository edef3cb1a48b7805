import type { SqlRow, Writer } from '../src/main/library/db/types';
import { fold } from '../src/shared/search';
import { personAt } from './names';
import { seeded } from './random';
import { insertRows, noRows } from './store';
import { likelyRank, writeParagraph, type WrittenParagraph } from './words';

/** How much of everything a generated library holds. */
export interface Amounts {
  excerpts: number;
  sources: number;
  claims: number;
  actors: number;
}

/** A library of that many excerpts as people's are: a source for every twenty, a claim and an actor for every hundred. */
export function amountsFor(excerpts: number): Amounts {
  const some = (share: number) => Math.ceil(excerpts / share);
  return { excerpts, sources: some(20), claims: some(100), actors: some(100) };
}

/** A paragraph of a source's text. */
export interface Paragraph extends WrittenParagraph {
  /** The excerpt that it is, all of it; null if nobody excerpted it. */
  excerptId: string | null;
  sourceId: string;
  start: number;
}

const rowsPerBatch = 2000;
const tags = 'Border,Harbour,Pipeline,Embassy,Sanctions,Ceasefire,Water,Railway,Press,Arms control,Trade,Visas'.split(
  ',',
);

/**
 * Fills an empty library, always in the same way for the same amounts and seed: sources with their text, a paragraph of which nobody
 * excerpted, excerpts with tags and actors, claims with evidence and positions, actors with names in several scripts. This is the bulk path:
 * rows go in many to a statement, without the change log, and the index is built afterwards by `rebuildIndex`; what `indexTouched` would
 * have made is the same, which a test checks. Without `write` nothing is written: for
 * a library that is there already. Ends when there are `most` paragraphs.
 */
export async function fillLibrary(
  write: (<T>(work: (db: Writer) => Promise<T>) => Promise<T>) | null,
  { excerpts, sources, claims, actors }: Amounts,
  { seed = 1, most = Infinity } = {},
): Promise<Paragraph[]> {
  const random = seeded(seed);
  const paragraphs: Paragraph[] = [];
  const people = Math.max(50, actors * 20);
  const start = Date.UTC(2030, 0, 1);
  let rows = noRows();
  let number = 0;
  let waiting = 0;
  const add = (table: keyof typeof rows, fields: SqlRow): string => {
    number += 1;
    waiting += 1;
    const time = new Date(start + number * 1000).toISOString();
    const id = `01900000-0000-7000-8000-${number.toString(16).padStart(12, '0')}`;
    rows[table].push({ id, created_at: time, modified_at: time, deleted_at: null, stamp: 'bench', ...fields });
    return id;
  };
  const flush = async (least: number) => {
    if (waiting < least) return;
    const full = rows;
    rows = noRows();
    waiting = 0;
    await write?.((db) => insertRows(db, full));
  };

  const tagIds = tags.map((name) => add('tag', { name, folded_name: fold(name), colour: 'none' }));
  const actorIds: string[] = [];
  for (let person = 0; person < actors; person++) {
    const [name, ...others] = personAt(person).spellings;
    const actorId = add('actor', { kind: 'person', name, description: '' });
    actorIds.push(actorId);
    // Of every second one, only the name that it is filed under is known.
    for (const [ordinal, text] of (person % 2 === 0 ? [name, ...others] : [name]).entries())
      add('actor_name', { actor_id: actorId, kind: 'alias', text, language: '', script: '', ordinal });
    await flush(rowsPerBatch);
  }
  const claimIds: string[] = [];
  for (let claim = 0; claim < claims; claim++) {
    claimIds.push(add('claim', { statement: writeParagraph(random, people).text, note: '' }));
    if (actors > 0) {
      const said = { manner: 'held', date: '', excerpt_id: null, note: '' };
      const stance = random.pick(['asserts', 'denies']);
      add('position', { claim_id: claimIds[claim]!, actor_id: random.pick(actorIds), stance, ...said });
    }
    await flush(rowsPerBatch);
  }

  let excerptNumber = 0;
  for (let source = 0; source < sources && paragraphs.length < most; source++) {
    const until = Math.round(((source + 1) * excerpts) / sources);
    const [given, family] = personAt(likelyRank(random, people, 100)).spellings[1].split(' ');
    const year = String(2001 + random.below(40));
    const title = writeParagraph(random, 0).text.split(' ').slice(0, 7).join(' ');
    const sourceId = add('source', {
      citation_key: `key${source}`,
      csl: JSON.stringify({ type: 'article', title, author: [{ family, given }] }),
      type: 'article',
      title,
      authors: family!,
      publisher: 'The Tidewater Post',
      issued: year,
      short_citation: `${family} ${year}`,
    });
    const written: WrittenParagraph[] = [];
    for (let count = excerptNumber; count <= until; count++) written.push(writeParagraph(random, people));
    const text = written.map((paragraph) => paragraph.text).join('\n\n');
    const snapshotId = add('snapshot', {
      source_id: sourceId,
      captured_at: new Date(start).toISOString(),
      text,
      blocks: '[]',
      characters: text.length,
      paragraphs: written.length,
      language: '',
      sha256: 'bench',
    });
    let offset = 0;
    for (const [place, paragraph] of written.entries()) {
      const end = offset + paragraph.text.length;
      let excerptId: string | null = null;
      if (place > 0) {
        excerptNumber += 1;
        excerptId = add('excerpt', {
          source_id: sourceId,
          snapshot_id: snapshotId,
          kind: 'quotation',
          text: paragraph.text,
          start_offset: offset,
          end_offset: end,
          exact: paragraph.text,
          prefix: '',
          suffix: '',
          colour: 'none',
          note: '',
          text_sha256: 'bench',
          snapshot_sha256: 'bench',
        });
        const target = { target_kind: 'excerpt', target_id: excerptId };
        if (random.number() < 0.6) add('tagging', { tag_id: tagIds[likelyRank(random, tags.length)]!, ...target });
        const person = paragraph.named?.person ?? actors;
        if (person < actors) add('actor_mention', { actor_id: actorIds[person]!, excerpt_id: excerptId });
        if (claims > 0 && random.number() < 0.05) {
          const stance = random.pick(['supports', 'contradicts', 'context']);
          add('evidence', { claim_id: random.pick(claimIds), excerpt_id: excerptId, stance, reason: '' });
        }
      }
      paragraphs.push({ ...paragraph, excerptId, sourceId, start: offset });
      offset = end + 2;
    }
    await flush(rowsPerBatch);
  }
  await flush(1);
  return paragraphs;
}
