import { Quote, Trash2 } from 'lucide-react';
import type { Excerpt } from '../../../shared/domain/excerpts';
import { useAct } from '../../client';
import { Button } from '../../ui/Button';
import { IconButton } from '../../ui/IconButton';
import { useToasts } from '../../ui/Toast';
import { StandingLine } from '../anchors/StandingLine';
import { citedText } from './copy';
import { ExcerptEditor } from './ExcerptEditor';
import { ExcerptLinks } from './ExcerptLinks';
import { AddActor, AddToClaim } from './LinkPickers';
import styles from './excerpts.module.css';

/** The place of an excerpt in its source. */
export function placeInSource({ sourceId, anchor }: Excerpt) {
  const { snapshotId, start, end } = anchor;
  return { view: 'sources' as const, id: sourceId, at: { snapshotId, start, end } };
}

/** What can be done with an excerpt, the same wherever one is open. */
function ExcerptActs({ excerpt, onQuote }: { excerpt: Excerpt; onQuote?: (() => void) | undefined }) {
  const toasts = useToasts();
  const trash = useAct('excerpts.trash', { success: 'Excerpt moved to the Trash' });
  const copy = () =>
    navigator.clipboard.writeText(citedText(excerpt)).then(
      () => toasts.say('Copied with its citation'),
      () => toasts.fail({ message: 'The clipboard is not available. Select the text and copy it by hand.' }),
    );
  return (
    <div className={styles.acts}>
      {onQuote && (
        <Button icon={<Quote size={14} aria-hidden />} onClick={onQuote}>
          Quote in memo
        </Button>
      )}
      <AddToClaim excerptId={excerpt.id} />
      <AddActor excerptId={excerpt.id} present={excerpt.actorIds} />
      <Button onClick={() => void copy()}>Copy</Button>
      <IconButton
        label="Move to the Trash"
        icon={<Trash2 size={14} />}
        onClick={() => void trash.act({ id: excerpt.id })}
      />
    </div>
  );
}

export interface ExcerptCardProps {
  excerpt: Excerpt;
  startWithNote?: boolean;
  /** The snapshot in whose text it is open; its own where left out. */
  shownIn?: string | undefined;
  onQuote?: (() => void) | undefined;
}

/** An open excerpt: its links, what the researcher says of it, and what can be done with it. */
export function ExcerptCard({
  excerpt,
  startWithNote = false,
  shownIn = excerpt.anchor.snapshotId,
  onQuote,
}: ExcerptCardProps) {
  return (
    <div className={styles.editor}>
      <StandingLine excerpt={excerpt} shownIn={shownIn} />
      <ExcerptLinks excerpt={excerpt} removable />
      <ExcerptEditor key={excerpt.id} excerpt={excerpt} startWithNote={startWithNote} />
      <ExcerptActs excerpt={excerpt} onQuote={onQuote} />
    </div>
  );
}
