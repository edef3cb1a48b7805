import { X } from 'lucide-react';
import { useNavigation } from '../../app/navigation';
import { relationInWords } from '../../../shared/actors/relations';
import { ActorIcon, Button, IconButton } from '../../ui';
import { tieInWords } from '../actors/TogetherSection';
import styles from './network.module.css';
import { neighboursOf, type ShownActor, type VisibleNetwork } from './visible';

export interface ChosenActorProps {
  actor: ShownActor;
  network: VisibleNetwork;
  focused: boolean;
  onChoose: (id: string | null) => void;
}

/** Who the chosen actor is, and everybody it is tied to. */
export function ChosenActor({ actor, network, focused, onChoose }: ChosenActorProps) {
  const { open, openBeside } = useNavigation();
  const neighbours = neighboursOf(network, actor.id);
  return (
    <aside className={styles['chosen']} aria-label="Chosen actor">
      <div className={styles['chosenHead']}>
        <ActorIcon kind={actor.kind} />
        <h3 dir="auto">{actor.name}</h3>
        <IconButton small label="Choose nobody" icon={<X size={14} />} onClick={() => onChoose(null)} />
      </div>
      <div className={styles['chosenActs']}>
        <Button look="secondary" onClick={() => open({ view: 'actors', id: actor.id })}>
          Open
        </Button>
        <Button onClick={() => openBeside({ view: 'actors', id: actor.id })}>Open beside</Button>
        {!focused && <Button onClick={() => open({ view: 'network', id: actor.id })}>Only its neighbours</Button>}
      </div>
      <ul className={styles['neighbours']} aria-label={`Tied to ${actor.name}`}>
        {neighbours.map(({ actor: other, tie }) => (
          <li key={other.id}>
            <button type="button" className={styles['neighbour']} onClick={() => onChoose(other.id)}>
              <span className={styles['neighbourName']}>
                <ActorIcon kind={other.kind} size={13} />
                <span dir="auto">{other.name}</span>
              </span>
              <span className={styles['quiet']}>
                {tie.relations.map((each) => `${relationInWords(each, each.from !== actor.id)} · `)}
                {tieInWords(tie)}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </aside>
  );
}
