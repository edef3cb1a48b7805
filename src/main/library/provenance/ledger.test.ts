import * as v from 'valibot';
import { expect, it } from 'vitest';
import { ledgerSchema } from '../../../shared/provenance/ledger';
import { openTestNouns, type TestNouns } from '../common/testing';
import { buildLedger, ledgerJson } from './ledger';
import { itemCiting } from '../../../shared/memo/citation-item';

const citing = (id: string, sourceId: string, excerptId: string | null = null, locator = '') => ({
  type: 'citation' as const,
  id,
  marks: [],
  items: [itemCiting(sourceId, { excerptId, locator, label: 'paragraph' })],
});
const plain = (text: string) => ({ type: 'text' as const, text, formats: [], marks: [] });

async function writeMemo({ call, source }: TestNouns) {
  const { sourceId, snapshotId, text } = await source('Vell', 'The gate was shut at noon.', 'Nobody saw who shut it.');
  const { id: excerptId } = await call('excerpts.quote', { sourceId, quote: 'The gate was shut at noon' });
  const { id: claimId } = await call('claims.create', { statement: 'The gate was shut.' });
  await call('claims.addEvidence', { claimId, excerptId, stance: 'supports' });
  const memo = await call('memos.create', { title: 'The gate' });
  const marked = { ...plain('The gate was shut'), marks: [{ kind: 'claim' as const, id: claimId }] };
  await call('memos.save', {
    id: memo.id,
    version: memo.version,
    document: {
      version: memo.document.version,
      blocks: [
        { type: 'heading', level: 1, children: [plain('The gate')] },
        {
          type: 'paragraph',
          children: [
            marked,
            plain(', for “nobody saw who shut it” '),
            citing('c1', sourceId),
            plain('. It is quiet since then in town. As '),
            citing('c2', sourceId, excerptId, '1'),
            plain(' says, it was noon.'),
          ],
        },
        { type: 'excerpt-quotation', excerptId, children: [plain('The gate was shut at noon.')] },
      ],
    },
  });
  return { memoId: memo.id, sourceId, snapshotId, excerptId, claimId, text };
}

it('says of each sentence what it rests on, with hashes, and the same every time', async () => {
  const nouns = await openTestNouns();
  const { db } = nouns.library.context;
  const { memoId, sourceId, snapshotId, excerptId, claimId, text } = await writeMemo(nouns);
  const ledger = await buildLedger(db, memoId, '2024-03-14');
  expect(v.parse(ledgerSchema, JSON.parse(ledgerJson(ledger)))).toEqual(ledger);
  expect(ledgerJson(await buildLedger(db, memoId, '2024-03-14'))).toBe(ledgerJson(ledger));

  expect(ledger.sentences.map((sentence) => [sentence.text, sentence.excerpts.length, sentence.asserts])).toEqual([
    ['The gate', 0, false],
    ['The gate was shut, for “nobody saw who shut it” .', 0, true],
    ['It is quiet since then in town.', 0, true],
    ['As  says, it was noon.', 1, true],
    ['The gate was shut at noon.', 1, false],
  ]);
  const [, first, second, third, linked] = ledger.sentences;
  expect(first).toMatchObject({ sources: [sourceId], claims: [claimId] });
  // The case of the first letter is the source's: it is not verbatim.
  expect(first!.quotations).toMatchObject([{ verbatim: false, found: null }]);
  expect(second).toMatchObject({ sources: [], excerpts: [], claims: [], citations: [] });
  expect(third).toMatchObject({
    citations: [{ id: 'c2', items: [{ sourceId, excerptId, label: 'paragraph', locator: '1' }] }],
  });
  const [found] = linked!.quotations;
  expect(found).toMatchObject({ verbatim: true, excerptId, found: { snapshotId, locator: { value: '1' } } });
  expect(text.slice(found!.found!.start, found!.found!.end)).toBe('The gate was shut at noon');
  expect(ledger.claims).toMatchObject([{ id: claimId, status: 'single-source', evidence: [{ excerptId }] }]);
  expect(ledger.snapshots).toMatchObject([{ id: snapshotId, sourceId, characters: text.length }]);
  expect(ledger.sources).toMatchObject([{ id: sourceId, standing: 'live', title: 'Vell' }]);
});
