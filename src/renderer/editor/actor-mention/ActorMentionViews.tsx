import { memo } from 'react';
import { useCall } from '../../client';
import { ActorIcon } from '../../ui/Chip';
import { cx } from '../../ui/cx';
import { useOpenElsewhere } from '../elsewhere';
import cards from '../cards.module.css';
import styles from '../editor.module.css';
import { HoverCard } from '../HoverCard';
import { NodeViews } from '../nodeViews';
import { useChip } from '../useChip';
import { ActorMentionNode } from './ActorMentionNode';

export function ActorMentionViews() {
  return (
    <NodeViews
      klass={ActorMentionNode}
      render={(node) => <Mention nodeKey={node.getKey()} actorId={node.__actorId} text={node.__text} />}
    />
  );
}

interface MentionProps {
  nodeKey: string;
  actorId: string;
  text: string;
}

const Mention = memo(function Mention({ nodeKey, actorId, text }: MentionProps) {
  const openElsewhere = useOpenElsewhere();
  const { ref, selected } = useChip(nodeKey, () => openElsewhere({ view: 'actors', id: actorId }));
  return (
    <HoverCard
      trigger={
        <span
          ref={ref}
          role="button"
          tabIndex={0}
          className={cx(styles.mention, selected && styles.chipSelected)}
          aria-label={`Actor: ${text}`}
          dir="auto"
        >
          {text}
        </span>
      }
    >
      <ActorPreview actorId={actorId} />
    </HoverCard>
  );
});

/** Name, latest role and other names of an actor. */
function ActorPreview({ actorId }: { actorId: string }) {
  const { data: actor, error } = useCall('actors.get', { id: actorId });
  if (error) return <p>This actor is not in the library any more. Restore it from the Trash.</p>;
  if (!actor) return null;
  return (
    <div className={cards.preview}>
      <p className={cards.previewHead}>
        <ActorIcon kind={actor.kind} /> {actor.name}
      </p>
      {actor.role && <p>{actor.role}</p>}
      {actor.aliases.length > 0 && <p className={cards.previewHint}>{actor.aliases.join(' · ')}</p>}
    </div>
  );
}
