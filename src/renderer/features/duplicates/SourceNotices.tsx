import { useState } from 'react';
import { fieldLabel } from '../../../shared/citing/item-types';
import type { SourceDetail } from '../../../shared/domain/sources';
import { useNavigation } from '../../app/navigation';
import { useAct, useCall } from '../../client';
import { Button } from '../../ui/Button';
import { FindingsDialog } from './FindingsDialog';
import styles from './duplicates.module.css';

/** What a source's head says besides what it is: it may be there twice, an import found something else, others were merged into it. */
export function SourceNotices({ source }: { source: SourceDetail }) {
  const { open } = useNavigation();
  const [comparing, setComparing] = useState(false);
  const pairs = useCall('duplicates.of', { id: source.id }, { enabled: source.deletedAt === null }).data ?? [];
  const unmerge = useAct('sources.unmerge', { success: 'Two sources again' });
  const { findings, merged } = source;
  const direct = merged.filter(({ keptId }) => keptId === source.id);
  if (pairs.length === 0 && findings.length === 0 && direct.length === 0) return null;
  return (
    <div className={styles.notices}>
      {pairs.slice(0, 3).map(({ first, second, reasons }) => {
        const twin = first.id === source.id ? second : first;
        return (
          <p key={twin.id}>
            It looks like <bdi>“{twin.title}”</bdi> (@{twin.citationKey}): {reasons.join('; ').toLocaleLowerCase('en')}.{' '}
            <Button look="link" onClick={() => open({ view: 'duplicates', firstId: first.id, secondId: second.id })}>
              Compare the two
            </Button>
          </p>
        );
      })}
      {findings.length > 0 && (
        <p>
          Imported again, it says something else about {list(findings.map(({ field }) => fieldLabel(field)))}.{' '}
          <Button look="link" onClick={() => setComparing(true)}>
            See what it says now
          </Button>
        </p>
      )}
      {direct.map(({ id, citationKey }) => (
        <p key={id}>
          @{citationKey} was merged into it.{' '}
          <Button look="link" onClick={() => void unmerge.act({ id })}>
            Unmerge @{citationKey}
          </Button>
        </p>
      ))}
      {comparing && <FindingsDialog source={source} onClose={() => setComparing(false)} />}
    </div>
  );
}

function list(words: readonly string[]): string {
  const lower = words.map((word) => (word.toUpperCase() === word ? word : word.toLocaleLowerCase('en')));
  return lower.length < 2 ? lower.join('') : `${lower.slice(0, -1).join(', ')} and ${lower.at(-1) ?? ''}`;
}
