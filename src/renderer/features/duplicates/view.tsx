import { useEffect, useState } from 'react';
import type { DuplicatePair, DuplicateSide } from '../../../shared/domain/duplicates';
import { ListPane } from '../../app/ListFrame';
import { useNavigation } from '../../app/navigation';
import { defineView, type DetailProps, type ListProps } from '../../app/views';
import { usePages } from '../../client';
import { Button } from '../../ui/Button';
import { DateText } from '../../ui/DateText';
import { EmptyState } from '../../ui/EmptyState';
import { List } from '../../ui/List';
import { confidenceWords } from './compared';
import { MergePage } from './MergePage';
import styles from './duplicates.module.css';

const keyOf = ({ first, second }: DuplicatePair) => `${first.id} ${second.id}`;

/** Pairs that look like one source, the surest first; or those that somebody keeps apart. The first one is open at once. */
function DuplicatesList({ place }: ListProps<'duplicates'>) {
  const { replace } = useNavigation();
  const [apart, setApart] = useState(false);
  const pages = usePages(apart ? 'duplicates.apart' : 'duplicates.list', {});
  const first = pages.items[0];
  const open = place.firstId === undefined ? undefined : `${place.firstId} ${place.secondId ?? ''}`;
  useEffect(() => {
    if (open === undefined && first)
      replace({ view: 'duplicates', firstId: first.first.id, secondId: first.second.id });
  }, [open, first, replace]);
  return (
    <ListPane label="Duplicates" title={apart ? 'Kept apart' : 'Duplicates'} count={pages.total}>
      <div className={styles.scope}>
        <Button look="link" onClick={() => setApart(!apart)}>
          {apart ? 'Show what looks like one' : 'Show what you keep apart'}
        </Button>
      </div>
      <List
        label="Pairs of sources"
        items={pages.items}
        keyOf={keyOf}
        textOf={({ first: { title } }) => title}
        rowHeight={92}
        autoFocus
        selected={open === undefined ? [] : [open]}
        onSelect={(_, [pair]) =>
          pair && replace({ view: 'duplicates', firstId: pair.first.id, secondId: pair.second.id })
        }
        onNearEnd={pages.more}
        renderRow={(pair) => <PairRow pair={pair} />}
        empty={pages.loading ? undefined : <NoDuplicates apart={apart} />}
      />
    </ListPane>
  );
}

function PairRow({ pair: { first, second, confidence, reasons } }: { pair: DuplicatePair }) {
  return (
    <div className={styles.pair}>
      <SideLine side={first} />
      <SideLine side={second} />
      <span className={styles.why}>
        {reasons.length > 0
          ? `${confidenceWords[confidence]}: ${reasons.join('; ').toLocaleLowerCase('en')}`
          : 'Kept apart'}
      </span>
    </div>
  );
}

function SideLine({ side }: { side: DuplicateSide }) {
  return (
    <span className={styles.side}>
      <span className={styles.sideTitle} dir="auto">
        {side.title}
      </span>
      <DateText date={side.issued} />
    </span>
  );
}

function NoDuplicates({ apart }: { apart: boolean }) {
  return apart ? (
    <EmptyState title="Nothing is kept apart">
      When two sources look like one and are not, choose “They are two sources”. The pair comes here and is not proposed
      again.
    </EmptyState>
  ) : (
    <EmptyState title="No two sources look like one" command="source.import">
      The same article often comes in twice: as a page and as a PDF, from a bibliography and from the web. Pairs with
      the same DOI, ISBN, address, file or text, or nearly the same title, authors and year come here, to be merged or
      kept apart.
    </EmptyState>
  );
}

function DuplicatesDetail({ place: { firstId, secondId } }: DetailProps<'duplicates'>) {
  if (firstId === undefined || secondId === undefined) return null;
  // subtle: keyed, so that what was chosen for one pair is not chosen for the next.
  return <MergePage key={`${firstId} ${secondId}`} firstId={firstId} secondId={secondId} />;
}

export const view = defineView({
  name: 'duplicates',
  title: 'Duplicates',
  List: DuplicatesList,
  Detail: DuplicatesDetail,
});
