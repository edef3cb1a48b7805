import { Plus, X } from 'lucide-react';
import { useState } from 'react';
import { useAct } from '../../client';
import {
  actorKinds,
  actorNameKinds,
  type ActorDetail,
  type ActorKind,
  type ActorNameInput,
  type ActorRoleInput,
} from '../../../shared/domain/actors';
import { propertiesOf } from '../../../shared/actors/properties';
import { ActorIcon, Button, DateInput, Dialog, FieldRow, IconButton, Input, Select, TextArea } from '../../ui';
import styles from './actors.module.css';
import { actorKindNames, nameKindNames } from './names';
import { newPropertyLine, PropertyLines, propertiesFrom, type PropertyLine } from './PropertyLines';

const kindOptions = actorKinds.map((value) => ({
  value,
  label: actorKindNames[value],
  icon: <ActorIcon kind={value} />,
}));
const nameKindOptions = actorNameKinds.map((value) => ({ value, label: nameKindNames[value] }));

type NameLine = ActorNameInput & { key: number };
type RoleLine = Omit<ActorRoleInput, 'from' | 'to'> & { from: string | null; to: string | null; key: number };

export interface ActorFormProps {
  /** The actor to change; null makes a new one. */
  actor: ActorDetail | null;
  onClose: () => void;
  onSaved: (actor: ActorDetail) => void;
}

/** An actor's kind, names and roles. */
export function ActorForm({ actor, onClose, onSaved }: ActorFormProps) {
  const [kind, setKind] = useState<ActorKind>(actor?.kind ?? 'person');
  const [name, setName] = useState(actor?.name ?? '');
  const [description, setDescription] = useState(actor?.description ?? '');
  const [nextKey, setNextKey] = useState(1000);
  const [names, setNames] = useState<NameLine[]>(() =>
    (actor?.names ?? [])
      .filter((line) => !(line.kind === 'name' && line.text === actor?.name))
      .map(({ id, kind: nameKind, text, language }, key) => ({ id, kind: nameKind, text, language, key })),
  );
  const [roles, setRoles] = useState<RoleLine[]>(() => (actor?.roles ?? []).map((role, key) => ({ ...role, key })));
  const [properties, setProperties] = useState<PropertyLine[]>(() =>
    Object.entries(actor?.properties ?? {}).map(([name, value], key) => ({ name, value, key })),
  );
  const saved = (output: ActorDetail) => {
    onClose();
    onSaved(output);
  };
  const create = useAct('actors.create', { onSuccess: saved });
  const update = useAct('actors.update', { onSuccess: saved });

  const newKey = () => {
    setNextKey(nextKey + 1);
    return nextKey;
  };
  const changeName = (key: number, facts: Partial<NameLine>) =>
    setNames((now) => now.map((line) => (line.key === key ? { ...line, ...facts } : line)));
  const changeRole = (key: number, facts: Partial<RoleLine>) =>
    setRoles((now) => now.map((line) => (line.key === key ? { ...line, ...facts } : line)));
  const badDate = roles.some((role) => role.from === null || role.to === null);
  const stated = propertiesFrom(kind, properties);

  const submit = () => {
    const fields = {
      kind,
      name: name.trim(),
      description,
      names: names.filter((line) => line.text.trim() !== '').map(({ key: _key, ...line }) => line),
      roles: roles
        .filter((line) => line.title.trim() !== '')
        .map(({ key: _key, from, to, ...line }) => ({ ...line, from: from ?? '', to: to ?? '' })),
      properties: stated ?? {},
    };
    if (actor) void update.act({ id: actor.id, ...fields });
    else void create.act(fields);
  };

  return (
    <Dialog
      open
      wide
      onClose={onClose}
      title={actor ? 'Edit actor' : 'New actor'}
      submitLabel={actor ? 'Save' : 'Create actor'}
      submitDisabled={name.trim() === '' || badDate || stated === null || create.pending || update.pending}
      onSubmit={submit}
    >
      <FieldRow>
        <Input
          className={styles['wide']}
          label="Name"
          value={name}
          onChange={setName}
          maxLength={300}
          dir="auto"
          autoFocus
        />
        <Select label="Kind" value={kind} options={kindOptions} onChange={setKind} />
      </FieldRow>

      <section className={styles['lines']} aria-label="Other names">
        <div className={styles['subTitle']}>
          <h3>Other names</h3>
          <Button
            icon={<Plus size={14} aria-hidden />}
            onClick={() => setNames([...names, { kind: 'alias', text: '', language: '', key: newKey() }])}
          >
            Add name
          </Button>
        </div>
        {names.map((line, index) => (
          <div key={line.key} className={styles['line']}>
            <Input
              className={styles['wide']}
              label={`Other name ${index + 1}`}
              hideLabel
              placeholder="As it is written there"
              value={line.text}
              onChange={(text) => changeName(line.key, { text })}
              maxLength={300}
              dir="auto"
              autoFocus={line.key >= 1000}
            />
            <Select
              label={`Kind of other name ${index + 1}`}
              hideLabel
              value={line.kind}
              options={nameKindOptions}
              onChange={(nameKind) => changeName(line.key, { kind: nameKind })}
            />
            <Input
              label={`Language of other name ${index + 1}`}
              hideLabel
              placeholder="Language (en, fa…)"
              value={line.language ?? ''}
              onChange={(language) => changeName(line.key, { language })}
              maxLength={35}
            />
            <IconButton
              label="Remove this name"
              icon={<X size={14} />}
              onClick={() => setNames(names.filter((other) => other.key !== line.key))}
            />
          </div>
        ))}
      </section>

      <section className={styles['lines']} aria-label="Roles">
        <div className={styles['subTitle']}>
          <h3>Roles</h3>
          <Button
            icon={<Plus size={14} aria-hidden />}
            onClick={() => setRoles([...roles, { title: '', organisation: '', from: '', to: '', key: newKey() }])}
          >
            Add role
          </Button>
        </div>
        {roles.map((line) => (
          <div key={line.key} className={styles['lines']}>
            <div className={styles['line']}>
              <Input
                label="Title"
                placeholder="e.g. Foreign minister"
                value={line.title}
                onChange={(title) => changeRole(line.key, { title })}
                maxLength={300}
                autoFocus={line.key >= 1000}
              />
              <Input
                label="Of"
                placeholder="Organisation or state"
                value={line.organisation ?? ''}
                onChange={(organisation) => changeRole(line.key, { organisation })}
                maxLength={300}
              />
              <IconButton
                label="Remove this role"
                icon={<X size={14} />}
                onClick={() => setRoles(roles.filter((other) => other.key !== line.key))}
              />
            </div>
            <FieldRow>
              <DateInput label="From" value={line.from ?? ''} onChange={(from) => changeRole(line.key, { from })} />
              <DateInput label="To" value={line.to ?? ''} onChange={(to) => changeRole(line.key, { to })} />
            </FieldRow>
          </div>
        ))}
      </section>

      <PropertyLines
        kind={kind}
        lines={properties}
        onChange={setProperties}
        onAdd={() => setProperties([...properties, newPropertyLine(kind, properties, newKey())])}
        full={properties.length >= propertiesOf(kind).length}
      />

      <TextArea label="Description" value={description} onChange={setDescription} rows={2} maxLength={5000} />
    </Dialog>
  );
}
