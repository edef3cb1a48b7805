import type { Excerpt } from '../../../shared/domain/excerpts';
import { useNavigation } from '../../app/navigation';
import { useAct, useCall } from '../../client';
import { ActorChip, Chip, TagChip } from '../../ui/Chip';
import { StatusMark } from '../../ui/StatusMark';
import styles from './excerpts.module.css';

/** What hangs on an excerpt, as chips that open it: claims, actors, tags. With `removable`, actors can be taken off. */
export function ExcerptLinks({ excerpt, removable = false }: { excerpt: Excerpt; removable?: boolean }) {
  const { open } = useNavigation();
  const claims = useCall('claims.list', {}, { enabled: excerpt.claimIds.length > 0 }).data ?? [];
  const actors = useCall('actors.list', {}, { enabled: excerpt.actorIds.length > 0 }).data ?? [];
  const tags = useCall('tags.list', {}, { enabled: excerpt.tags.length > 0 }).data ?? [];
  const untag = useAct('actors.untag', { success: 'Actor taken off the excerpt' });
  if (excerpt.claimIds.length + excerpt.actorIds.length + excerpt.tags.length === 0) return null;
  return (
    <div className={styles.chips}>
      {claims
        .filter(({ id }) => excerpt.claimIds.includes(id))
        .map(({ id, statement, status }) => (
          <Chip key={id} icon={<StatusMark status={status} />} onClick={() => open({ view: 'claims', id })}>
            {statement}
          </Chip>
        ))}
      {actors
        .filter(({ id }) => excerpt.actorIds.includes(id))
        .map(({ id, name, kind }) => (
          <ActorChip
            key={id}
            name={name}
            kind={kind}
            onClick={() => open({ view: 'actors', id })}
            onRemove={removable ? () => void untag.act({ excerptId: excerpt.id, actorId: id }) : undefined}
          />
        ))}
      {!removable &&
        excerpt.tags.map((name) => {
          const tag = tags.find((each) => each.name === name);
          return (
            <TagChip
              key={name}
              name={name}
              colour={tag?.colour}
              onClick={tag && (() => open({ view: 'tag', id: tag.id }))}
            />
          );
        })}
    </div>
  );
}
