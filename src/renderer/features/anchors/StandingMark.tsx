import { Check, Eraser, MoveRight, PenLine, Pin, SearchX, Split, Stamp, type LucideIcon } from 'lucide-react';
import type { ExcerptStanding } from '../../../shared/domain/anchors';
import type { Excerpt } from '../../../shared/domain/excerpts';
import { shortLocator } from '../../../shared/excerpts/locator';
import { cx } from '../../ui/cx';
import { standingKind, standingNames, type StandingKind } from './standing';
import styles from './anchors.module.css';

const icons: Record<StandingKind, LucideIcon> = {
  exact: Check,
  moved: MoveRight,
  changed: PenLine,
  ambiguous: Split,
  lost: SearchX,
  placed: Pin,
  kept: Stamp,
  gone: Eraser,
};

/** How an excerpt stands in another snapshot: shape, colour and words. */
export function StandingMark({ standing }: { standing: Pick<ExcerptStanding, 'verdict' | 'decision'> }) {
  const kind = standingKind(standing);
  const Icon = icons[kind];
  return (
    <span className={cx(styles.mark, styles[kind])}>
      <Icon size={12} aria-hidden />
      {standingNames[kind]}
    </span>
  );
}

/** Where an excerpt stands in the newest snapshot, if that is another place; '' otherwise. */
export function newestLocator({ locator, standing }: Pick<Excerpt, 'locator' | 'standing'>): string {
  const now = shortLocator(standing?.locator ?? null);
  return now === shortLocator(locator) ? '' : now;
}

/** Beside an excerpt's citation: the locator in the newest snapshot where it is another, and that it needs a look. */
export function StandingFacts({ excerpt }: { excerpt: Excerpt }) {
  const { standing } = excerpt;
  if (standing === null) return null;
  const now = newestLocator(excerpt);
  return (
    <>
      {now && <span title="Its place in the newest snapshot">now {now}</span>}
      {standing.needsLook && <StandingMark standing={standing} />}
    </>
  );
}
