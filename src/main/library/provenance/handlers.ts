import type { Handlers } from '../../../shared/contract';
import { exportFileName } from '../../exporting/file-name';
import type { LibraryContext } from '../context';
import { checkMemo } from './check';
import { dismiss, withdraw } from './dismissals/store';
import { buildLedger, ledgerJson } from './ledger';
import { QuotationChecker } from './verdicts';
import { verifyLedger } from './verify-ledger';

type ProvenanceMethod =
  'provenance.check' | 'provenance.dismiss' | 'provenance.withdraw' | 'provenance.ledger' | 'provenance.verifyLedger';

/** What memos rest on, and what in them does not hold. */
export function provenanceHandlers({ db, change, linkId, clock }: LibraryContext): Handlers<ProvenanceMethod> {
  const checker = new QuotationChecker(db);
  return {
    'provenance.check': ({ memoId, sentences }) => checkMemo(db, checker, memoId, sentences),
    'provenance.dismiss': (input) =>
      change({ label: 'Dismiss finding' }, async (writer) => {
        await dismiss(writer, linkId, input);
        return null;
      }),
    'provenance.withdraw': (input) =>
      change({ label: 'Withdraw dismissal' }, async (writer) => {
        await withdraw(writer, linkId, input);
        return null;
      }),
    async 'provenance.ledger'({ memoId }) {
      const ledger = await buildLedger(db, memoId, new Date(clock()).toISOString().slice(0, 10), checker);
      const fileName = exportFileName(`${ledger.memo.title} ledger`, 'json');
      const bytes = new TextEncoder().encode(ledgerJson(ledger));
      return { files: [{ fileName, mediaType: 'application/json', bytes }], warnings: [] };
    },
    'provenance.verifyLedger': ({ text }) => verifyLedger(db, text),
  };
}
