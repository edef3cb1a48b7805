import { Download, Pencil, Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { byRank, scoreText } from '../../../shared/ach/table';
import type { AchTable } from '../../../shared/domain/ach';
import { useSaveOutcome } from '../../app/exporting';
import { useNavigation } from '../../app/navigation';
import { useAct, useCall } from '../../client';
import { Button, count, EmptyState, IconButton, Popover, StatusMark } from '../../ui';
import { ClaimPicker } from '../pickers/ClaimPicker';
import { AchForm } from './AchForm';
import { AchGrid } from './AchGrid';
import { EvidenceDialog } from './EvidenceDialog';
import styles from './ach.module.css';

/** One table: hypotheses by what is against them, then the evidence with its ratings. */
export function AchPage({ id }: { id: string }) {
  const { data: table, error } = useCall('ach.get', { id });
  const { replace } = useNavigation();
  const [editing, setEditing] = useState(false);
  const [adding, setAdding] = useState(false);
  const saveOutcome = useSaveOutcome();
  const exporting = useAct('exports.ach', { onSuccess: saveOutcome });
  const remove = useAct('ach.remove', { success: 'Table removed', onSuccess: () => replace({ view: 'ach' }) });
  if (error) return <EmptyState title={error.message} />;
  if (!table) return null;
  return (
    <article className={styles['page']} aria-label="Competing hypotheses" tabIndex={0}>
      <header className={styles['head']}>
        <h2 className={styles['title']} dir="auto">
          {table.title}
        </h2>
        <div className={styles['acts']}>
          <Button icon={<Download size={14} aria-hidden />} onClick={() => void exporting.act({ id })}>
            Export as spreadsheet
          </Button>
          <IconButton label="Edit the question" icon={<Pencil size={15} />} onClick={() => setEditing(true)} />
          <IconButton label="Remove this table" icon={<Trash2 size={15} />} onClick={() => void remove.act({ id })} />
        </div>
      </header>
      {table.note && <p className={styles['note']}>{table.note}</p>}
      <div className={styles['bar']}>
        <AddHypothesis table={table} />
        <Button icon={<Plus size={14} aria-hidden />} onClick={() => setAdding(true)}>
          Add evidence
        </Button>
        <span className={styles['quiet']} role="status">
          {summaryOf(table)}
        </span>
      </div>
      {table.hypothesisList.length > 0 && <Ranking table={table} />}
      {table.hypothesisList.length === 0 && table.itemList.length === 0 ? (
        <EmptyState title="Nothing is set against anything yet">
          Add at least two claims that cannot all be true, then the excerpts and claims that speak for or against them.
        </EmptyState>
      ) : (
        <AchGrid table={table} />
      )}
      {editing && <AchForm table={table} onClose={() => setEditing(false)} onSaved={() => {}} />}
      {adding && <EvidenceDialog table={table} onClose={() => setAdding(false)} />}
    </article>
  );
}

function summaryOf({ hypothesisList, itemList, unrated }: AchTable): string {
  if (hypothesisList.length < 2) return 'Two hypotheses at least make a choice.';
  if (itemList.length === 0) return 'Add what speaks for or against them.';
  return unrated === 0 ? 'Everything is rated.' : `${count(unrated, 'cell')} to rate.`;
}

function AddHypothesis({ table }: { table: AchTable }) {
  const [open, setOpen] = useState(false);
  const add = useAct('ach.addHypothesis', { onSuccess: () => setOpen(false) });
  const taken = [
    ...table.hypothesisList.map(({ claimId }) => claimId),
    ...table.itemList.flatMap(({ kind, targetId }) => (kind === 'claim' ? [targetId] : [])),
  ];
  return (
    <Popover
      label="Add a hypothesis"
      open={open}
      onOpenChange={setOpen}
      trigger={<Button icon={<Plus size={14} aria-hidden />}>Add hypothesis</Button>}
    >
      <div className={styles['picker']}>
        <ClaimPicker
          label="Claim that may be true"
          value=""
          without={taken}
          onChange={(claimId) => claimId && void add.act({ id: table.id, claimId })}
          clearOnChoose
          autoFocus
        />
      </div>
    </Popover>
  );
}

/** The hypotheses, the one with the least against it first. */
function Ranking({ table }: { table: AchTable }) {
  const { open } = useNavigation();
  const most = Math.max(1, ...table.hypothesisList.map(({ weighted }) => weighted));
  return (
    <section aria-label="Ranking" className={styles['ranking']}>
      <h3 className={styles['subTitle']}>Least against it first</h3>
      <ol>
        {byRank(table).map((one) => (
          <li key={one.id} className={styles['ranked']}>
            <span className={styles['rank']}>{one.rank}</span>
            <span className={styles['rankedClaim']} dir="auto">
              <StatusMark status={one.status} />{' '}
              <Button look="link" onClick={() => open({ view: 'claims', id: one.claimId })}>
                {one.statement}
              </Button>
            </span>
            <span className={styles['score']}>
              <svg className={styles['against']} viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden>
                <rect width={(100 * one.weighted) / most} height="6" rx="1" />
              </svg>
              <span>
                {scoreText(one.weighted)} against, {scoreText(one.score)} unweighted
              </span>
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
