import type { Ledger } from '../../../shared/provenance/ledger';
import { makeLedger } from '../../../shared/provenance/make-ledger';
import { CommonplaceError } from '../../../shared/result';
import type { Database } from '../db/types';
import { findLibrary } from '../library/store';
import { readProvenance } from './facts';
import { QuotationChecker } from './verdicts';

/**
 * The provenance ledger of a memo as it is stored now.
 * @param asOf the day it is made, YYYY-MM-DD
 * @throws CommonplaceError `not-found`, `library-damaged`
 */
export async function buildLedger(
  db: Database,
  memoId: string,
  asOf: string,
  checker = new QuotationChecker(db),
): Promise<Ledger> {
  const library = await db.read(findLibrary);
  if (!library) throw new CommonplaceError('library-damaged', 'This library has no name of its own. Restore a backup.');
  const { memo, reading, facts } = await readProvenance(db, checker, memoId);
  const { id, title, locale, sha256 } = memo;
  return makeLedger(
    { asOf, library: { id: library.id, name: library.name }, memo: { id, title, locale, sha256 } },
    reading,
    facts,
  );
}

/** A ledger as it is saved: JSON with a line a value, so that two can be compared. */
export function ledgerJson(ledger: Ledger): string {
  return `${JSON.stringify(ledger, null, 1)}\n`;
}
