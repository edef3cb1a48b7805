import { HISTORY_PUSH_TAG } from 'lexical';
import { use, useEffect, useRef, type FocusEvent } from 'react';
import { $changeComment, $removeComment } from '../../../editor/comments/comments';
import type { PlacedComment } from '../../../editor/comments/useComments';
import { editorShortcuts } from '../../../editor/keys';
import { ownStep } from '../../../editor/chips/keys';
import { Button, cx, EmptyState, Kbd } from '../../../ui';
import { markRanges } from '../../../ui/marks';
import type { SidePanelProps } from '../side/panels';
import { CommentCard } from './CommentCard';
import { showWords } from './showWords';
import { useBesideLines } from './useBesideLines';
import { MemoCommentsContext } from './useMemoComments';
import styles from './comments.module.css';

const none: readonly PlacedComment[] = [];

/** The comments of a memo, each beside the line with its words, moving with the text. */
export function CommentsPanel({ editor, scroller }: SidePanelProps) {
  const comments = use(MemoCommentsContext);
  const column = useRef<HTMLDivElement>(null);
  const { placed = none, shown = none, active = null, showResolved = false } = comments ?? {};
  const settled = placed.filter(({ resolved }) => resolved).length;
  const tops = useBesideLines({ editor, scroller, column, shown, activeId: active?.id });

  useEffect(() => {
    if (!active?.write || !comments) return;
    const field = column.current?.querySelector<HTMLElement>(`[data-comment-card="${active.id}"] textarea`);
    if (!field) return;
    field.focus({ preventScroll: true });
    comments.open(active.id, false);
  }, [active, placed, comments]);

  // Words that are marked light up in the text.
  useEffect(() => {
    const keys = placed.find(({ id }) => id === active?.id)?.keys ?? [];
    const ranges = keys.flatMap((key) => {
      const element = editor.getElementByKey(key);
      if (!element) return [];
      const range = document.createRange();
      range.selectNodeContents(element);
      return [range];
    });
    return markRanges('memo-comment', ranges);
  }, [editor, placed, active]);

  if (!comments || placed.length === 0) {
    return (
      <EmptyState title="No comments">
        Remarks to yourself, beside the words they are about. Select words and press{' '}
        <Kbd shortcut={editorShortcuts.comment} />. They stay out of what you export.
      </EmptyState>
    );
  }
  const { open, close, setShowResolved } = comments;
  const leave = (event: FocusEvent<HTMLElement>, id: string) => {
    if (event.currentTarget.contains(event.relatedTarget)) return;
    // One that was begun and says nothing is none.
    const said = event.currentTarget.querySelector('textarea')?.value.trim() ?? '';
    const empty = placed.find((comment) => comment.id === id)?.text === '' && said === '';
    if (empty) editor.update(() => $removeComment(id), ownStep);
  };
  return (
    <div className={styles.panel}>
      <div
        className={styles.view}
        onWheel={(event) => {
          scroller.scrollBy({ top: event.deltaY });
        }}
      >
        <div ref={column} className={styles.column}>
          {shown.map((comment) => (
            <div
              key={comment.id}
              role="group"
              aria-label="Comment"
              data-comment-card={comment.id}
              className={cx(
                styles.card,
                comment.id === active?.id && styles.active,
                comment.resolved && styles.resolved,
              )}
              style={{ top: tops.get(comment.id), opacity: tops.has(comment.id) ? 1 : 0 }}
              onFocus={() => {
                if (comment.id === active?.id) return;
                open(comment.id, false);
                showWords(editor, scroller, comment.keys);
              }}
              onBlur={(event) => leave(event, comment.id)}
            >
              <CommentCard
                comment={comment}
                onText={(text) => editor.update(() => $changeComment(comment.id, { text }), ownStep)}
                onResolved={(resolved) => editor.update(() => $changeComment(comment.id, { resolved }), ownStep)}
                onRemove={() => {
                  close();
                  const tag = HISTORY_PUSH_TAG;
                  editor.update(() => $removeComment(comment.id), { tag, onUpdate: () => editor.focus() });
                }}
              />
            </div>
          ))}
        </div>
      </div>
      {settled > 0 && (
        <div className={styles.foot}>
          <Button look="link" onClick={() => setShowResolved(!showResolved)}>
            {showResolved ? 'Hide the resolved' : `Show ${settled.toLocaleString()} resolved`}
          </Button>
        </div>
      )}
    </div>
  );
}
