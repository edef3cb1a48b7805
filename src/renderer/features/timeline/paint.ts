import type { TimelineItem } from '../../../shared/timeline/lanes';
import { ARROW_WIDTH, CROWD_WIDTH, POINT_WIDTH } from '../../../shared/timeline/layout';

/** The colours of the moment, as the canvas needs them. */
export interface Colours {
  paper: string;
  sunken: string;
  ink: string;
  ink2: string;
  ink3: string;
  /** Of the axis, behind everything. */
  line: string;
  rule: string;
  accent: string;
  accentSoft: string;
  contested: string;
}

const BAR = 10;

/** The sign of an event or a position; `y` is the middle of its row. Shape tells as much as colour. */
export function paintMark(
  context: CanvasRenderingContext2D,
  item: TimelineItem,
  { x, y, width }: { x: number; y: number; width: number },
  colours: Colours,
): void {
  const conflict = item.kind === 'event' && item.event.datesConflict;
  const colour = conflict ? colours.contested : item.kind === 'position' ? colours.ink2 : colours.accent;
  context.strokeStyle = colour;
  context.fillStyle = colour;
  context.lineWidth = 1.5;
  if (!item.span.point) {
    paintBar(context, item, { x, y, width }, colour, colours);
    return;
  }
  const middle = x + POINT_WIDTH / 2;
  const radius = POINT_WIDTH / 2 - 1;
  context.beginPath();
  if (item.kind === 'position') {
    context.moveTo(middle, y - radius);
    context.lineTo(middle + radius, y);
    context.lineTo(middle, y + radius);
    context.lineTo(middle - radius, y);
    context.closePath();
  } else if (conflict) {
    context.rect(middle - radius + 0.5, y - radius + 0.5, 2 * radius - 1, 2 * radius - 1);
  } else {
    context.arc(middle, y, radius - 0.25, 0, 2 * Math.PI);
  }
  // Hollow: sources disagree, somebody else says so of the actor, or the day is not sure.
  const hollow =
    conflict || item.span.startIs === 'unsure' || (item.kind === 'position' && item.position.manner === 'reported');
  if (hollow) {
    context.fillStyle = colours.paper;
    context.fill();
    context.setLineDash(item.span.startIs === 'unsure' ? [2, 2] : []);
    context.stroke();
    context.setLineDash([]);
  } else context.fill();
}

/** A bar with sure ends as edges, unsure ones fading, open ones as arrows, unknown ones as dots. */
function paintBar(
  context: CanvasRenderingContext2D,
  { span, kind }: TimelineItem,
  { x, y, width }: { x: number; y: number; width: number },
  colour: string,
  colours: Colours,
): void {
  const outside = (is: string) => (is === 'open' || is === 'unknown' ? ARROW_WIDTH : 0);
  const left = x + outside(span.startIs);
  const right = x + width - outside(span.endIs);
  // subtle: a bar of centuries, zoomed in, is millions of px long; a canvas draws what is far outside it wrongly.
  const [from, to] = [Math.max(left, -2000), Math.min(right, 12_000)];
  if (to > from) {
    const fade = Math.min(24, (to - from) / 2);
    const share = fade / (to - from);
    const paint = (inside: string) => {
      const gradient = context.createLinearGradient(from, 0, to, 0);
      const clear = transparent(inside);
      gradient.addColorStop(0, span.startIs === 'unsure' ? clear : inside);
      gradient.addColorStop(share, inside);
      gradient.addColorStop(1 - share, inside);
      gradient.addColorStop(1, span.endIs === 'unsure' ? clear : inside);
      return gradient;
    };
    const unsure = span.startIs === 'unsure' || span.endIs === 'unsure';
    context.fillStyle = unsure ? paint(colours.accentSoft) : colours.accentSoft;
    context.fillRect(from, y - BAR / 2, to - from, BAR);
    context.fillStyle = unsure ? paint(colour) : colour;
    context.fillRect(from, y + BAR / 2 - 2, to - from, 2);
    if (kind === 'event') context.fillRect(from, y - BAR / 2, to - from, 1);
    context.fillStyle = colour;
    if (span.startIs === 'sure') context.fillRect(from, y - BAR / 2, 2, BAR);
    if (span.endIs === 'sure') context.fillRect(to - 2, y - BAR / 2, 2, BAR);
  }
  paintOpenEnd(context, left, y, -1, span.startIs);
  paintOpenEnd(context, right, y, 1, span.endIs);
}

function paintOpenEnd(context: CanvasRenderingContext2D, x: number, y: number, way: 1 | -1, is: string): void {
  if (is !== 'open' && is !== 'unknown') return;
  const tip = x + way * (ARROW_WIDTH - 2);
  context.beginPath();
  context.setLineDash(is === 'unknown' ? [2, 3] : []);
  context.moveTo(x, y);
  context.lineTo(tip, y);
  context.stroke();
  context.setLineDash([]);
  if (is === 'unknown') return;
  context.beginPath();
  context.moveTo(tip - way * 6, y - 5);
  context.lineTo(tip, y);
  context.lineTo(tip - way * 6, y + 5);
  context.stroke();
}

/** How many there are for which there is no room. */
export function paintCrowd(
  context: CanvasRenderingContext2D,
  count: number,
  { x, y }: { x: number; y: number },
  colours: Colours,
): void {
  context.fillStyle = colours.sunken;
  context.strokeStyle = colours.rule;
  context.lineWidth = 1;
  context.beginPath();
  context.roundRect(x + 1.5, y - 8.5, CROWD_WIDTH - 4, 17, 8);
  context.fill();
  context.stroke();
  context.fillStyle = colours.ink2;
  context.textAlign = 'center';
  context.fillText(count > 999 ? '999+' : `+${count}`, x + CROWD_WIDTH / 2 - 0.5, y + 0.5);
  context.textAlign = 'left';
}

/** `rgb(1, 2, 3)` → `rgba(1, 2, 3, 0)`. */
function transparent(colour: string): string {
  return colour.startsWith('rgb(') ? colour.replace('rgb(', 'rgba(').replace(')', ', 0)') : 'rgba(0, 0, 0, 0)';
}
