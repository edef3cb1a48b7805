import { useState } from 'react';
import { useNavigation } from '../../app/navigation';
import { relationInWords } from '../../../shared/actors/relations';
import { Button } from '../../ui';
import { tieInWords } from '../actors/TogetherSection';
import styles from './network.module.css';
import type { VisibleNetwork } from './visible';

const MORE = 200;

/** The same ties as in the picture, in words, the heaviest first. */
export function NetworkTable({ network }: { network: VisibleNetwork }) {
  const { open } = useNavigation();
  const [most, setMost] = useState(MORE);
  const names = new Map(network.actors.map(({ id, name }) => [id, name]));
  const link = (id: string) => (
    <Button look="link" onClick={() => open({ view: 'actors', id })}>
      <bdi>{names.get(id) ?? ''}</bdi>
    </Button>
  );
  return (
    <div className={styles['tableWrap']} tabIndex={0} role="region" aria-label="Ties between actors">
      <table className={styles['table']}>
        <thead>
          <tr>
            <th scope="col">Actor</th>
            <th scope="col">Tied to</th>
            <th scope="col">By</th>
            <th scope="col">Relation</th>
          </tr>
        </thead>
        <tbody>
          {network.ties.slice(0, most).map((tie) => {
            const [first, second] = tie.relations[0]?.from === tie.b ? [tie.b, tie.a] : [tie.a, tie.b];
            return (
              <tr key={`${tie.a} ${tie.b}`}>
                <td>{link(first)}</td>
                <td>{link(second)}</td>
                <td className={styles['quiet']}>{tieInWords(tie)}</td>
                <td>{tie.relations.map((each) => relationInWords(each, each.from !== first)).join(', ')}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {network.ties.length > most && (
        <Button onClick={() => setMost(most + 5 * MORE)}>
          Show more ({(network.ties.length - most).toLocaleString('en')} left)
        </Button>
      )}
    </div>
  );
}
