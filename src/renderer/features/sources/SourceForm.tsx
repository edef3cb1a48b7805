import { useState } from 'react';
import { fieldLabel, itemTypeOf, itemTypes, type ItemField } from '../../../shared/citing/item-types';
import { cslNameFields, type CslType } from '../../../shared/domain/csl';
import { originWords } from '../../../shared/sources/origins';
import type { SourceDetail } from '../../../shared/domain/sources';
import { useAct } from '../../client';
import { Checkbox } from '../../ui/Checkbox';
import { Combobox } from '../../ui/Combobox';
import { Dialog } from '../../ui/Dialog';
import { Input, TextArea } from '../../ui/Field';
import { CreatorFields } from './CreatorFields';
import { cslOf, draftOf, problemsOf, type SourceDraft } from './draft';
import styles from './sources.module.css';

const typeItems = itemTypes.map(({ type, label }) => ({ id: type, label }));
const citationKeyPattern = /^[\p{L}\p{N}_][\p{L}\p{N}_:.#$%&+?<>~/-]*$/u;

interface FieldProps {
  field: ItemField;
  draft: SourceDraft;
  origin: string | undefined;
  problem: string | undefined;
  onChange: (draft: SourceDraft) => void;
}

function FormField({ field, draft, origin, problem, onChange }: FieldProps) {
  const hint = originWords(origin) || undefined;
  if (field.kind === 'date') {
    const { key, label } = field;
    return (
      <Input
        label={label}
        hint={hint}
        error={problem}
        placeholder="2023-04-18"
        value={draft.dates[key] ?? ''}
        onChange={(text) => onChange({ ...draft, dates: { ...draft.dates, [key]: text } })}
      />
    );
  }
  const { key, label } = field;
  const shared = {
    label,
    hint,
    error: problem,
    value: draft.texts[key] ?? '',
    onChange: (text: string) => onChange({ ...draft, texts: { ...draft.texts, [key]: text } }),
  };
  if (key === 'title' || (field.kind === 'text' && field.long)) {
    return <TextArea {...shared} className={styles.wideField} rows={key === 'title' ? 2 : 3} />;
  }
  return <Input {...shared} />;
}

/** Where the names of each role were found. */
function CreatorOrigins({ source: { csl, metadataOrigin } }: { source: SourceDetail }) {
  const said = cslNameFields.flatMap((role) => {
    const words = csl[role] === undefined ? '' : originWords(metadataOrigin[role]);
    return words === '' ? [] : [`${fieldLabel(role)}: ${words.charAt(0).toLowerCase()}${words.slice(1)}`];
  });
  return said.length === 0 ? null : <p className={styles.origins}>{said.join(' · ')}</p>;
}

/** The details of a source, as its type asks for them, with where each value was found. Saved as one change. */
export function SourceForm({ source, onClose }: { source: SourceDetail; onClose: () => void }) {
  const [draft, setDraft] = useState(() => draftOf(source.csl));
  const [citationKey, setCitationKey] = useState(source.citationKey);
  const [pinned, setPinned] = useState(source.citationKeyPinned);
  const [keyProblem, setKeyProblem] = useState<string | null>(null);
  const update = useAct('sources.update');
  const pin = useAct('sources.setCitationKey', { onError: ({ message }) => setKeyProblem(message) });
  const keep = useAct('citationKeys.pin');
  const type = itemTypeOf(draft.type);
  const problems = problemsOf(draft);
  const keyError = citationKeyPattern.test(citationKey)
    ? keyProblem
    : 'A citation key is one word: letters, digits and _ : . - only.';

  const save = async () => {
    if (citationKey !== source.citationKey && !(await pin.act({ id: source.id, citationKey }))) return;
    const wasPinned = source.citationKeyPinned || citationKey !== source.citationKey;
    if (pinned !== wasPinned && !(await keep.act({ id: source.id, pinned }))) return;
    if (await update.act({ id: source.id, csl: cslOf(draft, source.csl) })) onClose();
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title="Details of the source"
      wide
      onSubmit={() => void save()}
      submitLabel="Save"
      submitDisabled={Object.keys(problems).length > 0 || keyError !== null || update.pending}
    >
      <div className={styles.form}>
        <div className={styles.grid}>
          <Combobox
            label="Type"
            items={typeItems}
            value={draft.type}
            onChange={(id) => id !== '' && setDraft({ ...draft, type: id as CslType })}
          />
          <div className={styles.key}>
            <Input
              label="Citation key"
              error={keyError}
              value={citationKey}
              hint={pinned ? 'Stays as it is when keys are made anew' : 'Made by the pattern in the settings'}
              onChange={(key) => {
                setCitationKey(key);
                setKeyProblem(null);
                setPinned(true);
              }}
            />
            <Checkbox label="Keep this citation key" checked={pinned} onChange={setPinned} />
          </div>
        </div>
        <CreatorFields
          creators={draft.creators}
          roles={type.roles}
          onChange={(creators) => setDraft({ ...draft, creators })}
        />
        <CreatorOrigins source={source} />
        <div className={styles.grid}>
          {type.fields.map((field) => (
            <FormField
              key={field.key}
              field={field}
              draft={draft}
              origin={source.metadataOrigin[field.key]}
              problem={problems[field.key]}
              onChange={setDraft}
            />
          ))}
        </div>
      </div>
    </Dialog>
  );
}
