import { Ellipsis, Plus } from 'lucide-react';
import { useState } from 'react';
import { useNavigation } from '../../app/navigation';
import { useAct } from '../../client';
import { relationInWords } from '../../../shared/actors/relations';
import type { ActorDetail, ActorRelation } from '../../../shared/domain/actors';
import { ActorChip, Button, DateText, IconButton, Menu, Section } from '../../ui';
import { placeInSource } from '../excerpts/ExcerptCard';
import styles from './actors.module.css';
import { RelationDialog } from './RelationDialog';

/** How the actor stands to others, told from its side, with dates and what that rests on. */
export function RelationsSection({ actor }: { actor: ActorDetail }) {
  const [editing, setEditing] = useState<ActorRelation | 'new' | null>(null);
  const { open } = useNavigation();
  const remove = useAct('actors.unrelate', { success: 'Relation removed' });
  return (
    <Section
      title="Relations"
      count={actor.relations.length}
      acts={
        <Button icon={<Plus size={14} aria-hidden />} onClick={() => setEditing('new')}>
          Add relation
        </Button>
      }
    >
      {actor.relations.length === 0 ? (
        <p className={styles['quiet']}>None yet. Add what it belongs to, whom it leads or opposes.</p>
      ) : (
        <table className={styles['table']}>
          <tbody>
            {actor.relations.map((relation) => {
              const backward = relation.toId === actor.id;
              const other = backward
                ? { id: relation.fromId, name: relation.fromName, kind: relation.fromKind }
                : { id: relation.toId, name: relation.toName, kind: relation.toKind };
              return (
                <tr key={relation.id}>
                  <td className={styles['quiet']}>{relationInWords(relation, backward)}</td>
                  <td>
                    <ActorChip
                      name={other.name}
                      kind={other.kind}
                      onClick={() => open({ view: 'actors', id: other.id })}
                    />
                    {relation.note && <div className={styles['remark']}>{relation.note}</div>}
                    {relation.excerpts.map((excerpt) => (
                      <div key={excerpt.id} className={styles['restsOn']}>
                        <span dir="auto">“{excerpt.text}”</span>{' '}
                        <Button look="link" onClick={() => open(placeInSource(excerpt))}>
                          {excerpt.shortCitation}
                        </Button>
                      </div>
                    ))}
                  </td>
                  <td className={styles['quiet']}>
                    {(relation.from || relation.to) && <FromTo from={relation.from} to={relation.to} />}
                  </td>
                  <td className={styles['end']}>
                    <Menu
                      align="end"
                      entries={[
                        { label: 'Edit', run: () => setEditing(relation) },
                        { label: 'Remove', dangerous: true, run: () => void remove.act({ id: relation.id }) },
                      ]}
                    >
                      <IconButton small label={`Change the relation to ${other.name}`} icon={<Ellipsis size={15} />} />
                    </Menu>
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
      {editing && (
        <RelationDialog actor={actor} relation={editing === 'new' ? null : editing} onClose={() => setEditing(null)} />
      )}
    </Section>
  );
}

/** "2019 – Jun 2021"; an end that is not known is left open. */
export function FromTo({ from, to }: { from: string; to: string }) {
  return (
    <>
      <DateText date={from} undated="…" /> – <DateText date={to} undated="…" />
    </>
  );
}
