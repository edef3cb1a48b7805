import { Download, FileText } from 'lucide-react';
import { matrixBlocks } from '../../../shared/claims/matrix';
import type { InputOf } from '../../../shared/contract';
import type { Matrix, matrixFormats } from '../../../shared/domain/matrix';
import { useSaveOutcome } from '../../app/exporting';
import { useAct } from '../../client';
import { newLocalId } from '../../editor/newLocalId';
import { Button, Menu, useToasts } from '../../ui';
import { useWriteInMemo } from '../memos/quoting';

const formats: [(typeof matrixFormats)[number], string][] = [
  ['csv', 'Spreadsheet (.csv)'],
  ['html', 'HTML, one file'],
  ['docx', 'Word (.docx)'],
  ['pdf', 'PDF'],
];

/** What a matrix can leave as: a file, or a table with its citations in a memo. */
export function MatrixMenu({ matrix, question }: { matrix: Matrix; question: InputOf<'matrix.get'> }) {
  const saveOutcome = useSaveOutcome();
  const write = useWriteInMemo();
  const toasts = useToasts();
  const run = useAct('exports.matrix', { onSuccess: saveOutcome });
  const empty = matrix.columns.length === 0;
  const intoMemo = () =>
    write((memo) => {
      const takeOut = memo.putBlocks(matrixBlocks(matrix, newLocalId));
      toasts.say(`Put into “${memo.title}”`, { action: { label: 'Undo', run: takeOut } });
    });
  return (
    <>
      <Button icon={<FileText size={14} aria-hidden />} disabled={empty} onClick={intoMemo}>
        Put in a memo
      </Button>
      <Menu
        align="end"
        entries={formats.map(([format, label]) => ({ label, run: () => void run.act({ ...question, format }) }))}
      >
        <Button icon={<Download size={14} aria-hidden />} disabled={run.pending || empty}>
          {run.pending ? 'Exporting…' : 'Export'}
        </Button>
      </Menu>
    </>
  );
}
