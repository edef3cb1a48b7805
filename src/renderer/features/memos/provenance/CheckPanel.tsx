import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import type { CheckedFinding, Dismissal } from '../../../../shared/domain/provenance';
import { useSaveOutcome } from '../../../app/exporting';
import { useAct } from '../../../client';
import { showFinding } from '../../../editor/provenance/here';
import { Button, count, cx, EmptyState, Kbd } from '../../../ui';
import type { SidePanelProps } from '../side/panels';
import { FindingRow } from './FindingRow';
import { groupFindings, nextFinding, ruleNames } from './groups';
import styles from './provenance.module.css';
import { RelinkDialog } from './RelinkDialog';
import { stepTo } from './stepTo';
import { useFixes } from './useFixes';
import { useReport } from './useReport';

interface At {
  fingerprint: string | null;
  index: number;
}

/** What in the memo does not hold, grouped; each finding is fixed, or dismissed with a reason that is kept. */
export function CheckPanel({ memo, editor, scroller }: SidePanelProps) {
  const report = useReport(memo.id);
  const fixes = useFixes(editor);
  const dismiss = useAct('provenance.dismiss', { success: 'Dismissed' });
  const withdraw = useAct('provenance.withdraw');
  const saveOutcome = useSaveOutcome();
  const ledger = useAct('provenance.ledger', { onSuccess: saveOutcome });
  const list = useRef<HTMLDivElement>(null);
  // Where the one that was there is mended or dismissed, the next one moves up to its place.
  const [{ fingerprint: current, index }, setCurrent] = useState<At>({ fingerprint: null, index: 0 });
  const [dismissing, setDismissing] = useState(false);
  const standing = report?.findings.filter(({ dismissed }) => dismissed === null) ?? [];
  const groups = groupFindings(standing);
  const inOrder = groups.flatMap(({ findings }) => findings);
  const at = inOrder.find(({ fingerprint }) => fingerprint === current) ?? inOrder[Math.min(index, inOrder.length - 1)];

  const show = (finding: CheckedFinding | undefined, focus: boolean) => {
    if (!finding) return list.current?.focus();
    setCurrent({ fingerprint: finding.fingerprint, index: inOrder.indexOf(finding) });
    setDismissing(false);
    showFinding(editor, scroller, finding);
    if (focus) requestAnimationFrame(() => rowOf(list.current, finding.fingerprint)?.focus());
  };
  // F8 may have opened this panel: it goes on here.
  useEffect(() =>
    stepTo.listen((step) => {
      const known = standing.some(({ fingerprint }) => fingerprint === current);
      show(!known && current !== null && step === 1 ? at : nextFinding(standing, current, step), true);
    }),
  );

  const drop = (finding: CheckedFinding, reason: string) => {
    const { fingerprint, rule, words } = finding;
    const next = nextFinding(inOrder, fingerprint, 1);
    setDismissing(false);
    void dismiss.act({ memoId: memo.id, fingerprint, rule, words: words.slice(0, 1000), reason });
    if (next && next !== finding) show(next, true);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (dismissing || !at || event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.target instanceof HTMLButtonElement && event.key === 'Enter') return;
    const [fix] = at.fixes;
    if (event.key === 'ArrowDown') show(inOrder[Math.min(inOrder.length - 1, inOrder.indexOf(at) + 1)], true);
    else if (event.key === 'ArrowUp') show(inOrder[Math.max(0, inOrder.indexOf(at) - 1)], true);
    else if (event.key === 'Enter' && fix) fixes.apply(at, fix);
    else if (event.key.toLowerCase() === 'd') setDismissing(true);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  if (!report) return null;
  const dismissed = report.findings.filter((finding) => finding.dismissed !== null);
  return (
    <div
      ref={list}
      className={cx(styles.panel, styles.check)}
      role="group"
      aria-label="Findings"
      onKeyDown={onKeyDown}
      tabIndex={-1}
    >
      {standing.length === 0 ? (
        <div className={styles.nothing}>
          <NothingFound isBare={report.isBare} hasDismissed={dismissed.length + report.past.length > 0} />
        </div>
      ) : (
        <p className={styles.summary} role="status">
          {count(standing.length, 'finding')}. <Kbd shortcut="f8" /> goes to the next, <Kbd shortcut="enter" /> fixes,{' '}
          <Kbd shortcut="d" /> dismisses.
        </p>
      )}
      {groups.map(({ title, findings }) => (
        <section key={title} aria-label={title}>
          <h3 className={styles.group}>
            {title} <span>{findings.length}</span>
          </h3>
          <ul className={styles.findings}>
            {findings.map((finding) => (
              <FindingRow
                key={finding.fingerprint}
                finding={finding}
                current={finding === at}
                dismissing={finding === at && dismissing}
                onShow={() => show(finding, true)}
                onFix={(fix) => fixes.apply(finding, fix)}
                onAskReason={() => setDismissing(true)}
                onDismiss={(reason) => drop(finding, reason)}
                onCancel={() => {
                  setDismissing(false);
                  requestAnimationFrame(() => rowOf(list.current, finding.fingerprint)?.focus());
                }}
              />
            ))}
          </ul>
        </section>
      ))}
      <Dismissed
        dismissals={[...dismissed.flatMap((finding) => finding.dismissed ?? []), ...report.past]}
        past={new Set(report.past.map(({ fingerprint }) => fingerprint))}
        onWithdraw={(fingerprint) => void withdraw.act({ memoId: memo.id, fingerprint })}
      />
      <div className={styles.foot}>
        <Button disabled={ledger.pending} onClick={() => void ledger.act({ memoId: memo.id })}>
          Save the provenance ledger
        </Button>
      </div>
      {fixes.relinking !== null && (
        <RelinkDialog editor={editor} sourceIds={fixes.relinking} onClose={fixes.endRelinking} />
      )}
    </div>
  );
}

function rowOf(list: HTMLElement | null, fingerprint: string): HTMLElement | null {
  return list?.querySelector<HTMLElement>(`[data-finding="${CSS.escape(fingerprint)}"]`) ?? null;
}

function NothingFound({ isBare, hasDismissed }: { isBare: boolean; hasDismissed: boolean }) {
  const title = isBare ? 'Nothing to check yet' : hasDismissed ? 'Nothing else was found' : 'All of it holds';
  return (
    <EmptyState title={title}>
      {isBare
        ? 'Quote an excerpt, cite a source, or mark words as a claim. As you write, they are held against your library: '
        : ''}
      Quotations are compared with their sources letter by letter, claims with their evidence, names and offices with
      what you know of the actors. What does not hold is underlined in the text and listed here.
    </EmptyState>
  );
}

interface DismissedProps {
  dismissals: readonly Dismissal[];
  /** Fingerprints of those whose words are no longer in the text. */
  past: ReadonlySet<string>;
  onWithdraw: (fingerprint: string) => void;
}

function Dismissed({ dismissals, past, onWithdraw }: DismissedProps) {
  if (dismissals.length === 0) return null;
  return (
    <details className={styles.dismissed}>
      <summary>{count(dismissals.length, 'dismissed finding')}</summary>
      <ul className={styles.findings}>
        {dismissals.map(({ fingerprint, rule, words, reason }) => (
          <li key={fingerprint} className={styles.finding}>
            <span className={styles.rule}>
              {ruleNames[rule as keyof typeof ruleNames] ?? rule}
              {past.has(fingerprint) && ' · no longer in the text'}
            </span>
            {words !== '' && <p className={styles.words}>{words.slice(0, 120)}</p>}
            <p className={styles.message}>{reason}</p>
            <Button look="quiet" onClick={() => onWithdraw(fingerprint)}>
              {past.has(fingerprint) ? 'Forget' : 'Withdraw'}
            </Button>
          </li>
        ))}
      </ul>
    </details>
  );
}
