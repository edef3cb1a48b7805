import { locatorLabels, type Locator } from '../../../shared/domain/common';
import { excerptKinds, type Excerpt, type ExcerptKind } from '../../../shared/domain/excerpts';
import { locatorName } from '../../../shared/excerpts/locator';
import { useAct } from '../../client';
import { Input, TextArea } from '../../ui/Field';
import { Select } from '../../ui/Select';
import { TagInput } from '../../ui/TagInput';
import { ColourPicker } from './ColourPicker';
import { useDraft } from './useDraft';
import styles from './excerpts.module.css';

const kindOptions = excerptKinds.map((kind) => ({
  value: kind,
  label: { quotation: 'Quotation', paraphrase: 'Paraphrase', summary: 'Summary', comment: 'Comment' }[kind],
}));
const locatorOptions = locatorLabels.map((label) => ({ value: label, label: locatorName(label) }));

export interface ExcerptEditorProps {
  excerpt: Excerpt;
  /** Puts the caret into the note: the excerpt was just made to be annotated. */
  startWithNote?: boolean;
}

/** Everything about an excerpt that is the researcher's to say. Each field is saved when it is left, and can be undone. */
export function ExcerptEditor({ excerpt, startWithNote = false }: ExcerptEditorProps) {
  const { id, kind } = excerpt;
  const { act } = useAct('excerpts.update');
  const note = useDraft(excerpt.note, (text) => act({ id, note: text }));
  const words = useDraft(excerpt.text, (text) => act({ id, text }));
  const locator: Locator = excerpt.locator ?? { label: 'paragraph', value: '' };
  const place = useDraft(locator.value, (value) => act({ id, locator: { ...locator, value } }));
  return (
    <div className={styles.editor}>
      <ColourPicker value={excerpt.colour} onChange={(colour) => void act({ id, colour })} />
      <TextArea label="Note" placeholder="For yourself: why it matters" rows={3} autoFocus={startWithNote} {...note} />
      {kind !== 'quotation' && <TextArea label="In your words" serif rows={3} {...words} />}
      <TagInput hideLabel value={excerpt.tags} onChange={(tags) => void act({ id, tags })} />
      <div className={styles.fields}>
        <Select<ExcerptKind>
          label="Kind"
          value={kind}
          options={kindOptions}
          onChange={(next) => void act({ id, kind: next })}
        />
        <Select
          label="Locator"
          value={locator.label}
          options={locatorOptions}
          onChange={(label) => void act({ id, locator: { ...locator, label } })}
        />
        <Input label={locatorName(locator.label)} {...place} />
      </div>
    </div>
  );
}
