import { useMemo } from 'react';
import { NounList } from '../../app/NounList';
import { useChoice } from '../../app/preferences';
import { useFiltered } from '../../app/useFiltered';
import type { ListProps } from '../../app/views';
import { useCall } from '../../client';
import type { ClaimSummary } from '../../../shared/domain/claims';
import { count, EmptyState, FilterBar, Select, StatusMark } from '../../ui';
import { AsOfControl, useAsOf } from './asOf';
import styles from './claims.module.css';
import { statusFilter, statusOptions, type StatusFilter } from './statusFilter';

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

function claimFacts(claim: ClaimSummary): string {
  const facts = [
    claim.supports > 0 && `${claim.supports} for`,
    claim.contradicts > 0 && `${claim.contradicts} against`,
    claim.positions > 0 && count(claim.positions, 'position'),
  ].filter(Boolean);
  return facts.length > 0 ? facts.join(' · ') : 'No evidence yet';
}

const statementOf = (claim: ClaimSummary) => claim.statement;

export function ClaimsList({ place }: ListProps<'claims'>) {
  const [status, setStatus] = useChoice<StatusFilter>('claims.status', statusFilter, 'any');
  const [asOf] = useAsOf();
  const claims = useCall('claims.list', { asOf }, { keepPrevious: true });
  const ofStatus = useMemo(
    () => claims.data?.filter((claim) => status === 'any' || claim.status === status),
    [claims.data, status],
  );
  const { filter, setFilter, shown } = useFiltered(ofStatus, statementOf);
  return (
    <>
      <FilterBar noun="claims" value={filter} onChange={setFilter}>
        <Select label="Status" hideLabel value={status} options={statusOptions} onChange={setStatus} />
        <AsOfControl />
      </FilterBar>
      <NounList
        kind="claim"
        items={shown}
        textOf={statementOf}
        rowHeight={78}
        selectedId={place.id}
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
