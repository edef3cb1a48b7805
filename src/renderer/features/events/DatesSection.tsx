import { Ellipsis, Plus } from 'lucide-react';
import { useState } from 'react';
import { useNavigation } from '../../app/navigation';
import { useAct } from '../../client';
import type { EventDetail } from '../../../shared/domain/events';
import { Button, DateText, IconButton, Menu, Section } from '../../ui';
import { placeInSource } from '../excerpts/ExcerptCard';
import { DateDialog } from './DateDialog';
import { DatesConflict } from './DatesConflict';
import styles from './events.module.css';
import { standingNames } from './words';

type GivenDate = EventDetail['dates'][number];

/** The dates that sources give the event: which is gone by, which is more precise, which cannot be true at once. */
export function DatesSection({ event }: { event: EventDetail }) {
  const [editing, setEditing] = useState<GivenDate | 'new' | null>(null);
  const goBy = useAct('events.goByDate', { success: 'The event goes by this date' });
  const remove = useAct('events.removeDate', { success: 'Date removed' });
  return (
    <Section
      title="Dates in sources"
      count={event.dates.length}
      acts={
        <Button icon={<Plus size={14} aria-hidden />} onClick={() => setEditing('new')}>
          Add date
        </Button>
      }
    >
      {event.datesConflict && (
        <p className={styles['conflictLine']}>
          <DatesConflict /> They have no day in common. The event goes by{' '}
          {event.date === '' ? 'none of them' : <DateText date={event.date} long />}.
        </p>
      )}
      {event.dates.length === 0 ? (
        <p className={styles['quiet']}>None put down. Add what a source says where it is more exact, or disagrees.</p>
      ) : (
        <table className={styles['table']}>
          <thead>
            <tr>
              <th scope="col">Date</th>
              <th scope="col">Beside the event’s</th>
              <th scope="col">Rests on</th>
              <th scope="col">
                <span className="visually-hidden">Acts</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {event.dates.map((given) => (
              <tr key={given.id}>
                <td className={styles['dateCell']}>
                  <DateText date={given.date} />
                </td>
                <td>
                  {given.standing === 'conflict' ? (
                    <DatesConflict label={standingNames.conflict} />
                  ) : (
                    standingNames[given.standing]
                  )}
                  {given.note && <div className={styles['note']}>{given.note}</div>}
                </td>
                <td>
                  <RestsOn given={given} />
                </td>
                <td>
                  <Menu
                    align="end"
                    entries={[
                      ...(given.date === event.date
                        ? []
                        : [{ label: 'Go by this date', run: () => void goBy.act({ id: given.id }) }]),
                      { label: 'Edit', run: () => setEditing(given) },
                      { label: 'Remove', dangerous: true, run: () => void remove.act({ id: given.id }) },
                    ]}
                  >
                    <IconButton small label={`Change the date ${given.date}`} icon={<Ellipsis size={15} />} />
                  </Menu>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {editing && (
        <DateDialog event={event} given={editing === 'new' ? null : editing} onClose={() => setEditing(null)} />
      )}
    </Section>
  );
}

function RestsOn({ given: { excerpt } }: { given: GivenDate }) {
  const { open } = useNavigation();
  if (!excerpt) return <span className={styles['quiet']}>No excerpt</span>;
  return (
    <>
      <span className={styles['words']} dir="auto">
        {excerpt.text}
      </span>
      {excerpt.deletedAt !== null || excerpt.sourceTrashed ? (
        <span className={styles['quiet']}>{excerpt.shortCitation}, in the Trash</span>
      ) : (
        <Button look="link" onClick={() => open(placeInSource(excerpt))}>
          {excerpt.shortCitation}
        </Button>
      )}
    </>
  );
}
