import { Waypoints } from 'lucide-react';
import { useState } from 'react';
import { useNavigation } from '../../app/navigation';
import { useCall } from '../../client';
import type { ActorTie } from '../../../shared/domain/network';
import { ActorChip, Button, count, Section } from '../../ui';
import styles from './actors.module.css';

const SHOWN = 12;

/** What two actors share, in words: "3 excerpts, 1 claim". */
export function tieInWords(tie: Pick<ActorTie, 'excerpts' | 'claims' | 'events' | 'relations'>): string {
  return [
    tie.excerpts > 0 && count(tie.excerpts, 'excerpt'),
    tie.claims > 0 && count(tie.claims, 'claim'),
    tie.events > 0 && count(tie.events, 'event'),
    tie.relations.length > 0 && count(tie.relations.length, 'relation'),
  ]
    .filter(Boolean)
    .join(', ');
}

/** The actors that stand together with this one, the most often first. */
export function TogetherSection({ actorId }: { actorId: string }) {
  const { open } = useNavigation();
  const [all, setAll] = useState(false);
  const network = useCall('actors.network', { actorId }).data;
  if (!network || network.ties.length === 0) return null;
  const actors = new Map(network.actors.map((actor) => [actor.id, actor]));
  const ties = all ? network.ties : network.ties.slice(0, SHOWN);
  return (
    <Section
      title="Seen together with"
      count={network.ties.length}
      acts={
        <Button icon={<Waypoints size={14} aria-hidden />} onClick={() => open({ view: 'network', id: actorId })}>
          Show in network
        </Button>
      }
    >
      <table className={styles['table']}>
        <tbody>
          {ties.map((tie) => {
            const other = actors.get(tie.a === actorId ? tie.b : tie.a);
            if (!other) return null;
            return (
              <tr key={other.id}>
                <td>
                  <ActorChip
                    name={other.name}
                    kind={other.kind}
                    onClick={() => open({ view: 'actors', id: other.id })}
                  />
                </td>
                <td className={styles['quiet']}>{tieInWords(tie)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {ties.length < network.ties.length && (
        <Button look="link" onClick={() => setAll(true)}>
          Show all {network.ties.length}
        </Button>
      )}
    </Section>
  );
}
