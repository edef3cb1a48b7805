import { useState } from 'react';
import type { Bundled } from '../../../../shared/domain/bundles';
import type { MemoFormat } from '../../../../shared/domain/exports';
import { Button, Checkbox, count, Dialog } from '../../../ui';
import styles from './bundle.module.css';
import { useBundle, type BundleState } from './useBundle';

const formats: [MemoFormat, string][] = [
  ['docx', 'Word'],
  ['pdf', 'PDF'],
  ['md', 'Markdown'],
];

export interface BundleDialogProps {
  memoId: string;
  /** Saves what is on the screen. */
  flush: () => Promise<void>;
  onClose: () => void;
}

/** Asks what goes into the evidence bundle, shows how far it is, and what it holds. */
export function BundleDialog({ memoId, flush, onClose }: BundleDialogProps) {
  const { state, make, cancel } = useBundle(memoId, flush);
  const [chosen, setChosen] = useState<readonly MemoFormat[]>(['docx', 'pdf']);
  const toggle = (format: MemoFormat, on: boolean) =>
    setChosen((now) => (on ? [...now, format] : now.filter((other) => other !== format)));
  const busy = state.kind === 'making' || state.kind === 'saving';
  if (state.kind === 'made') {
    return (
      <Dialog open onClose={onClose} title="Evidence bundle" footer={<Button onClick={onClose}>Done</Button>}>
        <Made bundled={state.bundled} />
      </Dialog>
    );
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title="Evidence bundle"
      {...(busy
        ? { footer: <Button onClick={cancel}>Cancel</Button> }
        : { onSubmit: () => void make([...chosen]), submitLabel: 'Make bundle' })}
    >
      <p className={styles.words}>
        One zip for an editor or a fact-checker: the memo as pages in which every citation opens its passage, the texts
        and original files it cites, and the provenance ledger. It is read in a browser, without Commonplace and without
        a network.
      </p>
      {busy ? (
        <Progress state={state} />
      ) : (
        <fieldset className={styles.formats}>
          <legend>The memo also as</legend>
          {formats.map(([format, label]) => (
            <Checkbox
              key={format}
              label={label}
              checked={chosen.includes(format)}
              onChange={(on) => toggle(format, on)}
            />
          ))}
        </fieldset>
      )}
      {state.kind === 'failed' && <p role="alert">{state.failure.message}</p>}
    </Dialog>
  );
}

function Progress({ state }: { state: Extract<BundleState, { kind: 'making' | 'saving' }> }) {
  const words =
    state.kind === 'saving'
      ? `Saving ${megabytes(state.of)}`
      : state.of === 0
        ? 'Reading the memo'
        : `Writing file ${Math.min(state.done + 1, state.of)} of ${state.of}`;
  return (
    <div className={styles.progress} role="status">
      <progress aria-label="Evidence bundle" {...(state.of > 0 ? { max: state.of, value: state.done } : {})} />
      <span>{words}</span>
    </div>
  );
}

function Made({ bundled }: { bundled: Bundled }) {
  return (
    <>
      <p className={styles.words}>
        {`${bundled.fileName}, ${megabytes(bundled.bytes)}: ${count(bundled.files, 'file')}, `}
        {`${count(bundled.sources, 'source text')}, ${count(bundled.passages, 'passage')}.`}
      </p>
      {bundled.warnings.length > 0 && (
        <ul className={styles.warnings} aria-label="What to know">
          {bundled.warnings.map((warning) => (
            <li key={warning} dir="auto">
              {warning}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function megabytes(bytes: number): string {
  return bytes < 1_000_000 ? `${Math.max(1, Math.round(bytes / 1000))} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
