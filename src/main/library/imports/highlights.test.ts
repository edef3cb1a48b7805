import { expect, it } from 'vitest';
import type { duplicatePolicies } from '../../../shared/domain/imports';
import { highlight, writeTestPdf } from '../../importing/pdf/testing';
import { readDocument } from '../../importing/testing';
import { historyHandlers } from '../changes/handlers';
import { excerptsHandlers } from '../excerpts/handlers';
import { listExcerpts } from '../excerpts/store';
import { openTestLibrary } from '../testing';
import { saveDocument } from './save-document';

const first = highlight({ x: 72, y: 760, width: 110, more: '/Contents (Nine, not forty)' });
const second = highlight({ x: 72, y: 746, width: 130, more: '/C [0 0.7 0.2]' });
const report = (...annotations: string[]) => {
  const lines = [
    { text: 'Nine passengers were counted on the ferry at Senn.', y: 760 },
    { text: 'The rope was cut and not worn.', y: 746 },
  ];
  return writeTestPdf([{ lines, annotations }]);
};

async function setUp() {
  const library = await openTestLibrary();
  const { context } = library;
  return {
    context,
    async bringIn(bytes: Uint8Array, onDuplicate: (typeof duplicatePolicies)[number] = 'skip') {
      library.advance();
      const document = await readDocument('report.pdf', bytes);
      return saveDocument(context, { kind: 'file', fileName: 'report.pdf', bytes }, document, { onDuplicate });
    },
    async excerpts() {
      const all = { offset: 0, limit: 100, sort: 'source', descending: false, includeTrashed: false } as const;
      return (await context.db.read((reader) => listExcerpts(reader, all))).items;
    },
  };
}

it('makes excerpts of what is marked in a PDF, in the same action', async () => {
  const { context, bringIn, excerpts } = await setUp();
  expect(await bringIn(report(first))).toMatchObject({ status: 'added', excerpts: 1 });
  expect(await excerpts()).toMatchObject([
    {
      text: expect.stringMatching(/^Nine passengers/u),
      locator: { label: 'page', value: '1' },
      colour: 'yellow',
      note: 'Nine, not forty',
    },
  ]);
  await historyHandlers(context)['history.undo']({});
  expect(await excerpts()).toEqual([]);
});

it('adds what was marked since, on the user’s word, and not what was thrown away', async () => {
  const { context, bringIn, excerpts } = await setUp();
  await bringIn(report(first));
  const [thrown] = await excerpts();
  await excerptsHandlers(context)['excerpts.trash']({ id: thrown?.id ?? '' });
  const seen = await bringIn(report(first, second));
  expect(seen).toMatchObject({ status: 'already-there', excerpts: 0 });
  expect(seen.warnings.join(' ')).toContain('One highlight in it is not among the excerpts');
  expect(await bringIn(report(first, second), 'snapshot')).toMatchObject({ status: 'snapshot-added', excerpts: 1 });
  expect(await excerpts()).toMatchObject([{ colour: 'green' }]);
});
