import { useCallback, useMemo, useState } from 'react';
import * as v from 'valibot';
import { id } from '../../../shared/domain/common';
import { matrixAcross, type Matrix, type MatrixAcross } from '../../../shared/domain/matrix';
import { keyOf } from '../../../shared/claims/matrix';
import { useChoice } from '../../app/preferences';
import { useCall } from '../../client';
import { count, EmptyState, Select } from '../../ui';
import { AsOfControl, useAsOf } from '../claims/asOf';
import { statusFilter, statusOptions, type StatusFilter } from '../claims/statusFilter';
import { CellDetail } from './CellDetail';
import { DateSlider } from './DateSlider';
import { MatrixGrid } from './MatrixGrid';
import { MatrixMenu } from './MatrixMenu';
import styles from './matrix.module.css';

const acrossOptions = [
  { value: 'actors' as MatrixAcross, label: 'Claims × actors' },
  { value: 'sources' as MatrixAcross, label: 'Claims × sources' },
];
const anyId = v.union([v.literal(''), id]);

/** Who says what: claims down, actors or sources across, the latest position in each cell. */
export function MatrixPage() {
  const [across, setAcross] = useChoice<MatrixAcross>('matrix.across', v.picklist(matrixAcross), 'actors');
  const [status, setStatus] = useChoice<StatusFilter>('matrix.status', statusFilter, 'any');
  const [tagId, setTagId] = useChoice('matrix.tag', anyId, '');
  const [collectionId, setCollectionId] = useChoice('matrix.collection', anyId, '');
  const [asOf, setAsOf] = useAsOf();
  const question = useMemo(
    () => ({
      across,
      asOf,
      ...(status === 'any' ? {} : { statuses: [status] }),
      ...(tagId === '' ? {} : { tagId }),
      ...(collectionId === '' ? {} : { collectionId }),
    }),
    [across, asOf, status, tagId, collectionId],
  );
  const { data: matrix, error } = useCall('matrix.get', question, { keepPrevious: true });
  const [chosen, setChosen] = useState<{ claimId: string; columnId: string } | null>(null);
  const close = useCallback(() => setChosen(null), []);
  const cell = matrix && chosen ? findCell(matrix, chosen) : undefined;
  const narrowed = status !== 'any' || tagId !== '' || collectionId !== '';

  return (
    <section className={styles['page']} aria-label="Matrix">
      <header className={styles['bar']}>
        <h1>Matrix</h1>
        <Select label="Across" hideLabel value={across} options={acrossOptions} onChange={setAcross} />
        <Select label="Status" hideLabel value={status} options={statusOptions} onChange={setStatus} />
        <TagFilter value={tagId} onChange={setTagId} />
        <CollectionFilter value={collectionId} onChange={setCollectionId} />
        <span className={styles['space']} />
        {matrix && <MatrixMenu matrix={matrix} question={question} />}
      </header>
      {matrix && matrix.dates.length > 1 && (
        <div className={styles['time']}>
          <DateSlider dates={matrix.dates} value={asOf} onChange={setAsOf} />
          <AsOfControl />
        </div>
      )}
      {error ? (
        <EmptyState title={error.message} />
      ) : matrix === undefined ? null : matrix.claims.length === 0 || (matrix.columns.length === 0 && !narrowed) ? (
        <Empty narrowed={narrowed || (asOf !== '' && matrix.dates.length > 0)} anyClaims={matrix.claims.length > 0} />
      ) : (
        <div className={styles['body']}>
          <MatrixGrid matrix={matrix} chosen={chosen} onChoose={setChosen} />
          {chosen && matrix.claims.some(({ id: claim }) => claim === chosen.claimId) && (
            <CellDetail key={keyOf(chosen)} place={chosen} cell={cell} across={matrix.across} onClose={close} />
          )}
        </div>
      )}
      {matrix && matrix.claims.length > 0 && (
        <footer className={styles['foot']}>
          {count(matrix.claims.length, 'claim')} ·{' '}
          {count(matrix.columns.length, across === 'actors' ? 'actor' : 'source')}
          {across === 'actors' &&
            ' · held positions are solid; what is only reported of an actor is dashed and never counted'}
        </footer>
      )}
    </section>
  );
}

function findCell(matrix: Matrix, place: { claimId: string; columnId: string }): Matrix['cells'][number] | undefined {
  const cells: readonly Matrix['cells'][number][] = matrix.cells;
  return cells.find((cell) => keyOf(cell) === keyOf(place));
}

function TagFilter({ value, onChange }: { value: string; onChange: (tagId: string) => void }) {
  const tags = useCall('tags.list', {}).data ?? [];
  if (tags.length === 0) return null;
  const known = tags.some((tag) => tag.id === value);
  return (
    <Select
      label="Tag"
      hideLabel
      value={known ? value : ''}
      options={[{ value: '', label: 'Any tag' }, ...tags.map((tag) => ({ value: tag.id, label: tag.name }))]}
      onChange={onChange}
    />
  );
}

function CollectionFilter({ value, onChange }: { value: string; onChange: (collectionId: string) => void }) {
  const collections = useCall('collections.list', {}).data ?? [];
  if (collections.length === 0) return null;
  const known = collections.some((collection) => collection.id === value);
  return (
    <Select
      label="Collection"
      hideLabel
      value={known ? value : ''}
      options={[
        { value: '', label: 'Any collection' },
        ...collections.map((collection) => ({ value: collection.id, label: collection.name })),
      ]}
      onChange={onChange}
    />
  );
}

function Empty({ narrowed, anyClaims }: { narrowed: boolean; anyClaims: boolean }) {
  if (narrowed) {
    return <EmptyState title="Nothing to show">No claim fits this status, tag, collection and date.</EmptyState>;
  }
  if (anyClaims) {
    return (
      <EmptyState title="Nobody is on record yet">
        Open a claim and add positions: who asserts, denies or retracts it, and when. They meet here, actor by actor.
      </EmptyState>
    );
  }
  return (
    <EmptyState title="Who says what, at a glance" command="claim.new">
      State claims, add who asserts or denies them and the excerpts they rest on. Here they stand side by side, on any
      date.
    </EmptyState>
  );
}
