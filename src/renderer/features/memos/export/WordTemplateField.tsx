import { useRef, useState } from 'react';
import { mostTemplateBytes, type WordTemplate } from '../../../../shared/domain/word-template';
import { failureFrom } from '../../../../shared/result';
import { call } from '../../../client';
import { Button, Field } from '../../../ui';
import styles from './export.module.css';

interface WordTemplateFieldProps {
  template: WordTemplate | null;
  onTemplate: (template: WordTemplate | null) => void;
}

function takenOver({ headers = [], leftBehind = [] }: WordTemplate): string {
  const taken = headers.length > 0 ? 'Its styles, lists, paper, headers and footers.' : 'Its styles, lists and paper.';
  return leftBehind.length > 0 ? `${taken} Left behind: ${leftBehind.join(', ')}.` : taken;
}

/** The Word file whose look the export has. One that is refused leaves the choice as it was. */
export function WordTemplateField({ template, onTemplate }: WordTemplateFieldProps) {
  const chooser = useRef<HTMLInputElement>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const take = async (file: File) => {
    setProblem(null);
    if (file.size > mostTemplateBytes) {
      setProblem(`“${file.name}” is larger than 20 MB. Save it in Word without its pictures, and choose that.`);
      return;
    }
    try {
      const bytes = new Uint8Array(await file.arrayBuffer());
      onTemplate(await call('exports.wordTemplate', { name: file.name, bytes }));
    } catch (error) {
      setProblem(failureFrom(error).message);
    }
  };
  const hint = template ? takenOver(template) : 'A .docx whose styles, headers and footers the file takes.';
  return (
    <Field label="Word template" hint={hint} error={problem}>
      {(ids) => (
        <div className={styles['template']}>
          <input
            ref={chooser}
            type="file"
            hidden
            accept=".docx,.dotx"
            aria-label="Word file to use as the template"
            onChange={({ target }) => {
              const [file] = target.files ?? [];
              if (file) void take(file);
              target.value = '';
            }}
          />
          {template && (
            <span className={styles['templateName']} title={template.name} dir="auto">
              {template.name}
            </span>
          )}
          <Button {...ids} look="secondary" onClick={() => chooser.current?.click()}>
            Choose…
          </Button>
          {template && (
            <Button
              onClick={() => {
                setProblem(null);
                onTemplate(null);
              }}
            >
              Remove
            </Button>
          )}
        </div>
      )}
    </Field>
  );
}
