import { FileText, Quote } from 'lucide-react';
import { ActorIcon } from '../../ui/Chip';
import { StatusMark } from '../../ui/StatusMark';
import styles from '../menus/rows.module.css';
import type { Entity } from './useEntities';

export const entityHeadings: Record<Entity['kind'], string> = {
  source: 'Sources',
  actor: 'Actors',
  excerpt: 'Excerpts',
  claim: 'Claims',
};

/** One row of a menu of sources, excerpts, actors and claims. */
export function EntityRow({ entity }: { entity: Entity }) {
  return (
    <>
      <span className={styles.rowIcon}>
        <EntityIcon entity={entity} />
      </span>
      <span className={entity.kind === 'excerpt' ? styles.rowQuote : styles.rowTitle} dir="auto">
        {entity.title}
      </span>
      {entity.detail && <span className={styles.rowDetail}>{entity.detail}</span>}
    </>
  );
}

function EntityIcon({ entity }: { entity: Entity }) {
  switch (entity.kind) {
    case 'source':
      return <FileText size={14} aria-hidden />;
    case 'excerpt':
      return <Quote size={14} aria-hidden />;
    case 'actor':
      return <ActorIcon kind={entity.actorKind} />;
    case 'claim':
      return <StatusMark status={entity.status} />;
  }
}
