import type { VerifyReport } from '../../shared/domain/library';
import { Button } from '../ui/Button';
import { Dialog } from '../ui/Dialog';
import styles from './VerifyDialog.module.css';

/** What checking the library found. */
export function VerifyDialog({ report, onClose }: { report: VerifyReport | null; onClose: () => void }) {
  return (
    <Dialog
      open={report !== null}
      onClose={onClose}
      title={report?.ok ? 'The library is sound' : 'The library has problems'}
      footer={
        <Button look="primary" onClick={onClose}>
          Close
        </Button>
      }
    >
      {report && (
        <>
          {report.findings.length > 0 && (
            <>
              <p>
                Nothing was changed. Copy these findings, then open the newest backup beside this library and compare.
              </p>
              <ul className={styles['findings']}>
                {report.findings.map((finding, index) => (
                  <li key={index}>
                    <span className={styles['check']}>{finding.check}</span> {finding.message}
                  </li>
                ))}
              </ul>
            </>
          )}
          <table className={styles['table']}>
            <thead>
              <tr>
                <th scope="col">Checked</th>
                <th scope="col">How many</th>
              </tr>
            </thead>
            <tbody>
              {Object.entries(report.checked).map(([name, count]) => (
                <tr key={name}>
                  <td>{name}</td>
                  <td>{count.toLocaleString()}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
    </Dialog>
  );
}
