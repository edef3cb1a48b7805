import { CommonplaceError } from '../../shared/result';
import type { ImportLimits } from './format';

/** Ample for a book (the Bible has 4 million characters) and for pages with their pictures inside. */
export const ordinaryLimits: ImportLimits = { bytes: 64_000_000, characters: 10_000_000 };

/** @throws CommonplaceError `too-large` */
export function refuseLarge(what: string, size: number, limit: number, unit: 'bytes' | 'characters'): void {
  if (size <= limit) return;
  const million = (value: number) => Math.round(value / 100_000) / 10;
  const words = unit === 'bytes' ? 'MB' : 'million characters';
  throw new CommonplaceError(
    'too-large',
    `${what} has ${million(size)} ${words}; up to ${million(limit)} are imported. Split it into parts, or bring it in with more memory (on the command line, with “--large”).`,
    { size, limit },
  );
}
