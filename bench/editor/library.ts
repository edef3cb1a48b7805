import { claimsHandlers } from '../../src/main/library/claims/handlers';
import { excerptsHandlers } from '../../src/main/library/excerpts/handlers';
import { memosHandlers } from '../../src/main/library/memos/handlers';
import { createLibrary } from '../../src/main/library/open';
import { addSnapshot } from '../../src/main/library/snapshots/store';
import { addSource } from '../../src/main/library/sources/store';
import type { CslItem } from '../../src/shared/domain/csl';
import type { MemoDocument } from '../../src/shared/memo/document';
import { benchOptions } from '../asking';
import { personAt } from '../names';
import { seeded, type Random } from '../random';
import { writeParagraph } from '../words';
import { makeMemo, type Cited, type MemoAmounts } from './memo';

export interface WrittenMemo {
  id: string;
  document: MemoDocument;
}

/** A library with so many sources, each with a text and two excerpts, and one memo that cites them all. */
export async function writeMemoLibrary(folder: string, sources: number, amounts: MemoAmounts): Promise<WrittenMemo> {
  const { context, close, settled } = await createLibrary(folder, { ...benchOptions, name: 'Bench' });
  const random = seeded(11);
  const add = excerptsHandlers(context)['excerpts.add'];
  const cited = { sourceIds: [] as string[], excerpts: [] as Cited['excerpts'][number][], claimIds: [] as string[] };
  for (let number = 0; number < sources; number++) {
    const paragraphs = [0, 1, 2].map(() => writeParagraph(random, 0).text);
    const text = paragraphs.join('\n\n');
    const made = await context.change({ label: 'Add source' }, async (change) => {
      const sourceId = await addSource(change, { csl: cslOf(random, number) });
      return { sourceId, snapshotId: await addSnapshot(change, { sourceId, text, blocks: [], language: 'en' }) };
    });
    cited.sourceIds.push(made.sourceId);
    for (const paragraph of paragraphs.slice(0, 2)) {
      const start = text.indexOf(paragraph);
      const whole = { snapshotId: made.snapshotId, start, end: start + paragraph.length };
      const locator = { label: 'paragraph', value: '1' } as const;
      const { id } = await add({ ...whole, kind: 'quotation', text: '', locator, colour: 'none', note: '', tags: [] });
      cited.excerpts.push({ id, sourceId: made.sourceId, text: paragraph });
    }
  }
  const claims = claimsHandlers(context);
  for (let number = 0; number < 40; number++) {
    const statement = writeParagraph(random, 0).text;
    cited.claimIds.push((await claims['claims.create']({ statement, note: '' })).id);
  }
  const document = makeMemo(amounts, cited);
  const { id } = await memosHandlers(context)['memos.create']({ title: 'A long memo', document });
  await settled();
  await close();
  return { id, document };
}

/** Books, articles, reports and pages in turn, as long lists of sources have them. */
function cslOf(random: Random, number: number): CslItem {
  const [given, family] = personAt(number).spellings[1].split(' ');
  const title = writeParagraph(random, 0).text.split(' ').slice(0, 7).join(' ');
  const issued = { 'date-parts': [[2001 + random.below(24), 1 + random.below(12), 1 + random.below(28)]] };
  const common = { title, author: [{ family: family ?? 'Vale', given: given ?? 'Ada' }], issued };
  switch (number % 4) {
    case 0:
      return { ...common, type: 'book', publisher: 'Tidewater Press', 'publisher-place': 'Orrin' };
    case 1:
      return { ...common, type: 'article-journal', 'container-title': 'Border Studies', volume: '12', page: '30-48' };
    case 2:
      return { ...common, type: 'webpage', 'container-title': 'The Post', URL: `https://example.org/${number}` };
    default:
      return { ...common, type: 'report', publisher: 'Observer Mission', number: String(number) };
  }
}
