import { useMemo, useState } from 'react';
import { useAct, useCall } from '../../client';
import type { Evidence, Origin } from '../../../shared/domain/claims';
import { Combobox, Dialog, Select } from '../../ui';

type Scope = 'source' | 'passage';

/** What a piece of evidence, or its whole source, has its words from. */
export function OriginDialog({ piece, onClose }: { piece: Evidence; onClose: () => void }) {
  const origins = useCall('origins.list', {}).data;
  const ofSource = originOfSource(origins, piece.excerpt.sourceId);
  const [scope, setScope] = useState<Scope>(piece.originId !== null || piece.attribution !== '' ? 'passage' : 'source');
  const [chosen, setChosen] = useState<string | null>(null);
  const originId = chosen ?? (scope === 'passage' ? piece.originId : ofSource?.id) ?? '';
  const setPassage = useAct('claims.updateEvidence', { onSuccess: onClose });
  const setSource = useAct('origins.update', { onSuccess: onClose });
  const create = useAct('origins.create', { onSuccess: ({ id }) => setChosen(id) });
  const items = useMemo(
    () => (origins ?? []).map(({ id, name, sources }) => ({ id, label: name, note: sourcesWords(sources.length) })),
    [origins],
  );

  const submit = () => {
    if (scope === 'passage') {
      void setPassage.act({ id: piece.id, originId: originId === '' ? null : originId });
      return;
    }
    const sourceId = piece.excerpt.sourceId;
    const target = origins?.find(({ id }) => id === originId) ?? null;
    const origin = target ?? ofSource;
    if (!origin) {
      onClose();
      return;
    }
    const others = origin.sources.map(({ id }) => id).filter((id) => id !== sourceId);
    void setSource.act({
      id: origin.id,
      name: origin.name,
      kind: origin.kind,
      note: origin.note,
      sourceIds: target ? [...others, sourceId] : others,
    });
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title="Origin"
      submitLabel="Save"
      submitDisabled={!origins || create.pending || setPassage.pending || setSource.pending}
      onSubmit={submit}
    >
      <p>
        Where the words come from: a wire report, a statement. Sources and passages of one origin count once as
        evidence.
      </p>
      <Combobox
        label="Origin"
        placeholder={piece.attribution === '' ? 'None known' : `Perhaps: ${piece.attribution}`}
        items={items}
        value={originId}
        onChange={setChosen}
        onCreate={(name) => void create.act({ name, kind: piece.attribution === '' ? 'other' : 'according-to' })}
        createLabel={(name) => `New origin “${name}”`}
        autoFocus
      />
      <Select
        label="It is the origin of"
        value={scope}
        options={[
          { value: 'source', label: `the whole source (${piece.excerpt.shortCitation})` },
          { value: 'passage', label: 'this passage only' },
        ]}
        onChange={(next) => {
          setScope(next);
          setChosen(null);
        }}
      />
    </Dialog>
  );
}

function originOfSource(origins: readonly Origin[] | undefined, sourceId: string): Origin | undefined {
  return origins?.find(({ sources }) => sources.some(({ id }) => id === sourceId));
}

function sourcesWords(count: number): string {
  return count === 0 ? '' : count === 1 ? '1 source' : `${count} sources`;
}
