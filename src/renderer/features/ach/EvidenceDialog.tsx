import { useState } from 'react';
import type { AchTable } from '../../../shared/domain/ach';
import { useAct } from '../../client';
import { Dialog, Tabs } from '../../ui';
import { ClaimPicker } from '../pickers/ClaimPicker';
import { ExcerptPicker } from '../pickers/ExcerptPicker';

type Kind = 'excerpt' | 'claim';

/** Chooses an excerpt or a claim as a line of the table. */
export function EvidenceDialog({ table, onClose }: { table: AchTable; onClose: () => void }) {
  const [kind, setKind] = useState<Kind>('excerpt');
  const [id, setId] = useState('');
  const add = useAct('ach.addItem', { onSuccess: onClose });
  const taken = (of: Kind) => table.itemList.flatMap((item) => (item.kind === of ? [item.targetId] : []));
  return (
    <Dialog
      open
      wide
      onClose={onClose}
      title="Add evidence"
      submitLabel="Add evidence"
      submitDisabled={id === '' || add.pending}
      onSubmit={() => void add.act({ id: table.id, evidence: { kind, id } })}
    >
      <Tabs
        label="Kind of evidence"
        value={kind}
        onChange={(next) => {
          setKind(next as Kind);
          setId('');
        }}
        tabs={[
          {
            id: 'excerpt',
            title: 'Excerpt',
            content: <ExcerptPicker value={id} without={taken('excerpt')} onChange={setId} autoFocus />,
          },
          {
            id: 'claim',
            title: 'Claim',
            content: (
              <ClaimPicker
                label="Claim that is evidence"
                value={id}
                without={[...taken('claim'), ...table.hypothesisList.map(({ claimId }) => claimId)]}
                onChange={setId}
              />
            ),
          },
        ]}
      />
    </Dialog>
  );
}
