import { memoFormats, type MemoFormat } from '../../../../shared/domain/exports';
import type { MemoExportOptions, MemoLayout, PaperSize } from '../../../../shared/domain/memo-export';
import { Checkbox, FieldRow, Input, Select, TextArea } from '../../../ui';
import { formatFacts } from './formats';
import { WordTemplateField } from './WordTemplateField';
import styles from './export.module.css';

const papers: { value: PaperSize; label: string }[] = [
  { value: 'a4', label: 'A4' },
  { value: 'letter', label: 'Letter' },
];
const layouts: { value: MemoLayout; label: string; note: string }[] = [
  { value: 'plain', label: 'Plain memo', note: 'title and text' },
  { value: 'report', label: 'Report', note: 'title page, running heads' },
  { value: 'essay', label: 'Essay', note: 'wide margin to write in' },
];
const sizes: { value: '10' | '11' | '12'; label: string }[] = [
  { value: '10', label: '10 pt' },
  { value: '11', label: '11 pt' },
  { value: '12', label: '12 pt' },
];

type Switch = {
  [Name in keyof MemoExportOptions]: MemoExportOptions[Name] extends boolean ? Name : never;
}[keyof MemoExportOptions];
const switches: [Switch, string][] = [
  ['contents', 'Table of contents'],
  ['numberedHeadings', 'Numbered headings'],
  ['wideLines', 'Wide line spacing'],
  ['bibliography', 'Bibliography'],
  ['comments', 'Comments to yourself'],
  ['zoteroFields', 'Citations as Zotero fields'],
  ['ledger', 'Provenance ledger as an appendix'],
];

export interface ExportFormProps {
  format: MemoFormat;
  options: MemoExportOptions;
  onFormat: (format: MemoFormat) => void;
  onOptions: (options: MemoExportOptions) => void;
}

/** Format and options of an export; only what changes the files of the format is asked for. */
export function ExportForm({ format, options, onFormat, onOptions }: ExportFormProps) {
  const asked = new Set(formatFacts[format].options);
  // A template says itself what paper and letters there are.
  if (asked.has('wordTemplate') && options.wordTemplate) {
    for (const name of ['fontSize', 'wideLines'] as const) asked.delete(name);
    if (options.wordTemplate.page) asked.delete('paper');
  }
  const set = (changed: Partial<MemoExportOptions>) => onOptions({ ...options, ...changed });
  return (
    <div className={styles['form']}>
      <Select
        label="Format"
        value={format}
        options={memoFormats.map((value) => ({ value, label: formatFacts[value].label }))}
        onChange={onFormat}
      />
      {asked.has('wordTemplate') && (
        <WordTemplateField template={options.wordTemplate} onTemplate={(template) => set({ wordTemplate: template })} />
      )}
      {asked.has('layout') && (
        <Select label="Layout" value={options.layout} options={layouts} onChange={(layout) => set({ layout })} />
      )}
      {(asked.has('paper') || asked.has('fontSize')) && (
        <FieldRow>
          {asked.has('paper') && (
            <Select label="Paper" value={options.paper} options={papers} onChange={(paper) => set({ paper })} />
          )}
          {asked.has('fontSize') && (
            <Select
              label="Text size"
              value={`${options.fontSize}`}
              options={sizes}
              onChange={(size) => set({ fontSize: Number(size) as MemoExportOptions['fontSize'] })}
            />
          )}
        </FieldRow>
      )}
      <Input
        label="Subtitle"
        value={options.subtitle}
        maxLength={500}
        dir="auto"
        onChange={(subtitle) => set({ subtitle })}
      />
      <FieldRow>
        <Input
          label="Author"
          value={options.author}
          maxLength={500}
          dir="auto"
          onChange={(author) => set({ author })}
        />
        <Input label="Date" value={options.date} maxLength={100} dir="auto" onChange={(date) => set({ date })} />
      </FieldRow>
      <TextArea
        label="Summary"
        serif
        rows={3}
        value={options.summary}
        maxLength={10_000}
        onChange={(summary) => set({ summary })}
      />
      <div className={styles['switches']}>
        {switches
          .filter(([name]) => asked.has(name))
          .map(([name, label]) => (
            <Checkbox
              key={name}
              label={label}
              checked={options[name]}
              onChange={(checked) => set({ [name]: checked })}
            />
          ))}
      </div>
      {options.bibliography && (
        <Input
          label="Heading of the bibliography"
          value={options.bibliographyTitle}
          maxLength={200}
          dir="auto"
          placeholder="As usual in the memo’s language"
          onChange={(bibliographyTitle) => set({ bibliographyTitle })}
        />
      )}
    </div>
  );
}
