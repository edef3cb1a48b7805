import { afterAll, expect, it } from 'vitest';
import { asSource } from '../../../shared/domain/imports';
import { writeTestPdf } from '../../importing/pdf/testing';
import { createImportRunner } from '../../importing/run';
import { sourcesHandlers } from '../sources/handlers';
import { openTestLibrary } from '../testing';
import { verifyLibrary } from '../verify/verify';
import { importsHandlers } from './handlers';

const runner = createImportRunner();
afterAll(() => runner.close());

const scan = (grey: string) => ({
  content: { entries: '', bytes: Buffer.from(`q 595 0 0 842 0 0 cm BI /W 1 /H 1 /CS /G /BPC 8 ID ${grey} EI Q`) },
});

it('takes scans as sources without a text, each its own, and their text once it was recognised', async () => {
  const { context } = await openTestLibrary();
  const imports = importsHandlers(context, runner);
  const sources = sourcesHandlers(context);
  const take = async (fileName: string, bytes: Uint8Array, sourceId?: string) =>
    asSource(
      await imports['imports.file']({ jobId: fileName, fileName, bytes, onDuplicate: 'skip', large: false, sourceId }),
    );

  const ledger = await take('ledger.pdf', writeTestPdf([scan('a')]));
  const letter = await take('letter.pdf', writeTestPdf([scan('b')]));
  expect([ledger.status, letter.status]).toEqual(['added', 'added']);
  expect(ledger).toMatchObject({ snapshot: { characters: 0 }, warnings: [expect.stringContaining('OCR')] });
  expect((await take('ledger.pdf', writeTestPdf([scan('a')]))).status).toBe('already-there');

  const recognised = writeTestPdf([
    { lines: [{ text: 'Nine carts were counted at the gate of Senn on Monday.', y: 700 }] },
  ]);
  expect((await take('ledger-ocr.pdf', recognised, ledger.sourceId)).status).toBe('snapshot-added');
  const { snapshots, attachments } = await sources['sources.get']({ id: ledger.sourceId });
  expect(snapshots.map(({ characters }) => characters > 0)).toEqual([true, false]);
  // Each text knows the file it was read from.
  expect(snapshots.map(({ attachmentId }) => attachments.find(({ id }) => id === attachmentId)?.fileName)).toEqual([
    'ledger-ocr.pdf',
    'ledger.pdf',
  ]);
  expect(await verifyLibrary(context)).toMatchObject({ ok: true, findings: [] });
});
