import type { CheckedSentence } from '../../../../shared/domain/provenance';

export function restsOnNothing({ excerptIds, sourceIds, claimIds }: CheckedSentence): boolean {
  return excerptIds.length + sourceIds.length + claimIds.length === 0;
}
