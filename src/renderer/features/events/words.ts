import type { DateStanding } from '../../../shared/events/dates';

/** How a given date stands to the one that the event goes by, for people. */
export const standingNames: Record<DateStanding, string> = {
  same: 'the same',
  narrower: 'more precise',
  wider: 'less precise',
  overlaps: 'overlaps in part',
  conflict: 'in conflict',
  open: 'the event goes by none yet',
};
