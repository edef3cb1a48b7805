import { useState } from 'react';
import type { MemoDetail } from '../../../shared/domain/memos';
import { memoTemplates, templateFacts, type MemoTemplate } from '../../../shared/memo/templates/names';
import { useAct, useCall } from '../../client';
import { DateInput, Dialog, FieldRow, Input, Select } from '../../ui';

const none = 'all';

/** A new memo that begins with something: headings to fill in, or what is in the library, cited. */
export function TemplateDialog({ onClose, onMade }: { onClose: () => void; onMade: (memo: MemoDetail) => void }) {
  const [template, setTemplate] = useState<MemoTemplate>('chronology');
  const [title, setTitle] = useState('');
  const [collectionId, setCollection] = useState(none);
  const [from, setFrom] = useState<string | null>('');
  const [to, setTo] = useState<string | null>('');
  const [problem, setProblem] = useState('');
  const collections = useCall('collections.list', {}).data ?? [];
  const make = useAct('memos.fromTemplate', {
    onSuccess: onMade,
    onError: (error) => setProblem(error.message),
  });
  const { about, dated, collected } = templateFacts[template];
  const submit = () =>
    void make.act({
      template,
      ...(title.trim() === '' ? {} : { title }),
      ...(collected && collectionId !== none ? { collectionId } : {}),
      ...(dated ? { from: from ?? '', to: to ?? '' } : {}),
    });
  const changed =
    <T,>(set: (value: T) => void) =>
    (value: T) => {
      setProblem('');
      set(value);
    };
  return (
    <Dialog
      open
      onClose={onClose}
      title="New memo from a template"
      onSubmit={submit}
      submitLabel="Make the memo"
      submitDisabled={make.pending || (dated && (from === null || to === null))}
    >
      <Select
        label="Template"
        value={template}
        options={memoTemplates.map((value) => ({ value, label: templateFacts[value].label }))}
        onChange={changed(setTemplate)}
        hint={about}
        error={problem}
      />
      <Input label="Title" value={title} maxLength={500} placeholder="Named after the template" onChange={setTitle} />
      {collected && collections.length > 0 && (
        <Select
          label="From"
          value={collectionId}
          options={[
            { value: none, label: 'The whole library' },
            ...collections.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          onChange={changed(setCollection)}
        />
      )}
      {dated && (
        <FieldRow>
          <DateInput label="Not before" value={from ?? ''} onChange={changed(setFrom)} empty="From the beginning." />
          <DateInput label="Not after" value={to ?? ''} onChange={changed(setTo)} empty="To the end." />
        </FieldRow>
      )}
    </Dialog>
  );
}
