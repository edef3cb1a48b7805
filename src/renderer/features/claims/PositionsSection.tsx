import { Ellipsis, Plus } from 'lucide-react';
import { useState } from 'react';
import { useNavigation } from '../../app/navigation';
import { useAct } from '../../client';
import { roleThenInWords } from '../../../shared/actors/roles';
import { knownBy } from '../../../shared/claims/as-of';
import type { ClaimDetail, Position } from '../../../shared/domain/claims';
import { Button, DateText, IconButton, Menu, Section } from '../../ui';
import { placeInSource } from '../excerpts/ExcerptCard';
import styles from './claims.module.css';
import { PositionDialog } from './PositionDialog';
import { PositionMark } from './PositionMark';

/** Who said what about the claim, in order of date. */
export function PositionsSection({ claim, asOf }: { claim: ClaimDetail; asOf: string }) {
  const [editing, setEditing] = useState<Position | 'new' | null>(null);
  const { open } = useNavigation();
  const remove = useAct('claims.removePosition', { success: 'Position removed' });
  return (
    <Section
      title="Positions"
      count={claim.positionList.length}
      acts={
        <Button icon={<Plus size={14} aria-hidden />} onClick={() => setEditing('new')}>
          Add position
        </Button>
      }
    >
      {claim.positionList.length === 0 ? (
        <p className={styles['none']}>Nobody is on record. Add who asserts, denies or retracts it, and when.</p>
      ) : (
        <table className={styles['table']}>
          <thead>
            <tr>
              <th scope="col">Date</th>
              <th scope="col">Actor</th>
              <th scope="col">Position</th>
              <th scope="col">Rests on</th>
              <th scope="col">
                <span className="visually-hidden">Acts</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {claim.positionList.map((position) => (
              <tr key={position.id} className={knownBy(position.date, asOf) === 'no' ? styles['later'] : undefined}>
                <td className={styles['date']}>
                  <DateText date={position.date} />
                  <Known date={position.date} asOf={asOf} />
                </td>
                <td>
                  <Button look="link" onClick={() => open({ view: 'actors', id: position.actorId })}>
                    {position.actorName}
                  </Button>
                  {position.roleThen.length > 0 && (
                    <div className={styles['noteText']}>{roleThenInWords(position.roleThen)}</div>
                  )}
                </td>
                <td>
                  <PositionMark stance={position.stance} manner={position.manner} />
                  {position.note && <div className={styles['noteText']}>{position.note}</div>}
                </td>
                <td>
                  <RestsOn position={position} />
                </td>
                <td>
                  <Menu
                    align="end"
                    entries={[
                      { label: 'Edit', run: () => setEditing(position) },
                      {
                        label: 'Remove',
                        dangerous: true,
                        run: () => void remove.act({ id: position.id }),
                      },
                    ]}
                  >
                    <IconButton
                      small
                      label={`Change the position of ${position.actorName}`}
                      icon={<Ellipsis size={15} />}
                    />
                  </Menu>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {editing && (
        <PositionDialog claim={claim} position={editing === 'new' ? null : editing} onClose={() => setEditing(null)} />
      )}
    </Section>
  );
}

/** Says of what is not surely of that time that it is not. */
function Known({ date, asOf }: { date: string; asOf: string }) {
  const known = knownBy(date, asOf);
  if (known === 'yes') return null;
  return <div className={styles['none']}>{known === 'no' ? 'later, not counted' : 'perhaps later'}</div>;
}

function RestsOn({ position: { excerpt } }: { position: Position }) {
  const { open } = useNavigation();
  if (!excerpt) return <span className={styles['none']}>No excerpt</span>;
  return (
    <>
      <span className={styles['words']} dir="auto">
        {excerpt.text}
      </span>
      <Button look="link" onClick={() => open(placeInSource(excerpt))}>
        {excerpt.shortCitation}
      </Button>
    </>
  );
}
