import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import type { LexicalEditor } from 'lexical';
import { memo, useCallback, useEffect, useState, type ReactNode } from 'react';
import type { MemoDocument } from '../../shared/memo/document';
import { createDocumentReader, type SerializedState } from '../../shared/memo/lexical';
import { ActorMentionViews } from './actor-mention/ActorMentionViews';
import { CitationViews } from './citation/CitationViews';
import { CopyWordsHere } from './clipboard/copied/CopyWordsHere';
import { LongPastes } from './clipboard/LongPastes';
import { MarkdownPaste } from './clipboard/MarkdownPaste';
import { CommentActs } from './comments/CommentActs';
import { CrossReferenceViews } from './cross-reference/CrossReferenceViews';
import { ExcerptDrop } from './ExcerptDrop';
import { QuotationTranslationViews } from './excerpt-quotation/QuotationTranslationViews';
import { ExcerptQuotationViews } from './excerpt-quotation/ExcerptQuotationViews';
import { FootnoteViews } from './footnote/FootnoteViews';
import { CaptionLabels } from './image/CaptionLabels';
import { ImageViews } from './image/ImageViews';
import { PastedPictures } from './image/PastedPictures';
import { PictureInput } from './image/PictureInput';
import { LabelsProvider, useDocumentLabels } from './labels';
import { LinkCard } from './LinkCard';
import { MarkCard } from './marks/MarkCard';
import { AtMenu } from './menus/AtMenu';
import { BlockMenu } from './menus/BlockMenu';
import { DocumentEditorExtension } from './nodes';
import { NotesAndBibliography } from './NotesAndBibliography';
import { ChipLooksProvider, useDocumentRendering } from './rendering';
import { TableActs } from './table/TableActs';
import { TextEditor } from './TextEditor';
import { Acts } from './toolbar/Acts';
import { Typography, WritingLocale } from './typography/Typography';

export interface MemoEditorProps {
  /** Read once; give the editor a `key` to show another document. */
  document: MemoDocument;
  styleId: string;
  locale: string;
  label: string;
  onChange: (document: MemoDocument) => void;
  onTouched?: () => void;
  /** The editor itself, for acts from outside (quoting from the reader). */
  onEditor?: (editor: LexicalEditor | null) => void;
  autoFocus?: boolean;
}

/** The document as it is now, read from each state that the editor tells. */
function useCurrentDocument(document: MemoDocument, onChange: (document: MemoDocument) => void) {
  const [current, setCurrent] = useState(document);
  const [read] = useState(createDocumentReader);
  const onState = useCallback(
    (state: SerializedState) => {
      const next = read(state);
      setCurrent(next);
      onChange(next);
    },
    [onChange, read],
  );
  return { current, onState };
}

/** The editor of a memo: the text, and under it notes and bibliography in the memo's style. */
export function MemoEditor({
  document,
  styleId,
  locale,
  label,
  onChange,
  onTouched,
  onEditor,
  autoFocus,
}: MemoEditorProps) {
  const { current, onState } = useCurrentDocument(document, onChange);
  const rendering = useDocumentRendering(current, styleId, locale);
  const labels = useDocumentLabels(current, locale);
  return (
    <WritingLocale value={locale}>
      <ChipLooksProvider value={rendering.looks}>
        <LabelsProvider value={labels}>
          <Surface
            document={document}
            label={label}
            placeholder="Write. Type / for blocks, @ to cite a source or excerpt."
            size="page"
            onState={onState}
            onTouched={onTouched}
            autoFocus={autoFocus ?? false}
            onEditor={onEditor}
          />
          <NotesAndBibliography rendering={rendering} />
        </LabelsProvider>
      </ChipLooksProvider>
    </WritingLocale>
  );
}

export interface NoteEditorProps {
  document: MemoDocument;
  label: string;
  onChange: (document: MemoDocument) => void;
  autoFocus?: boolean;
}

/** The same editor, small, for notes: citations stand in the text by author and date, and there is no apparatus. */
export function NoteEditor({ document, label, onChange, autoFocus }: NoteEditorProps) {
  const { current, onState } = useCurrentDocument(document, onChange);
  const { looks } = useDocumentRendering(current, noteStyle, 'en-GB');
  return (
    <ChipLooksProvider value={looks}>
      <Surface
        document={document}
        label={label}
        placeholder="Write a note. @ cites."
        size="small"
        onState={onState}
        autoFocus={autoFocus ?? false}
        onTouched={undefined}
        onEditor={undefined}
      />
    </ChipLooksProvider>
  );
}

/** Notes are for oneself: the shortest style that says who and when. */
const noteStyle = 'apa';

interface SurfaceProps {
  document: MemoDocument;
  label: string;
  placeholder: string;
  size: 'page' | 'small';
  onState: (state: SerializedState) => void;
  onTouched: (() => void) | undefined;
  onEditor: ((editor: LexicalEditor | null) => void) | undefined;
  autoFocus: boolean;
}

/** Memoised: what is rendered under the text changes often, the surface itself never. */
const Surface = memo(function Surface({ onEditor, onTouched, ...rest }: SurfaceProps): ReactNode {
  return (
    <TextEditor extension={DocumentEditorExtension} {...rest} {...(onTouched ? { onTouched } : {})}>
      <CitationViews />
      <FootnoteViews />
      <ActorMentionViews />
      <ExcerptQuotationViews />
      <QuotationTranslationViews />
      <ImageViews />
      <PictureInput />
      <PastedPictures />
      <CaptionLabels />
      <CrossReferenceViews />
      <MarkCard />
      <LinkCard />
      <TableActs />
      <BlockMenu />
      <AtMenu />
      <Acts />
      <CommentActs />
      <Typography />
      <CopyWordsHere />
      <LongPastes />
      <MarkdownPaste />
      <ExcerptDrop />
      {onEditor && <HandOut onEditor={onEditor} />}
    </TextEditor>
  );
});

function HandOut({ onEditor }: { onEditor: (editor: LexicalEditor | null) => void }) {
  const [editor] = useLexicalComposerContext();
  useEffect(() => {
    onEditor(editor);
    return () => onEditor(null);
  }, [editor, onEditor]);
  return null;
}
