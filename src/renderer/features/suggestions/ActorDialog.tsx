import { useState } from 'react';
import { actorKinds } from '../../../shared/domain/actors';
import type { SuggestedActor, SuggestedActorWish } from '../../../shared/domain/suggestions';
import { ActorIcon, Dialog, FieldRow, Input, Select, TextArea } from '../../ui';
import { submitOnModEnter } from '../../ui/submitOnModEnter';

const kinds = actorKinds.map((value) => ({
  value,
  label: value.charAt(0).toUpperCase() + value.slice(1),
  icon: <ActorIcon kind={value} />,
}));

export interface ActorDialogProps {
  suggested: SuggestedActor;
  onAccept: (wish: SuggestedActorWish) => void;
  onClose: () => void;
}

/** A suggested actor, put right before it is added as a new one. */
export function ActorDialog({ suggested, onAccept, onClose }: ActorDialogProps) {
  const [name, setName] = useState(suggested.name);
  const [kind, setKind] = useState(suggested.kind);
  const [aliases, setAliases] = useState(suggested.aliases.join('\n'));
  const [title, setTitle] = useState(suggested.roles[0]?.title ?? '');
  const [organisation, setOrganisation] = useState(suggested.roles[0]?.organisation ?? '');
  const accept = () =>
    onAccept({
      is: 'new',
      key: suggested.key,
      kind,
      name: name.trim(),
      aliases: aliases
        .split('\n')
        .map((alias) => alias.trim())
        .filter(Boolean),
      roles: [
        ...(title.trim() === '' ? [] : [{ title: title.trim(), organisation: organisation.trim() }]),
        ...suggested.roles.slice(1),
      ],
    });
  return (
    <Dialog
      open
      wide
      onClose={onClose}
      title="Accept as a new actor"
      submitLabel="Add actor"
      submitDisabled={name.trim() === ''}
      onSubmit={accept}
    >
      <FieldRow>
        <Input label="Name" value={name} onChange={setName} maxLength={300} autoFocus />
        <Select label="Kind" value={kind} options={kinds} onChange={setKind} />
      </FieldRow>
      <TextArea
        label="Other names"
        hint="One in a line."
        rows={3}
        value={aliases}
        onChange={setAliases}
        onKeyDown={submitOnModEnter}
        maxLength={20_000}
      />
      <FieldRow>
        <Input label="Role" value={title} onChange={setTitle} maxLength={300} />
        <Input label="Of" value={organisation} onChange={setOrganisation} maxLength={300} />
      </FieldRow>
    </Dialog>
  );
}
