import { Check, RotateCcw, Trash2 } from 'lucide-react';
import type { MemoComment } from '../../../../shared/memo/document';
import { DateText, IconButton, InlineText } from '../../../ui';
import styles from './comments.module.css';

export interface CommentCardProps {
  comment: MemoComment;
  onText: (text: string) => void;
  onResolved: (resolved: boolean) => void;
  onRemove: () => void;
}

/** What a comment says, written where it stands. */
export function CommentCard({ comment, onText, onResolved, onRemove }: CommentCardProps) {
  const { text, createdAt, resolved } = comment;
  return (
    <>
      <InlineText
        label="Comment"
        value={text}
        placeholder="A remark to yourself"
        keeps
        maxLength={20_000}
        className={styles.text}
        onSave={onText}
      />
      <div className={styles.cardFoot}>
        <DateText date={createdAt.slice(0, 10)} />
        <span className={styles.acts}>
          <IconButton
            small
            label={resolved ? 'Open the comment again' : 'Resolve the comment'}
            icon={resolved ? <RotateCcw size={13} /> : <Check size={13} />}
            onClick={() => onResolved(!resolved)}
          />
          <IconButton small label="Delete the comment" icon={<Trash2 size={13} />} onClick={onRemove} />
        </span>
      </div>
    </>
  );
}
