import { Building2, Plus, User, X } from 'lucide-react';
import { allRoles, type CreatorRole } from '../../../shared/citing/item-types';
import type { CslNameField } from '../../../shared/domain/csl';
import { Button } from '../../ui/Button';
import { Input } from '../../ui/Field';
import { IconButton } from '../../ui/IconButton';
import { Select } from '../../ui/Select';
import { newCreator, type CreatorDraft } from './draft';
import styles from './sources.module.css';

export interface CreatorFieldsProps {
  creators: readonly CreatorDraft[];
  /** Those the type offers; a role that is already there stays choosable. */
  roles: readonly CreatorRole[];
  onChange: (creators: CreatorDraft[]) => void;
}

/** Who made it, a line each: a person in two parts, or an organisation as one. */
export function CreatorFields({ creators, roles, onChange }: CreatorFieldsProps) {
  const change = (key: string, fields: Partial<CreatorDraft>) =>
    onChange(creators.map((creator) => (creator.key === key ? { ...creator, ...fields } : creator)));
  const optionsFor = (role: CslNameField) =>
    allRoles
      .filter(({ key }) => key === role || roles.some((offered) => offered.key === key))
      .map(({ key, label }) => ({ value: key, label: roles.find((offered) => offered.key === key)?.label ?? label }));
  return (
    <div className={styles.creators} role="group" aria-label="Creators">
      {creators.map((creator) => (
        <div key={creator.key} className={styles.creator} data-literal={creator.organisation || undefined}>
          <Select
            label="Role"
            hideLabel
            value={creator.role}
            options={optionsFor(creator.role)}
            onChange={(role) => change(creator.key, { role })}
          />
          {creator.organisation ? (
            <Input
              label="Name"
              hideLabel
              placeholder="Organisation"
              value={creator.literal}
              onChange={(literal) => change(creator.key, { literal })}
            />
          ) : (
            <>
              <Input
                label="Family name"
                hideLabel
                placeholder="Family name"
                value={creator.family}
                onChange={(family) => change(creator.key, { family })}
              />
              <Input
                label="Given name"
                hideLabel
                placeholder="Given name"
                value={creator.given}
                onChange={(given) => change(creator.key, { given })}
              />
            </>
          )}
          <span className={styles.creatorActs}>
            <IconButton
              label={creator.organisation ? 'This is a person' : 'This is an organisation'}
              icon={creator.organisation ? <User size={14} /> : <Building2 size={14} />}
              onClick={() => change(creator.key, switched(creator))}
            />
            <IconButton
              label="Remove this name"
              icon={<X size={14} />}
              onClick={() => onChange(creators.filter(({ key }) => key !== creator.key))}
            />
          </span>
        </div>
      ))}
      <div>
        <Button
          icon={<Plus size={14} aria-hidden />}
          onClick={() => onChange([...creators, newCreator(roles[0]?.key ?? 'author')])}
        >
          Add a name
        </Button>
      </div>
    </div>
  );
}

/** Nothing that was typed is lost when a person turns out to be an organisation, or the other way round. */
function switched({ organisation, family, given, literal }: CreatorDraft): Partial<CreatorDraft> {
  return organisation
    ? { organisation: false, family: family || literal }
    : { organisation: true, literal: literal || [given, family].filter(Boolean).join(' ') };
}
