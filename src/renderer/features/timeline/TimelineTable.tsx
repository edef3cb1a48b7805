import { useState } from 'react';
import { displayDate } from '../../../shared/dates/display';
import type { TimelineEvent } from '../../../shared/domain/timeline';
import type { TimelineItem } from '../../../shared/timeline/lanes';
import { Button, DateText } from '../../ui';
import { PositionMark } from '../claims/PositionMark';
import { DatesConflict } from '../events/DatesConflict';
import styles from './timeline.module.css';

const MORE = 200;

export interface TimelineTableProps {
  /** In order. */
  items: readonly TimelineItem[];
  undated: readonly TimelineEvent[];
  onOpen: (item: TimelineItem) => void;
  onOpenEvent: (id: string) => void;
}

/** The same as in the picture, in words and in order, the undated last. */
export function TimelineTable({ items, undated, onOpen, onOpenEvent }: TimelineTableProps) {
  const [most, setMost] = useState(MORE);
  const left = items.length + undated.length - most;
  return (
    <div className={styles['tableWrap']} tabIndex={0} role="region" aria-label="Events in order of date">
      <table className={styles['table']}>
        <thead>
          <tr>
            <th scope="col">Date</th>
            <th scope="col">What</th>
            <th scope="col">Who</th>
            <th scope="col">Other dates in sources</th>
          </tr>
        </thead>
        <tbody>
          {items.slice(0, most).map((item) => (
            <tr key={`${item.kind} ${item.key}`}>
              <td className={styles['date']}>
                <DateText date={item.date} />
              </td>
              <td>
                {item.kind === 'position' && (
                  <>
                    <PositionMark stance={item.position.stance} manner={item.position.manner} />{' '}
                  </>
                )}
                <Button look="link" onClick={() => onOpen(item)}>
                  <bdi>{item.kind === 'event' ? item.title : item.position.statement}</bdi>
                </Button>
              </td>
              <td className={styles['quiet']}>
                {item.kind === 'event' ? namesOf(item.event) : item.position.actorName}
              </td>
              <td>{item.kind === 'event' && <OtherDates event={item.event} />}</td>
            </tr>
          ))}
          {undated.slice(0, Math.max(0, most - items.length)).map((event) => (
            <tr key={event.id}>
              <td className={styles['quiet']}>Undated</td>
              <td>
                <Button look="link" onClick={() => onOpenEvent(event.id)}>
                  {event.title}
                </Button>
              </td>
              <td className={styles['quiet']}>{namesOf(event)}</td>
              <td>
                <OtherDates event={event} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {left > 0 && (
        <Button onClick={() => setMost(most + 5 * MORE)}>Show more ({left.toLocaleString('en')} left)</Button>
      )}
    </div>
  );
}

const namesOf = ({ actors }: TimelineEvent) => [...new Set(actors.map(({ name }) => name))].join(', ');

function OtherDates({ event }: { event: TimelineEvent }) {
  if (event.otherDates.length === 0) return null;
  const dates = event.otherDates.map((date) => displayDate(date)).join(', ');
  return event.datesConflict ? <DatesConflict label={`${dates}: in conflict`} /> : <span>{dates}</span>;
}
