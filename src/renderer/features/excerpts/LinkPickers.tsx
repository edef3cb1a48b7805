import { useState } from 'react';
import type { EvidenceStance } from '../../../shared/domain/claims';
import { useAct } from '../../client';
import { Button } from '../../ui/Button';
import { Combobox } from '../../ui/Combobox';
import { Popover } from '../../ui/Popover';
import { Select } from '../../ui/Select';
import { useActorItems } from '../pickers/useActorItems';
import { useClaimItems } from '../pickers/useClaimItems';
import styles from './excerpts.module.css';

const stances = [
  { value: 'supports', label: 'Supports' },
  { value: 'contradicts', label: 'Contradicts' },
  { value: 'context', label: 'Context' },
] as const;

/** Makes an excerpt evidence for or against a claim that is there, or a new one. */
export function AddToClaim({ excerptId }: { excerptId: string }) {
  const [open, setOpen] = useState(false);
  const [stance, setStance] = useState<EvidenceStance>('supports');
  const items = useClaimItems(open);
  const create = useAct('claims.create');
  const add = useAct('claims.addEvidence', {
    success: ({ stance: how }) => (how === 'context' ? 'Added as context' : `Added: it ${how} the claim`),
    onSuccess: () => setOpen(false),
  });
  const addTo = (claimId: string) => void add.act({ claimId, excerptId, stance });
  const createAndAdd = async (statement: string) => {
    const claim = await create.act({ statement });
    if (claim) addTo(claim.id);
  };
  return (
    <Popover label="Add to a claim" open={open} onOpenChange={setOpen} trigger={<Button>Add to claim…</Button>}>
      <div className={styles.editor}>
        <Select label="This excerpt" value={stance} options={stances} onChange={setStance} />
        <Combobox
          label="Claim"
          placeholder="Find a claim, or write a new one"
          items={items}
          value=""
          onChange={addTo}
          onCreate={(statement) => void createAndAdd(statement)}
          createLabel={(statement) => `New claim “${statement}”`}
          autoFocus
        />
      </div>
    </Popover>
  );
}

/** Tags an excerpt with an actor that is there, or a new one. */
export function AddActor({ excerptId, present }: { excerptId: string; present: readonly string[] }) {
  const [open, setOpen] = useState(false);
  const { items, meant } = useActorItems(present, open);
  const create = useAct('actors.create');
  const tag = useAct('actors.tag', { onSuccess: () => setOpen(false) });
  const tagWith = (actorId: string) => void tag.act({ excerptId, actorId });
  const createAndTag = async (name: string) => {
    const actor = await create.act({ kind: 'person', name });
    if (actor) tagWith(actor.id);
  };
  return (
    <Popover label="Tag an actor" open={open} onOpenChange={setOpen} trigger={<Button>Tag actor…</Button>}>
      <Combobox
        label="Actor"
        placeholder="Find an actor by any of its names"
        items={items}
        meant={meant}
        value=""
        onChange={tagWith}
        onCreate={(name) => void createAndTag(name)}
        createLabel={(name) => `New person “${name}”`}
        autoFocus
      />
    </Popover>
  );
}
