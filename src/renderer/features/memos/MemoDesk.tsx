import type { LexicalEditor } from 'lexical';
import { memo, useCallback, useMemo, useRef, useState } from 'react';
import type { MemoDetail } from '../../../shared/domain/memos';
import type { MemoDocument } from '../../../shared/memo/document';
import { documentReferences } from '../../../shared/memo/references';
import { plainText } from '../../../shared/memo/text';
import { useNavigation } from '../../app/navigation';
import type { PaneName } from '../../app/views';
import { useAct } from '../../client';
import { CommentOpening } from '../../editor/comments/opening';
import { memoFindTarget } from '../../editor/find/memoFind';
import { insertBlocks, insertItems } from '../../editor/insertItems';
import { MemoEditor } from '../../editor/MemoEditor';
import { cx, InlineText } from '../../ui';
import { Find } from '../find/Find';
import { MemoCommentsContext, useMemoComments } from './comments/useMemoComments';
import { ConflictBar } from './ConflictBar';
import { FocusCorner } from './focus/FocusCorner';
import { useMemoFocus } from './focus/useMemoFocus';
import { useInvisibles } from './invisibles/useInvisibles';
import { MemoBar } from './MemoBar';
import { MemoFoot } from './MemoFoot';
import { FindingMarks } from './provenance/FindingMarks';
import type { MemoFacts } from './facts';
import type { MemoSaver } from './MemoSaver';
import { useOfferMemo, type WritableMemo } from './quoting';
import { RevisionsDialog } from './revisions/RevisionsDialog';
import { useInsertCommands } from './useInsertCommands';
import { useMemoSide } from './side/useMemoSide';
import { focusPanel, WithSide } from './side/WithSide';
import focusStyles from './focus/focus.module.css';
import styles from './memos.module.css';

export interface MemoDeskProps {
  /** As it was when it was opened. */
  memo: MemoDetail;
  facts: MemoFacts;
  saver: MemoSaver;
  pane: PaneName;
  /** Reads the memo afresh: its text was replaced by a revision. */
  onReopen: () => void;
}

/** The memo and all that is around it. Memoised, and what was saved stays below: a pause in writing draws only what shows it. */
export const MemoDesk = memo(function MemoDesk({ memo: opened, facts, saver, pane, onReopen }: MemoDeskProps) {
  const { id } = opened;
  const { openBeside } = useNavigation();
  /** The text as it was at the last pause in typing. */
  const text = useRef(opened.document);
  // Only an empty memo takes the caret at once; a long one would jump to it.
  const [isEmpty] = useState(() => plainText(opened.document) === '');
  const change = useCallback(
    (next: MemoDocument) => {
      text.current = next;
      void saver.put(next);
    },
    [saver],
  );
  const flush = useCallback(() => saver.flush(), [saver]);
  const touched = useCallback(() => saver.touched(), [saver]);
  const [editor, setEditor] = useState<LexicalEditor | null>(null);
  const put: WritableMemo['put'] = async (items) => (editor ? insertItems(editor, items) : () => {});
  const putBlocks: WritableMemo['putBlocks'] = (blocks) => (editor ? insertBlocks(editor, blocks) : () => {});
  useOfferMemo(editor && pane !== 'preview' ? { id, title: facts.title, put, putBlocks } : null);
  const page = useRef<HTMLDivElement>(null);
  const [scroller, setScroller] = useState<HTMLElement | null>(null);
  const findTarget = useMemo(() => editor && scroller && memoFindTarget(editor, scroller), [editor, scroller]);
  const focus = useMemoFocus(page, editor, scroller, facts.locale, pane === 'main');
  const invisibles = useInvisibles(editor, scroller, pane === 'main');
  const side = useMemoSide(pane, (what) => {
    if (what === 'text') editor?.focus();
    else requestAnimationFrame(() => focusPanel(page.current));
  });
  const { show } = side;
  const showComments = useCallback(() => show('comments'), [show]);
  const comments = useMemoComments(editor, scroller, showComments);
  const panel = useMemo(
    () => (editor && scroller ? { memo: facts, editor, scroller } : null),
    [facts, editor, scroller],
  );

  useInsertCommands(pane === 'main' ? editor : null);

  const update = useAct('memos.update');
  const [showRevisions, setShowRevisions] = useState(false);

  return (
    <div
      ref={page}
      className={cx(
        styles.page,
        focus.on && focusStyles.alone,
        focus.on && focus.by === 'sentence' && focusStyles.sentence,
      )}
    >
      {focus.on && <FocusCorner focus={focus} saver={saver} />}
      <MemoBar
        memo={facts}
        saver={saver}
        hidden={focus.on}
        sourceIds={() => [...documentReferences(text.current).source.keys()]}
        flush={flush}
        side={side}
        invisibles={invisibles}
        onRevisions={() => setShowRevisions(true)}
        onBeside={pane === 'main' ? () => openBeside({ view: 'memos', id }) : undefined}
      />
      <ConflictBar saver={saver} memoId={id} title={facts.title} onReopen={onReopen} />
      {findTarget && <Find target={findTarget} surface={page} />}
      <CommentOpening value={comments}>
        <MemoCommentsContext value={comments}>
          <WithSide side={side} panel={focus.on ? null : panel}>
            <div ref={setScroller} className={styles.scroll} data-scroller>
              <article className={styles.sheet} aria-label={`Memo: ${facts.title}`}>
                <h2 className={styles.title}>
                  <InlineText
                    label="Title of the memo"
                    value={facts.title}
                    required
                    singleLine
                    maxLength={500}
                    onSave={(title) => void update.act({ id, title })}
                  />
                </h2>
                <MemoEditor
                  document={opened.document}
                  styleId={facts.styleId}
                  locale={facts.locale}
                  label={`Text of the memo ${facts.title}`}
                  onChange={change}
                  onTouched={touched}
                  onEditor={setEditor}
                  autoFocus={pane === 'main' && isEmpty}
                />
              </article>
            </div>
          </WithSide>
        </MemoCommentsContext>
      </CommentOpening>
      {editor && scroller && pane !== 'preview' && (
        <FindingMarks memoId={id} editor={editor} scroller={scroller} onStep={() => side.show('check')} />
      )}
      {editor && !focus.on && <MemoFoot editor={editor} memoId={id} />}
      {showRevisions && (
        <RevisionsDialog
          memo={facts}
          flush={flush}
          onClose={() => setShowRevisions(false)}
          onRestored={({ version, modifiedAt }) => {
            saver.adopt(version, modifiedAt);
            setShowRevisions(false);
            onReopen();
          }}
        />
      )}
    </div>
  );
});
