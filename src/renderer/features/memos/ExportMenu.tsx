import { Download } from 'lucide-react';
import type { MemoFormat } from '../../../shared/domain/exports';
import { useCommands } from '../../app/commands';
import { useSaveOutcome } from '../../app/exporting';
import { useAct } from '../../client';
import { Button, Menu } from '../../ui';

const formats: [MemoFormat, string][] = [
  ['docx', 'Word (.docx)'],
  ['odt', 'OpenDocument (.odt)'],
  ['pdf', 'PDF'],
  ['html', 'HTML, one file'],
  ['md', 'Markdown for pandoc, with CSL-JSON and style'],
  ['tex', 'LaTeX with BibLaTeX'],
  ['txt', 'Plain text'],
];

/** Everything a memo can leave as. What is on screen is saved first. */
export function ExportMenu({ memoId, flush }: { memoId: string; flush: () => Promise<void> }) {
  const saveOutcome = useSaveOutcome();
  const exportMemo = useAct('exports.memo', { onSuccess: saveOutcome });
  const run = async (format: MemoFormat) => {
    await flush();
    await exportMemo.act({ memoId, format });
  };
  useCommands(
    formats.map(([format, label]) => ({
      id: `memo.export.${format}`,
      title: `Export this memo: ${label}`,
      group: 'Memos',
      run: () => void run(format),
    })),
  );
  return (
    <Menu align="end" entries={formats.map(([format, label]) => ({ label, run: () => void run(format) }))}>
      <Button icon={<Download size={14} aria-hidden />} disabled={exportMemo.pending}>
        {exportMemo.pending ? 'Exporting…' : 'Export'}
      </Button>
    </Menu>
  );
}
