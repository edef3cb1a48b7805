import { buildEditorFromExtensions } from '@lexical/extension';
import { HeadlessExtension } from '@lexical/headless';
import { defineExtension, type LexicalEditor } from 'lexical';
import type { MemoDocument } from '../../shared/memo/document';
import { documentToLexical, lexicalToDocument } from '../../shared/memo/lexical';
import { DocumentEditorExtension } from './nodes';

/** The memo editor without a window, for tests: the same nodes, transforms and shortcuts. */
export function headlessEditor(document?: MemoDocument): LexicalEditor {
  const editor = buildEditorFromExtensions(
    defineExtension({
      name: 'commonplace/headless',
      dependencies: [HeadlessExtension, DocumentEditorExtension],
      onError: (error) => {
        throw error;
      },
    }),
  );
  if (document) loadDocument(editor, document);
  return editor;
}

/** Puts a document into an editor, as its whole content. */
export function loadDocument(editor: LexicalEditor, document: MemoDocument): void {
  editor.setEditorState(editor.parseEditorState(JSON.stringify(documentToLexical(document))));
}

/** What the editor would save now. */
export function documentOf(editor: LexicalEditor): MemoDocument {
  return lexicalToDocument(editor.getEditorState().toJSON());
}
