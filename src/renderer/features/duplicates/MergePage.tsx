import { useId, useState } from 'react';
import type { SourceDetail } from '../../../shared/domain/sources';
import { originWords } from '../../../shared/sources/origins';
import { useNavigation } from '../../app/navigation';
import { useAct, useCall } from '../../client';
import { Button } from '../../ui/Button';
import { count } from '../../ui/count';
import { EmptyState } from '../../ui/EmptyState';
import { comparedFields, other, suggestedKept, suggestedSide, type ComparedField, type Side } from './compared';
import styles from './duplicates.module.css';

/** Two sources side by side: whose value each field takes, and what to do with them. */
export function MergePage({ firstId, secondId }: { firstId: string; secondId: string }) {
  const first = useCall('sources.get', { id: firstId });
  const second = useCall('sources.get', { id: secondId });
  const error = first.error ?? second.error;
  if (error) return <EmptyState title={error.message} />;
  if (!first.data || !second.data) return null;
  if (first.data.id === second.data.id || first.data.deletedAt || second.data.deletedAt) {
    return <EmptyState title="These are no longer two sources">Choose another pair on the left.</EmptyState>;
  }
  return <MergeForm first={first.data} second={second.data} />;
}

const sides = ['first', 'second'] as const;

function MergeForm({ first, second }: Record<Side, SourceDetail>) {
  const { replace, open } = useNavigation();
  const next = () => replace({ view: 'duplicates' });
  const merge = useAct('sources.merge', { success: 'Sources merged', onSuccess: next });
  const apart = useAct('duplicates.keepApart', { success: 'Kept apart; not proposed again', onSuccess: next });
  const again = useAct('duplicates.proposeAgain', { success: 'Proposed again' });
  const decided = useCall('duplicates.apart', { limit: 1000 }).data?.items ?? [];
  const isApart = decided.some((pair) => new Set([pair.first.id, pair.second.id, first.id, second.id]).size === 2);
  const [kept, setKept] = useState<Side>(() => suggestedKept(first, second));
  const [chosen, setChosen] = useState<Record<string, Side>>({});
  const sources = { first, second };
  const fields = comparedFields(first, second);
  const differing = fields.filter(({ same }) => !same);
  const alike = fields.filter(({ same }) => same);
  const sideOf = (field: string) => chosen[field] ?? suggestedSide(field, kept, sources);
  const [keeps, goes] = [sources[kept], sources[other(kept)]];

  const act = () =>
    void merge.act({
      keptId: keeps.id,
      otherId: goes.id,
      fields: differing.map(({ field }) => field).filter((field) => sideOf(field) !== kept),
    });
  return (
    <form
      className={styles.page}
      aria-label="Two sources side by side"
      onSubmit={(event) => {
        event.preventDefault();
        act();
      }}
    >
      <h2 className={styles.heading}>Are these one source?</h2>
      <p className={styles.lead}>
        Choose which one stays, and whose value each field takes. Texts, files, excerpts, notes, tags and collections of
        the other go to it, and citations of either go on working. You can undo this, or unmerge them later.
      </p>
      <div className={styles.table} role="group" aria-label="Fields">
        <ChoiceRow
          label="Stays, with its key"
          name="kept"
          value={kept}
          onChange={setKept}
          texts={{ first: `@${first.citationKey}`, second: `@${second.citationKey}` }}
          notes={{ first: belongings(first), second: belongings(second) }}
        />
        {differing.map((field) => (
          <FieldRow
            key={field.field}
            field={field}
            value={sideOf(field.field)}
            sources={sources}
            onChange={(side) => setChosen({ ...chosen, [field.field]: side })}
          />
        ))}
      </div>
      {alike.length > 0 && (
        <p className={styles.alike}>The same in both: {alike.map(({ label }) => label).join(', ')}.</p>
      )}
      <div className={styles.acts}>
        <Button type="submit" look="primary" disabled={merge.pending}>
          Merge into @{keeps.citationKey}
        </Button>
        {isApart ? (
          <Button look="secondary" onClick={() => void again.act({ firstId: first.id, secondId: second.id })}>
            Propose again
          </Button>
        ) : (
          <Button look="secondary" onClick={() => void apart.act({ firstId: first.id, secondId: second.id })}>
            They are two sources
          </Button>
        )}
        {sides.map((side) => (
          <Button key={side} look="link" onClick={() => open({ view: 'sources', id: sources[side].id })}>
            Open @{sources[side].citationKey}
          </Button>
        ))}
      </div>
    </form>
  );
}

function belongings({ snapshots, attachments, excerptCount }: SourceDetail): string {
  return [count(snapshots.length, 'text'), count(attachments.length, 'file'), count(excerptCount, 'excerpt')].join(
    ', ',
  );
}

interface FieldRowProps {
  field: ComparedField;
  value: Side;
  sources: Record<Side, SourceDetail>;
  onChange: (side: Side) => void;
}

function FieldRow({ field: { field, label, first, second }, value, sources, onChange }: FieldRowProps) {
  const origin = (side: Side) => originWords(sources[side].metadataOrigin[field]);
  return (
    <ChoiceRow
      label={label}
      name={field}
      value={value}
      onChange={onChange}
      texts={{ first, second }}
      notes={{ first: origin('first'), second: origin('second') }}
    />
  );
}

interface ChoiceRowProps {
  label: string;
  name: string;
  value: Side;
  onChange: (side: Side) => void;
  texts: Record<Side, string>;
  /** In small letters below. */
  notes: Record<Side, string>;
}

/** One line: two values, of which one is chosen. Arrow keys choose; Tab goes to the next line. */
function ChoiceRow({ label, name, value, onChange, texts, notes }: ChoiceRowProps) {
  const id = useId();
  return (
    <div className={styles.line} role="radiogroup" aria-labelledby={id}>
      <span id={id} className={styles.label}>
        {label}
      </span>
      {sides.map((side) => (
        <label key={side} className={styles.choice} data-chosen={value === side || undefined}>
          <input type="radio" name={`${id}-${name}`} checked={value === side} onChange={() => onChange(side)} />
          <span className={styles.value} dir="auto">
            {texts[side] || <em className={styles.nothing}>nothing</em>}
            {notes[side] !== '' && <span className={styles.note}>{notes[side]}</span>}
          </span>
        </label>
      ))}
    </div>
  );
}
