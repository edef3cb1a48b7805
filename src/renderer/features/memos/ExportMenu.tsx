import { Download } from 'lucide-react';
import { useState } from 'react';
import { memoFormats } from '../../../shared/domain/exports';
import { useCommands } from '../../app/commands';
import { Button, Menu } from '../../ui';
import { BundleDialog } from './bundle/BundleDialog';
import { ExportDialog } from './export/ExportDialog';
import { formatFacts } from './export/formats';
import { useExport } from './export/useExport';
import type { MemoFacts } from './facts';
import styles from './memos.module.css';

/** Everything a memo can leave as: with a preview, or at once as the last time. What is on screen is saved first. */
export function ExportMenu({ memo, flush }: { memo: MemoFacts; flush: () => Promise<void> }) {
  const [choosing, setChoosing] = useState(false);
  const [bundling, setBundling] = useState(false);
  const run = useExport(memo.id, flush);
  const bundle = { label: 'Evidence bundle (.zip)…', run: () => setBundling(true) };
  const open = async () => {
    // The preview shows what is on the screen.
    await flush();
    setChoosing(true);
  };
  const again = async () => {
    if (!(await run.again())) await open();
  };
  useCommands([
    {
      id: 'memo.export',
      title: 'Export this memo, with a preview…',
      group: 'Memos',
      shortcut: 'mod+e',
      run: () => void open(),
    },
    {
      id: 'memo.export.again',
      title: 'Export this memo again, as the last time',
      group: 'Memos',
      shortcut: 'mod+alt+s',
      run: () => void again(),
    },
    ...memoFormats.map((format) => ({
      id: `memo.export.${format}`,
      title: `Export this memo: ${formatFacts[format].label}`,
      group: 'Memos',
      run: () => void run.quickly(format),
    })),
    { id: 'memo.bundle', title: 'Evidence bundle of this memo…', group: 'Memos', run: bundle.run },
  ]);
  return (
    <>
      <Menu
        align="end"
        entries={[
          { label: 'With a preview…', shortcut: 'mod+e', run: () => void open() },
          { label: 'Again, as the last time', shortcut: 'mod+alt+s', run: () => void again() },
          'line',
          ...memoFormats.map((format) => ({ label: formatFacts[format].label, run: () => void run.quickly(format) })),
          'line',
          bundle,
        ]}
      >
        <Button icon={<Download size={14} aria-hidden />} disabled={run.pending}>
          <span className={styles.exportWord}>{run.pending && !choosing ? 'Exporting…' : 'Export'}</span>
        </Button>
      </Menu>
      {choosing && <ExportDialog memo={memo} run={run} onClose={() => setChoosing(false)} />}
      {bundling && <BundleDialog memoId={memo.id} flush={flush} onClose={() => setBundling(false)} />}
    </>
  );
}
