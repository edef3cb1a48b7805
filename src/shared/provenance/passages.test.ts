import { expect, it } from 'vitest';
import { memoDocumentVersion, type Inline, type MemoDocument } from '../memo/document';
import { passagesOf } from './passages';

const excerptId = '01890a5d-ac96-774b-bcce-b302099a8057';
const text = (value: string): Inline => ({ type: 'text', text: value, formats: [], marks: [] });

it('takes the original of a translated quotation for the excerpt’s words, and the translation for nobody’s', () => {
  const document: MemoDocument = {
    version: memoDocumentVersion,
    blocks: [
      {
        type: 'excerpt-quotation',
        excerptId,
        children: [text('هیچ کشتی نباید بگذرد.')],
        translation: { children: [text('No ship shall pass.')], by: 'author', language: 'en' },
      },
    ],
  };
  expect(passagesOf(document).map(({ kind, excerptId: of, text: words }) => [kind, of, words])).toEqual([
    ['excerpt-quotation', excerptId, 'هیچ کشتی نباید بگذرد.'],
    ['translation', null, 'No ship shall pass.'],
  ]);
});
