import { useMemo, useState } from 'react';
import * as v from 'valibot';
import { setDragged } from '../../app/dragging';
import { useNavigation } from '../../app/navigation';
import { useChoice } from '../../app/preferences';
import type { ListProps } from '../../app/views';
import { useAct, useCall } from '../../client';
import { claimStatuses, type ClaimStatus, type ClaimSummary } from '../../../shared/domain/claims';
import { fold } from '../../../shared/search';
import { EmptyState, FilterBar, List, Select, StatusMark, statusNames } from '../../ui';
import styles from './claims.module.css';
import { count } from './words';

type StatusFilter = ClaimStatus | 'any';
const statusFilter = v.picklist(['any', ...claimStatuses]);
const statusOptions = [
  { value: 'any' as StatusFilter, label: 'Any status' },
  ...claimStatuses.map((status) => ({
    value: status as StatusFilter,
    label: statusNames[status],
    icon: <StatusMark status={status} />,
  })),
];

/** A claim as it looks in every list: status shape, statement, counts for and against. */
export function ClaimRow({ claim }: { claim: ClaimSummary }) {
  return (
    <div className={styles['row']}>
      <div className={styles['mark']}>
        <StatusMark status={claim.status} />
      </div>
      <div className={styles['statement']} dir="auto">
        {claim.statement}
      </div>
      <div className={styles['facts']}>{claimFacts(claim)}</div>
    </div>
  );
}

export function claimFacts(claim: ClaimSummary): string {
  const facts = [
    claim.supports > 0 && `${claim.supports} for`,
    claim.contradicts > 0 && `${claim.contradicts} against`,
    claim.positions > 0 && count(claim.positions, 'position'),
  ].filter(Boolean);
  return facts.length > 0 ? facts.join(' · ') : 'No evidence yet';
}

export function ClaimsList({ place }: ListProps<'claims'>) {
  const { replace, openBeside } = useNavigation();
  const [filter, setFilter] = useState('');
  const [status, setStatus] = useChoice<StatusFilter>('claims.status', statusFilter, 'any');
  const claims = useCall('claims.list', {});
  const trash = useAct('claims.trash', { success: 'Claim moved to the Trash' });
  const shown = useMemo(() => {
    const words = fold(filter).trim().split(/\s+/).filter(Boolean);
    return (claims.data ?? []).filter((claim) => {
      const text = fold(claim.statement);
      return (status === 'any' || claim.status === status) && words.every((word) => text.includes(word));
    });
  }, [claims.data, filter, status]);
  return (
    <>
      <FilterBar noun="claims" value={filter} onChange={setFilter}>
        <Select label="Status" hideLabel value={status} options={statusOptions} onChange={setStatus} />
      </FilterBar>
      <List
        label="Claims"
        items={shown}
        keyOf={({ id }) => id}
        textOf={({ statement }) => statement}
        rowHeight={78}
        selected={place.id ? [place.id] : []}
        onSelect={([id]) => id && replace({ view: 'claims', id })}
        onOpen={({ id }, beside) => beside && openBeside({ view: 'claims', id })}
        onDelete={(items) => items.forEach(({ id }) => void trash.act({ id }))}
        menuFor={([claim]) =>
          claim
            ? [
                {
                  label: 'Open beside',
                  shortcut: 'mod+enter',
                  run: () => openBeside({ view: 'claims', id: claim.id }),
                },
                'line',
                {
                  label: 'Move to the Trash',
                  shortcut: 'delete',
                  dangerous: true,
                  run: () => void trash.act({ id: claim.id }),
                },
              ]
            : []
        }
        onDragStart={(event, items) =>
          setDragged(
            event.dataTransfer,
            items.map(({ id }) => ({ kind: 'claim', id })),
            items.map(({ statement }) => statement).join('\n'),
          )
        }
        renderRow={(claim) => <ClaimRow claim={claim} />}
        empty={
          claims.isPending ? undefined : (claims.data?.length ?? 0) > 0 ? (
            <EmptyState title="No claim like that">Try fewer words or another status.</EmptyState>
          ) : (
            <EmptyState title="No claims yet" command="claim.new">
              A claim is one proposition that can be true or false. Gather what speaks for and against it, and who said
              so when.
            </EmptyState>
          )
        }
      />
    </>
  );
}
