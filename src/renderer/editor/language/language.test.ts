// @vitest-environment happy-dom
import { $insertDataTransferForRichText } from '@lexical/clipboard';
import { INSERT_UNORDERED_LIST_COMMAND } from '@lexical/list';
import {
  $getRoot,
  $getSelection,
  $isElementNode,
  $isRangeSelection,
  INSERT_PARAGRAPH_COMMAND,
  type LexicalEditor,
} from 'lexical';
import { describe, expect, it } from 'vitest';
import type { Excerpt } from '../../../shared/domain/excerpts';
import { memoDocumentVersion, type MemoBlock } from '../../../shared/memo/document';
import { documentToLexical } from '../../../shared/memo/lexical';
import { documentOf, headlessEditor } from '../headless';
import { $insertExcerpt } from '../insert';
import { $languageAt, $selectedLanguage, $setSelectedLanguage } from './blockLanguage';
import { $languagesInText } from './inText';

function editorWith(...blocks: MemoBlock[]): LexicalEditor {
  return headlessEditor({ version: memoDocumentVersion, blocks });
}

const words = (text: string) => [{ type: 'text' as const, text, formats: [], marks: [] }];
const paragraph = (text: string, language?: string): MemoBlock => ({
  type: 'paragraph',
  ...(language === undefined ? {} : { language }),
  children: words(text),
});

function update(editor: LexicalEditor, work: () => void): void {
  editor.update(work, { discrete: true });
}

/** Puts the caret into a block: at its end, or before its last letters. */
function $caretIn(index: number, fromEnd = 0): void {
  const text = $getRoot().getChildAtIndex(index);
  const last = $isElementNode(text) ? text.getLastDescendant() : null;
  const at = (last?.getTextContentSize() ?? 0) - fromEnd;
  if (last && 'select' in last) (last as { select: (a: number, b: number) => void }).select(at, at);
}

describe('the language of a block', () => {
  it('is given to all that is selected, and taken away again', () => {
    const editor = editorWith(paragraph('Один'), paragraph('Два'), paragraph('Three'));
    update(editor, () => {
      $getRoot().select(0, 2);
      $setSelectedLanguage('ru');
    });
    expect(documentOf(editor).blocks).toEqual([paragraph('Один', 'ru'), paragraph('Два', 'ru'), paragraph('Three')]);
    editor.read(() => expect([$selectedLanguage(), $languagesInText()]).toEqual(['ru', ['ru']]));
    update(editor, () => $setSelectedLanguage(null));
    expect(documentOf(editor).blocks).toEqual([paragraph('Один'), paragraph('Два'), paragraph('Three')]);
  });

  it('goes on in what Enter makes of a paragraph, and stays when that becomes a list', () => {
    const editor = editorWith(paragraph('Une phrase', 'fr'));
    update(editor, () => {
      $caretIn(0, 3);
      editor.dispatchCommand(INSERT_PARAGRAPH_COMMAND, undefined);
    });
    expect(documentOf(editor).blocks).toEqual([paragraph('Une phr', 'fr'), paragraph('ase', 'fr')]);
    update(editor, () => void editor.dispatchCommand(INSERT_UNORDERED_LIST_COMMAND, undefined));
    expect(documentOf(editor).blocks[1]).toMatchObject({ type: 'list', language: 'fr' });
  });

  it('stays when typed Markdown makes a quotation of a paragraph', async () => {
    const editor = editorWith({ type: 'paragraph', language: 'fa', direction: 'rtl', children: words('>') });
    update(editor, () => $caretIn(0));
    update(editor, () => {
      const selection = $getSelection();
      if ($isRangeSelection(selection)) selection.insertText(' ');
    });
    await Promise.resolve();
    expect(documentOf(editor).blocks[0]).toEqual({ type: 'quotation', direction: 'rtl', language: 'fa', children: [] });
  });

  it('ends with a quotation: what is written after it is the author’s', () => {
    const editor = editorWith({ type: 'quotation', language: 'fr', children: words('Une phrase') });
    update(editor, () => {
      $caretIn(0);
      editor.dispatchCommand(INSERT_PARAGRAPH_COMMAND, undefined);
    });
    expect(documentOf(editor).blocks[1]).toEqual({ type: 'paragraph', children: [] });
  });

  it('is that of the source where an excerpt is quoted', () => {
    const editor = editorWith(paragraph(''));
    const excerpt = { id: '01890a5d-ac96-774b-bcce-b302099a8059', sourceId: '01890a5d-ac96-774b-bcce-b302099a8058' };
    update(editor, () => {
      $getRoot().selectEnd();
      $insertExcerpt({
        ...excerpt,
        kind: 'quotation',
        text: 'هیچ',
        locator: null,
        language: 'fa',
      } as unknown as Excerpt);
    });
    expect(documentOf(editor).blocks[0]).toMatchObject({ type: 'excerpt-quotation', language: 'fa' });
  });

  it('says how words are typed, in the memo’s variant of the language where it names none', () => {
    const editor = editorWith(paragraph('un', 'fr'), paragraph('two'), paragraph('drei', 'de-CH'));
    const typed = (locale: string) =>
      editor.read(() =>
        $getRoot()
          .getChildren()
          .map((block) => $languageAt(block, locale)),
      );
    expect(typed('en-GB')).toEqual(['fr', 'en-GB', 'de-CH']);
    expect(typed('fr-CA')).toEqual(['fr-CA', 'fr-CA', 'de-CH']);
  });
});

describe('blocks that are pasted', () => {
  /** Pastes into an empty memo in English; answers the languages of what is there then. */
  function pasted(kind: string, content: string): string[] {
    const editor = editorWith(paragraph(''));
    const data = new DataTransfer();
    data.setData(kind, content);
    update(editor, () => $insertDataTransferForRichText(data, $getRoot().selectEnd()));
    return documentOf(editor).blocks.map((block) =>
      `${block.type} ${('language' in block && block.language) || ''}`.trim(),
    );
  }

  it('keep their language, the first one too, and no tag that is none', () => {
    const html =
      '<p lang="fr">Un</p><h2 lang="RU">Один</h2><blockquote lang="fa"><p>هیچ</p></blockquote><ul lang="sv"><li>ett</li></ul><p lang="x&quot;">no</p><p>one</p>';
    expect(pasted('text/html', html)).toEqual([
      'paragraph fr',
      'heading ru',
      'quotation fa',
      'list sv',
      'paragraph',
      'paragraph',
    ]);
  });

  it('keep it from one memo to another, and nothing hostile in its place', () => {
    const copied = (language: unknown) =>
      JSON.stringify({
        namespace: 'commonplace',
        nodes: documentToLexical({
          version: memoDocumentVersion,
          blocks: [paragraph('Un'), paragraph('Deux')],
        }).root.children?.map((node) => ({ ...node, $: { language } })),
      });
    expect(pasted('application/x-lexical-editor', copied('fr'))).toEqual(['paragraph fr', 'paragraph fr']);
    for (const hostile of ['"><script>', 7, null, { toString: 'fr' }, ['fr'], 'x'.repeat(9999)]) {
      expect(pasted('application/x-lexical-editor', copied(hostile))).toEqual(['paragraph', 'paragraph']);
    }
  });
});
