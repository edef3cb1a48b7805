import { useEffect } from 'react';
import { ListPane } from '../../app/ListFrame';
import { useNavigation } from '../../app/navigation';
import { useMedia } from '../../app/useMedia';
import type { ListProps } from '../../app/views';
import { useCall } from '../../client';
import { Button } from '../../ui/Button';
import { EmptyState } from '../../ui/EmptyState';
import { List } from '../../ui/List';
import { placeInSource } from '../excerpts/ExcerptCard';
import { ExcerptRow } from '../excerpts/view';
import { useToSettle } from './useToSettle';
import styles from './anchors.module.css';

/** Id of the list, for whoever gives it the focus back. */
export const settleListId = 'to-settle';

/** The excerpts that need a look. The first one is open at once: there is nothing to choose, only to go through. */
export function SettleList({ place }: ListProps<'settle'>) {
  const { open, openBeside, replace } = useNavigation();
  const { id, sourceId } = place;
  const { items, total, loading, more } = useToSettle(sourceId);
  const source = useCall('sources.get', { id: sourceId ?? '' }, { enabled: sourceId !== undefined }).data;
  const first = items[0]?.id;
  // In a window of one column the page would take the place of the list.
  const hasRoom = useMedia('(min-width: 680px)');
  useEffect(() => {
    if (hasRoom && id === undefined && first !== undefined) replace({ ...place, id: first });
  }, [hasRoom, id, first, place, replace]);
  return (
    <ListPane label="To settle" title="To settle" count={total}>
      {sourceId !== undefined && (
        <div className={styles.scope}>
          <span className={styles.scopeTitle} dir="auto">
            {source?.title}
          </span>
          <Button look="link" onClick={() => open({ view: 'settle' })}>
            All sources
          </Button>
        </div>
      )}
      <List
        id={settleListId}
        label="Excerpts to settle"
        items={items}
        keyOf={(excerpt) => excerpt.id}
        textOf={({ text }) => text}
        // Letters and digits decide about the excerpt that is open.
        typeAhead={false}
        autoFocus
        rowHeight={116}
        selected={id ? [id] : []}
        onSelect={([chosen]) => chosen && replace({ ...place, id: chosen })}
        onOpen={(excerpt, beside) => (beside ? openBeside : open)(placeInSource(excerpt))}
        onNearEnd={more}
        renderRow={(excerpt) => <ExcerptRow excerpt={excerpt} />}
        empty={loading ? undefined : <NothingToSettle />}
      />
    </ListPane>
  );
}

/** Says what comes here, and how. */
export function NothingToSettle() {
  const { open } = useNavigation();
  return (
    <EmptyState
      title="Nothing to settle"
      acts={
        <Button look="secondary" onClick={() => open({ view: 'sources' })}>
          Go to sources
        </Button>
      }
    >
      Open a source and choose “Capture again…” when its page has changed. Excerpts whose words are the same are found
      by themselves. Those that changed, could stand in several places, or are gone come here, and you decide.
    </EmptyState>
  );
}
