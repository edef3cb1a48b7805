import { ChartGantt, Grid3x3, Split, Waypoints, type LucideIcon } from 'lucide-react';
import type { Place } from './places';

/** Views over many rows at once, in the order of the sidebar. */
export const overviews: readonly { title: string; icon: LucideIcon; place: Place }[] = [
  { title: 'Timeline', icon: ChartGantt, place: { view: 'timeline' } },
  { title: 'Matrix', icon: Grid3x3, place: { view: 'matrix' } },
  { title: 'Hypotheses', icon: Split, place: { view: 'ach' } },
  { title: 'Network', icon: Waypoints, place: { view: 'network' } },
];
