import * as v from 'valibot';
import { claimStatuses, type ClaimStatus } from '../../../shared/domain/claims';
import { StatusMark, statusNames } from '../../ui';

/** Claims of one status, or of any. */
export type StatusFilter = ClaimStatus | 'any';
export const statusFilter = v.picklist(['any', ...claimStatuses]);
export const statusOptions = [
  { value: 'any' as StatusFilter, label: 'Any status' },
  ...claimStatuses.map((status) => ({
    value: status as StatusFilter,
    label: statusNames[status],
    icon: <StatusMark status={status} />,
  })),
];
