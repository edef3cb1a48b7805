import { useMemo, type ReactNode } from 'react';
import { useNavigation } from '../../app/navigation';
import { useCall } from '../../client';
import { relationInWords } from '../../../shared/actors/relations';
import { roleInWords } from '../../../shared/actors/roles';
import { compareEdtf, isEdtf } from '../../../shared/dates/edtf';
import type { ActorDetail } from '../../../shared/domain/actors';
import type { EventSummary } from '../../../shared/domain/events';
import { Button, DateText, Section } from '../../ui';
import { PositionMark } from '../claims/PositionMark';
import styles from './actors.module.css';

interface Moment {
  key: string;
  date: string;
  what: string;
  content: ReactNode;
}

/** Everything of the actor that has a date, in its order: roles and relations as they begin and end, positions, events. */
export function TimelineSection({ actor }: { actor: ActorDetail }) {
  const { open } = useNavigation();
  const events = useCall('events.list', { actorId: actor.id }).data;
  const moments = useMemo(() => momentsOf(actor, events ?? [], open), [actor, events, open]);
  if (moments.length === 0) return null;
  return (
    <Section title="Timeline" count={moments.length}>
      <table className={styles['table']}>
        <tbody>
          {moments.map((moment) => (
            <tr key={moment.key}>
              <td className={styles['quiet']}>
                <DateText date={moment.date} />
              </td>
              <td className={styles['quiet']}>{moment.what}</td>
              <td>{moment.content}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}

function momentsOf(
  actor: ActorDetail,
  events: readonly EventSummary[],
  open: ReturnType<typeof useNavigation>['open'],
): Moment[] {
  const moments: Moment[] = [];
  const add = (key: string, date: string, what: string, content: ReactNode) => {
    if (date !== '') moments.push({ key, date, what, content });
  };
  for (const [name, what] of [
    ['birthDate', 'Born'],
    ['deathDate', 'Died'],
    ['incorporationDate', 'Founded'],
    ['dissolutionDate', 'Dissolved'],
  ] as const) {
    add(name, actor.properties[name] ?? '', what, name === 'birthDate' ? (actor.properties['birthPlace'] ?? '') : '');
  }
  for (const role of actor.roles) {
    add(`${role.id} from`, role.from, 'Role begins', roleInWords(role));
    add(`${role.id} to`, role.to, 'Role ends', roleInWords(role));
  }
  for (const relation of actor.relations) {
    const backward = relation.toId === actor.id;
    const words = `${relationInWords(relation, backward)} ${backward ? relation.fromName : relation.toName}`;
    add(`${relation.id} from`, relation.from, 'Relation begins', words);
    add(`${relation.id} to`, relation.to, 'Relation ends', words);
  }
  for (const position of actor.positions) {
    add(
      position.id,
      position.date,
      'Position',
      <>
        <PositionMark stance={position.stance} manner={position.manner} />{' '}
        <Button
          look="link"
          className={styles['claimLink']}
          onClick={() => open({ view: 'claims', id: position.claimId })}
        >
          {position.claimStatement}
        </Button>
      </>,
    );
  }
  for (const event of events) {
    const role = event.actors.find((each) => each.actorId === actor.id)?.role ?? '';
    // An event without a date is not lost: it stands last.
    moments.push({
      key: event.id,
      date: event.date,
      what: 'Event',
      content: (
        <>
          <Button look="link" onClick={() => open({ view: 'events', id: event.id })}>
            {event.title}
          </Button>
          {role && <span className={styles['quiet']}> · {role}</span>}
        </>
      ),
    });
  }
  return moments.filter(({ date }) => isEdtf(date)).sort((a, b) => compareEdtf(a.date, b.date));
}
