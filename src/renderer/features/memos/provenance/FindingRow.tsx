import { useState, type KeyboardEvent } from 'react';
import type { CheckedFinding } from '../../../../shared/domain/provenance';
import type { Fix } from '../../../../shared/provenance/finding';
import { Button, cx, TextArea } from '../../../ui';
import { ruleNames, severityNames } from './groups';
import styles from './provenance.module.css';

export interface FindingRowProps {
  finding: CheckedFinding;
  current: boolean;
  dismissing: boolean;
  onShow: () => void;
  onFix: (fix: Fix) => void;
  onAskReason: () => void;
  onDismiss: (reason: string) => void;
  onCancel: () => void;
}

/** One finding: what it is, the words, where they part from the source, and what can be done. */
export function FindingRow({
  finding,
  current,
  dismissing,
  onShow,
  onFix,
  onAskReason,
  onDismiss,
  onCancel,
}: FindingRowProps) {
  const { rule, severity, words, message, differences, fixes, fingerprint } = finding;
  return (
    <li
      className={cx(styles.finding, current && styles.current)}
      data-finding={fingerprint}
      data-rule={rule}
      aria-current={current || undefined}
      tabIndex={current ? 0 : -1}
      onClick={onShow}
    >
      <div className={styles.findingHead}>
        <SeverityMark severity={severity} />
        <span className={styles.rule}>{ruleNames[rule]}</span>
      </div>
      {words !== '' && (
        <p className={styles.words} dir="auto">
          {words.length > 180 ? `${words.slice(0, 180)}…` : words}
        </p>
      )}
      {differences.length > 0 && (
        <dl className={styles.differences} aria-label="Differences">
          {differences.slice(0, 6).map(({ quoted, original }, index) => (
            <div key={index}>
              <dt>
                <del>{quoted || '(nothing)'}</del>
              </dt>
              <dd>
                <ins>{original || '(nothing)'}</ins>
              </dd>
            </div>
          ))}
        </dl>
      )}
      <p className={styles.message}>{message}</p>
      {dismissing ? (
        <ReasonForm onDismiss={onDismiss} onCancel={onCancel} />
      ) : (
        current && (
          <div className={styles.acts}>
            {fixes.map((fix, index) => (
              <Button
                key={fix.label}
                look={index === 0 ? 'secondary' : 'quiet'}
                onClick={(event) => {
                  event.stopPropagation();
                  onFix(fix);
                }}
              >
                {fix.label}
              </Button>
            ))}
            <Button
              look="quiet"
              onClick={(event) => {
                event.stopPropagation();
                onAskReason();
              }}
            >
              Dismiss…
            </Button>
          </div>
        )
      )}
    </li>
  );
}

function ReasonForm({ onDismiss, onCancel }: { onDismiss: (reason: string) => void; onCancel: () => void }) {
  const [reason, setReason] = useState('');
  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation();
    if (event.key === 'Escape') onCancel();
    else if (event.key === 'Enter' && !event.shiftKey && reason.trim() !== '') onDismiss(reason.trim());
    else return;
    event.preventDefault();
  };
  return (
    <form
      className={styles.reason}
      aria-label="Dismiss this finding"
      onKeyDown={onKeyDown}
      onClick={(event) => event.stopPropagation()}
      onSubmit={(event) => {
        event.preventDefault();
        if (reason.trim() !== '') onDismiss(reason.trim());
      }}
    >
      <TextArea
        label="Why it may stand"
        value={reason}
        onChange={setReason}
        rows={2}
        maxLength={1000}
        autoFocus
        placeholder="The desk has seen the original"
      />
      <div className={styles.acts}>
        <Button look="secondary" type="submit" disabled={reason.trim() === ''}>
          Dismiss
        </Button>
        <Button look="quiet" onClick={onCancel}>
          Cancel
        </Button>
      </div>
    </form>
  );
}

const paths = {
  error: 'M2.5 2.5l7 7M9.5 2.5l-7 7',
  warning: 'M6 1.5L11 10.5H1z',
  note: 'M6 1.5a4.5 4.5 0 1 0 0 9a4.5 4.5 0 1 0 0-9',
} as const;

/** How grave a finding is: shape, colour and name. */
export function SeverityMark({ severity }: { severity: CheckedFinding['severity'] }) {
  return (
    <svg
      className={cx(styles.severity, styles[severity])}
      width="12"
      height="12"
      viewBox="0 0 12 12"
      role="img"
      aria-label={severityNames[severity]}
    >
      <path
        d={paths[severity]}
        fill="none"
        stroke="currentColor"
        strokeWidth="1.5"
        strokeLinejoin="round"
        strokeLinecap="round"
      />
    </svg>
  );
}
