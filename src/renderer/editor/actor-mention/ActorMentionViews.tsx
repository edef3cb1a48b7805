import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import { $getNodeByKey } from 'lexical';
import { useCall } from '../../client';
import { ActorIcon } from '../../ui/Chip';
import { ChipViews } from '../chips/ChipViews';
import { useOpenElsewhere } from '../elsewhere';
import cards from '../cards.module.css';
import styles from '../editor.module.css';
import { ActorMentionNode } from './ActorMentionNode';

export function ActorMentionViews() {
  const [editor] = useLexicalComposerContext();
  const openElsewhere = useOpenElsewhere();
  const open = (key: string) => {
    const node = editor.read(() => $getNodeByKey(key));
    if (node instanceof ActorMentionNode) openElsewhere({ view: 'actors', id: node.__actorId });
  };
  return (
    <ChipViews
      klass={ActorMentionNode}
      $draw={$drawMention}
      onOpen={open}
      preview={(node) => <ActorPreview actorId={node.__actorId} />}
    />
  );
}

function $drawMention(chip: HTMLElement, node: ActorMentionNode): void {
  chip.className = styles.mention ?? '';
  chip.ariaLabel = `Actor: ${node.__text}`;
  chip.dir = 'auto';
  chip.textContent = node.__text;
}

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
