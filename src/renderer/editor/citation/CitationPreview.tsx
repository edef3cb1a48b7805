import type { Run } from '../../../shared/citing/types';
import type { CitationItem } from '../../../shared/memo/document';
import { useCall } from '../../client';
import styles from '../cards.module.css';
import { useChipLooks } from '../rendering';
import { Runs } from '../Runs';

/** On hover: the note as it will be printed, the full entry of each source, and the quotation the citation rests on. */
export function CitationPreview({ items, runs }: { items: readonly CitationItem[]; runs: readonly Run[] | null }) {
  return (
    <div className={styles.preview}>
      {runs && (
        <p className={styles.previewNote}>
          <Runs runs={runs} />
        </p>
      )}
      {items.map((item, index) => (
        <PreviewItem key={index} item={item} />
      ))}
      <p className={styles.previewHint}>Enter opens it</p>
    </div>
  );
}

function PreviewItem({ item }: { item: CitationItem }) {
  const { bibliography } = useChipLooks();
  const entry = bibliography.find(({ sourceId }) => sourceId === item.sourceId);
  const source = useCall('sources.get', { id: item.sourceId }, { enabled: entry === undefined });
  const excerpt = useCall('excerpts.get', { id: item.excerptId ?? '' }, { enabled: item.excerptId !== null }).data;
  return (
    <div className={styles.previewItem}>
      <p>
        {entry ? (
          <Runs runs={entry.runs} />
        ) : source.error ? (
          'This source is not in the library any more. Restore it from the Trash, or cite another.'
        ) : (
          source.data && `${source.data.shortCitation}. ${source.data.title}`
        )}
      </p>
      {excerpt && (
        <blockquote className={styles.previewQuote} dir="auto">
          {excerpt.text}
        </blockquote>
      )}
    </div>
  );
}
