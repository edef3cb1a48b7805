import { useEffect, useState } from 'react';
import type { MemoFormat } from '../../../../shared/domain/exports';
import type { MemoExportOptions } from '../../../../shared/domain/memo-export';
import { useCall } from '../../../client';
import { Button, Dialog, EmptyState } from '../../../ui';
import { ExportForm } from './ExportForm';
import { formatFacts } from './formats';
import { Preview } from './Preview';
import type { ExportRun } from './useExport';
import { usePreview } from './usePreview';
import styles from './export.module.css';
import type { MemoFacts } from '../facts';

export interface ExportDialogProps {
  memo: MemoFacts;
  run: ExportRun;
  onClose: () => void;
}

interface Choice {
  format: MemoFormat;
  options: MemoExportOptions;
}

/** How the memo leaves: chosen at the left, seen at the right, before anything is saved. */
export function ExportDialog({ memo, run, onClose }: ExportDialogProps) {
  const remembered = useCall('exports.remembered', { memoId: memo.id }).data;
  const [choice, setChoice] = useState<Choice | null>(null);
  // What was remembered fills the form once; from then on the form counts.
  useEffect(() => {
    if (remembered && !choice) setChoice({ format: remembered.format ?? 'docx', options: remembered.options });
  }, [remembered, choice]);
  const preview = usePreview(memo.id, choice?.format ?? 'docx', memo.isEmpty ? null : (choice?.options ?? null));
  const warnings = preview.shown?.outcome.warnings ?? [];
  const submit = async () => {
    if (choice && (await run.start(choice.format, choice.options))) onClose();
  };
  if (memo.isEmpty) {
    return (
      <Dialog open onClose={onClose} title={`Export “${memo.title}”`}>
        <EmptyState title="There is nothing in this memo yet">
          Write in it, or quote an excerpt into it; then it can leave as Word, PDF and more, with every citation.
        </EmptyState>
      </Dialog>
    );
  }
  return (
    <Dialog
      open
      onClose={() => {
        run.cancel();
        onClose();
      }}
      title={`Export “${memo.title}”`}
      wide="most"
      onSubmit={() => void submit()}
      submitLabel={run.pending ? 'Exporting…' : 'Export'}
      submitDisabled={!choice || run.pending}
      footer={run.pending && <Button onClick={run.cancel}>Stop</Button>}
    >
      <div className={styles['columns']}>
        <div className={styles['choices']}>
          {choice && (
            <ExportForm
              format={choice.format}
              options={choice.options}
              onFormat={(format) => setChoice({ ...choice, format })}
              onOptions={(options) => setChoice({ ...choice, options })}
            />
          )}
          {warnings.length > 0 && (
            <ul className={styles['warnings']} aria-label="Warnings">
              {warnings.map((warning) => (
                <li key={warning}>{warning}</li>
              ))}
            </ul>
          )}
        </div>
        <Preview state={preview} note={choice ? formatFacts[choice.format].note : undefined} />
      </div>
    </Dialog>
  );
}
