import { COMMAND_PRIORITY_NORMAL, KEY_ENTER_COMMAND } from 'lexical';
import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import { useEffect, useMemo } from 'react';
import { memoDocumentVersion, type Inline, type MemoDocument } from '../../../shared/memo/document';
import { inlinesFromLexical } from '../../../shared/memo/lexical';
import { ActorMentionViews } from '../actor-mention/ActorMentionViews';
import { CrossReferenceViews } from '../cross-reference/CrossReferenceViews';
import { CopyWordsHere } from '../clipboard/copied/CopyWordsHere';
import { CitationViews } from '../citation/CitationViews';
import { CommentOpening } from '../comments/opening';
import { AtMenu } from '../menus/AtMenu';
import { FootnoteEditorExtension } from '../nodes';
import { InsideNote } from '../rendering';
import { TextEditor } from '../TextEditor';
import { Acts } from '../toolbar/Acts';
import { Typography } from '../typography/Typography';
import { MarkCard } from '../marks/MarkCard';

export interface FootnoteEditorProps {
  content: readonly Inline[];
  onChange: (content: readonly Inline[]) => void;
  onDone: () => void;
}

/** The words of a footnote: text, links, mentions and citations, in one paragraph. Enter finishes, Shift+Enter breaks the line. */
export function FootnoteEditor({ content, onChange, onDone }: FootnoteEditorProps) {
  const document = useMemo<MemoDocument>(
    () => ({ version: memoDocumentVersion, blocks: [{ type: 'paragraph', children: [...content] }] }),
    [content],
  );
  return (
    <InsideNote value>
      <CommentOpening value={null}>
        <TextEditor
          extension={FootnoteEditorExtension}
          document={document}
          label="Words of the footnote"
          placeholder="Footnote. @ cites."
          size="small"
          autoFocus
          onState={(state) => onChange(inlinesFromLexical(state.root.children ?? [], { inFootnote: true }))}
        >
          <CitationViews />
          <CrossReferenceViews />
          <ActorMentionViews />
          <MarkCard />
          <AtMenu />
          <Acts />
          <Typography />
          <CopyWordsHere />
          <EnterIsDone onDone={onDone} />
        </TextEditor>
      </CommentOpening>
    </InsideNote>
  );
}

function EnterIsDone({ onDone }: { onDone: () => void }) {
  const [editor] = useLexicalComposerContext();
  useEffect(
    () =>
      editor.registerCommand(
        KEY_ENTER_COMMAND,
        (event) => {
          // The @ menu, while it is open, has taken Enter for itself before.
          if (event?.shiftKey) return false;
          event?.preventDefault();
          onDone();
          return true;
        },
        COMMAND_PRIORITY_NORMAL,
      ),
    [editor, onDone],
  );
  return null;
}
