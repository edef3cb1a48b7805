import * as v from 'valibot';
import { CommonplaceError } from '../result';
import { ledgerFormat, ledgerSchema, ledgerVersion, type Ledger } from './ledger';

/** A ledger from anywhere, validated whole. @throws CommonplaceError `bad-input`, `library-newer` */
export function parseLedger(text: string): Ledger {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text.replace(/^\uFEFF/u, ''));
  } catch {
    throw refused('it is not JSON, or only a part of it');
  }
  if (typeof parsed !== 'object' || parsed === null || !('format' in parsed) || parsed.format !== ledgerFormat) {
    throw refused('it is not a provenance ledger of Commonplace');
  }
  if ('version' in parsed && typeof parsed.version === 'number' && parsed.version > ledgerVersion) {
    throw new CommonplaceError(
      'library-newer',
      'This ledger was made by a newer version of Commonplace. Update Commonplace to check it.',
    );
  }
  const read = v.safeParse(ledgerSchema, parsed, { abortEarly: true });
  if (read.success) return read.output;
  const [issue] = read.issues;
  throw refused(`its field “${v.getDotPath(issue) ?? ''}” is not what it should be`);
}

function refused(why: string): CommonplaceError {
  return new CommonplaceError(
    'bad-input',
    `This ledger cannot be checked: ${why}. Save it again from where it was made.`,
  );
}
