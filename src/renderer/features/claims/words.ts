import type { EvidenceStance, PositionStance } from '../../../shared/domain/claims';

export const stanceNames: Record<PositionStance, string> = {
  asserts: 'Asserts',
  denies: 'Denies',
  confirms: 'Confirms',
  declines: 'Declines to comment',
  retracts: 'Retracts',
};

export const evidenceNames: Record<EvidenceStance, string> = {
  supports: 'Supports',
  contradicts: 'Contradicts',
  context: 'Context',
};
