import type { Lane, TimelineItem } from '../../../shared/timeline/lanes';
import { wholeOf } from '../../../shared/timeline/lanes';
import {
  CROWD_WIDTH,
  LABEL_GAP,
  layoutLane,
  type Crowd,
  type LaneLayout,
  type Mark,
  type Placed,
} from '../../../shared/timeline/layout';
import { ticks } from '../../../shared/timeline/ticks';
import { paintCrowd, paintMark, type Colours } from './paint';
import { widthOf } from './widths';

const AXIS = 28;
const HEAD = 26;
const ROW = 22;
const GAP = 10;
/** Rows of a lane where there are several. */
const LANE_ROWS = 4;
const day = 86_400_000;
const CLOSEST = day / 400;
const WIDEST = 20 * 365.25 * day;

interface ItemMark extends Mark {
  item: TimelineItem;
  label: string;
}
interface DrawnLane {
  lane: Lane;
  marks: ItemMark[];
  layout: LaneLayout<ItemMark>;
  top: number;
  height: number;
}
export type Hit = { item: TimelineItem } | { crowd: TimelineItem[] };

export interface DrawingEvents {
  onHover(item: TimelineItem | null): void;
  onClick(hit: Hit): void;
}

/**
 * Draws lanes of marks on a canvas that stays in sight of a scroller: time is panned and zoomed by the drawing, lanes are scrolled by
 * the page. A frame lays out again only where the scale changed, and paints only what is in sight.
 */
export class Drawing {
  #lanes: DrawnLane[] = [];
  #left = 0;
  #msPerPx = day;
  #chosen: string | null = null;
  #laidOut = { msPerPx: 0, rows: 0 };
  #frame = 0;
  #width = 0;
  #height = 0;
  /** Whether somebody moved through time or zoomed: until then all of it is kept in sight. */
  #moved = false;
  #hits: { left: number; right: number; top: number; bottom: number; hit: Hit }[] = [];
  readonly #context: CanvasRenderingContext2D;
  readonly #ending = new AbortController();
  readonly #observer: ResizeObserver;
  #colours: Colours;

  constructor(
    private readonly scroller: HTMLElement,
    private readonly canvas: HTMLCanvasElement,
    private readonly spacer: HTMLElement,
    private readonly events: DrawingEvents,
  ) {
    this.#context = canvas.getContext('2d')!;
    this.#colours = this.#readColours();
    const { signal } = this.#ending;
    scroller.addEventListener('scroll', () => this.#ask(), { signal, passive: true });
    scroller.addEventListener('wheel', (event) => this.#wheel(event), { signal, passive: false });
    scroller.addEventListener('pointerdown', (event) => this.#press(event), { signal });
    scroller.addEventListener('pointermove', (event) => this.#hover(event), { signal });
    scroller.addEventListener('pointerleave', () => this.events.onHover(null), { signal });
    this.#observer = new ResizeObserver(() => this.#resize());
    this.#observer.observe(scroller);
    // Labels are as wide as their font makes them.
    void document.fonts.ready.then(() => !signal.aborted && this.#measureAgain());
  }

  close(): void {
    this.#ending.abort();
    this.#observer.disconnect();
    cancelAnimationFrame(this.#frame);
  }

  /** Shows these lanes; the part of time in sight stays, once somebody chose it. */
  show(lanes: readonly Lane[]): void {
    const context = this.#context;
    context.font = this.#font();
    this.#lanes = lanes.map((lane) => ({
      lane,
      marks: lane.items.map((item) => {
        const { label, width } = widthOf(context, item.title);
        return { key: item.key, span: item.span, labelWidth: width, item, label };
      }),
      layout: { placed: [], crowds: [], rows: 0 },
      top: 0,
      height: 0,
    }));
    this.#laidOut.msPerPx = 0;
    if (!this.#moved) this.fit();
    this.#ask();
  }

  choose(key: string | null): void {
    this.#chosen = key;
    if (key !== null) this.#bringIntoSight(key);
    this.#ask();
  }

  recolour(): void {
    this.#colours = this.#readColours();
    this.#ask();
  }

  zoomBy(factor: number, at = this.#width / 2): void {
    const time = this.#left + at * this.#msPerPx;
    this.#msPerPx = Math.min(WIDEST, Math.max(CLOSEST, this.#msPerPx / factor));
    this.#left = time - at * this.#msPerPx;
    this.#moved = true;
    this.#ask();
  }

  panBy(px: number): void {
    this.#left += px * this.#msPerPx;
    this.#moved = true;
    this.#ask();
  }

  /** All of time that has something in it, with room for the last labels. */
  fit(): void {
    const whole = wholeOf(this.#lanes.map(({ lane }) => lane));
    if (!whole || this.#width === 0) return;
    this.showTime(whole[0], whole[1]);
    this.#moved = false;
  }

  /** Brings this part of time into sight, and as large as it can be. */
  showTime(from: number, to: number): void {
    const [before, after] = [48, Math.min(220, this.#width / 4)];
    const room = Math.max(100, this.#width - before - after);
    this.#msPerPx = Math.min(WIDEST, Math.max(CLOSEST, (to - from) / room));
    this.#moved = true;
    const slack = room * this.#msPerPx - (to - from);
    this.#left = from - before * this.#msPerPx - slack / 2;
    this.#ask();
  }

  #bringIntoSight(key: string): void {
    this.#layOut();
    for (const drawn of this.#lanes) {
      const mark = drawn.marks.find((each) => each.key === key);
      if (!mark) continue;
      const x =
        ((mark.span.point ? (mark.span.start + mark.span.end) / 2 : mark.span.start) - this.#left) / this.#msPerPx;
      if (x < 40 || x > this.#width - 120) this.panBy(x - this.#width / 3);
      const { scrollTop } = this.scroller;
      const view = this.#height - AXIS;
      if (drawn.top < scrollTop || drawn.top + Math.min(drawn.height, view) > scrollTop + view) {
        this.scroller.scrollTop = drawn.top;
      }
      return;
    }
  }

  #resize(): void {
    const { clientWidth, clientHeight } = this.scroller;
    if (clientWidth === 0 || clientHeight === 0) return;
    const ratio = window.devicePixelRatio || 1;
    this.#width = clientWidth;
    this.#height = clientHeight;
    this.canvas.width = Math.round(clientWidth * ratio);
    this.canvas.height = Math.round(clientHeight * ratio);
    this.canvas.style.width = `${clientWidth}px`;
    this.canvas.style.height = `${clientHeight}px`;
    if (!this.#moved) this.fit();
    this.#paint();
  }

  #measureAgain(): void {
    this.show(this.#lanes.map(({ lane }) => lane));
  }

  #layOut(): void {
    const rows =
      this.#lanes.length > 1 ? LANE_ROWS : Math.max(3, Math.floor((this.#height - AXIS - HEAD - 2 * GAP) / ROW) - 1);
    if (this.#laidOut.msPerPx === this.#msPerPx && this.#laidOut.rows === rows) return;
    this.#laidOut = { msPerPx: this.#msPerPx, rows };
    let top = 0;
    for (const drawn of this.#lanes) {
      drawn.layout = layoutLane(drawn.marks, this.#msPerPx, rows);
      drawn.top = top;
      drawn.height = HEAD + drawn.layout.rows * ROW + GAP;
      top += drawn.height;
    }
    this.spacer.style.height = `${Math.max(0, top + AXIS - this.#height)}px`;
  }

  #ask(): void {
    if (this.#frame !== 0) return;
    this.#frame = requestAnimationFrame(() => {
      this.#frame = 0;
      this.#paint();
    });
  }

  #paint(): void {
    if (this.#width === 0) return;
    this.#layOut();
    const context = this.#context;
    const ratio = window.devicePixelRatio || 1;
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    context.fillStyle = this.#colours.paper;
    context.fillRect(0, 0, this.#width, this.#height);
    context.font = this.#font();
    context.textBaseline = 'middle';
    context.textAlign = 'left';
    this.#hits = [];
    const lines = ticks(this.#left, this.#left + this.#width * this.#msPerPx, this.#msPerPx);
    context.fillStyle = this.#colours.line;
    for (const { at } of lines) context.fillRect(Math.round((at - this.#left) / this.#msPerPx), AXIS, 1, this.#height);
    const { scrollTop } = this.scroller;
    for (const drawn of this.#lanes) {
      const y = AXIS + drawn.top - scrollTop;
      if (y < this.#height && y + drawn.height > AXIS) this.#paintLane(drawn, y);
    }
    context.fillStyle = this.#colours.paper;
    context.fillRect(0, 0, this.#width, AXIS);
    context.fillStyle = this.#colours.rule;
    context.fillRect(0, AXIS - 1, this.#width, 1);
    context.fillStyle = this.#colours.ink3;
    for (const { at, label } of lines) {
      context.fillText(label, (at - this.#left) / this.#msPerPx + 4, AXIS / 2);
    }
    this.canvas.dataset['drawn'] = String(this.#hits.length);
  }

  #paintLane({ lane, layout }: DrawnLane, top: number): void {
    const context = this.#context;
    const origin = this.#left / this.#msPerPx;
    if (this.#lanes.length > 1) {
      context.fillStyle = this.#colours.rule;
      context.fillRect(0, top, this.#width, 1);
      context.fillStyle = this.#colours.ink;
      context.fillText(`${lane.name}  ${lane.items.length}`, 12, top + HEAD / 2);
    }
    for (const placed of layout.placed) this.#paintPlaced(placed, origin, top);
    const y = top + HEAD + (layout.rows - 0.5) * ROW;
    for (const crowd of layout.crowds) this.#paintCrowd(crowd, origin, y);
  }

  #paintPlaced({ mark, row, x, width, labelled }: Placed<ItemMark>, origin: number, top: number): void {
    const left = x - origin;
    const whole = width + (labelled ? LABEL_GAP + mark.labelWidth : 0);
    if (left > this.#width || left + whole < 0) return;
    const context = this.#context;
    const y = top + HEAD + (row + 0.5) * ROW;
    if (mark.key === this.#chosen) this.#paintChosen(left, y, whole);
    paintMark(context, mark.item, { x: left, y, width }, this.#colours);
    if (labelled) {
      const conflict = mark.item.kind === 'event' && mark.item.event.datesConflict;
      context.fillStyle = conflict ? this.#colours.contested : this.#colours.ink;
      context.fillText(mark.label, left + width + LABEL_GAP, y + 0.5);
    }
    this.#hits.push({ left, right: left + whole, top: y - ROW / 2, bottom: y + ROW / 2, hit: { item: mark.item } });
  }

  #paintCrowd({ x, marks }: Crowd<ItemMark>, origin: number, y: number): void {
    const left = x - origin;
    if (left > this.#width || left + CROWD_WIDTH < 0) return;
    if (marks.some(({ key }) => key === this.#chosen)) this.#paintChosen(left, y, CROWD_WIDTH);
    paintCrowd(this.#context, marks.length, { x: left, y }, this.#colours);
    const hit = { crowd: marks.map(({ item }) => item) };
    this.#hits.push({ left, right: left + CROWD_WIDTH, top: y - ROW / 2, bottom: y + ROW / 2, hit });
  }

  #paintChosen(x: number, y: number, width: number): void {
    const context = this.#context;
    context.strokeStyle = this.#colours.accent;
    context.fillStyle = this.#colours.accentSoft;
    context.lineWidth = 1.5;
    context.beginPath();
    context.roundRect(x - 4, y - ROW / 2 + 1, width + 8, ROW - 2, 4);
    context.fill();
    context.stroke();
  }

  #wheel(event: WheelEvent): void {
    event.preventDefault();
    const { offsetX, deltaX, deltaY, shiftKey, ctrlKey, altKey } = event;
    if (altKey) this.scroller.scrollTop += deltaY;
    else if (shiftKey) this.panBy(deltaY || deltaX);
    else if (!ctrlKey && Math.abs(deltaX) > Math.abs(deltaY)) this.panBy(deltaX);
    // A pinch comes as a wheel with Ctrl, in smaller steps.
    else this.zoomBy(Math.exp(-deltaY * (ctrlKey ? 0.01 : 0.002)), offsetX);
  }

  #press(event: PointerEvent): void {
    if (event.button !== 0 || event.offsetX > this.#width) return;
    const begun = { x: event.clientX, y: event.clientY, scrollTop: this.scroller.scrollTop };
    let last = event.clientX;
    let dragged = false;
    const ending = new AbortController();
    const signal = AbortSignal.any([ending.signal, this.#ending.signal]);
    const move = (moved: PointerEvent) => {
      if (!dragged && Math.hypot(moved.clientX - begun.x, moved.clientY - begun.y) < 4) return;
      dragged = true;
      this.canvas.style.cursor = 'grabbing';
      this.panBy(last - moved.clientX);
      this.scroller.scrollTop = begun.scrollTop - (moved.clientY - begun.y);
      last = moved.clientX;
    };
    const end = (ended: PointerEvent) => {
      ending.abort();
      this.canvas.style.cursor = '';
      const hit = this.#at(ended);
      if (!dragged && ended.type === 'pointerup' && hit) this.events.onClick(hit);
    };
    window.addEventListener('pointermove', move, { signal });
    window.addEventListener('pointerup', end, { signal });
    window.addEventListener('pointercancel', end, { signal });
  }

  #hover(event: PointerEvent): void {
    if (event.buttons !== 0) return;
    const hit = this.#at(event);
    this.canvas.style.cursor = hit ? 'pointer' : '';
    this.events.onHover(hit && 'item' in hit ? hit.item : null);
  }

  #at(event: PointerEvent): Hit | null {
    const box = this.canvas.getBoundingClientRect();
    const [x, y] = [event.clientX - box.left, event.clientY - box.top];
    if (y < AXIS) return null;
    const found = this.#hits.find(({ left, right, top, bottom }) => x >= left && x <= right && y >= top && y < bottom);
    return found?.hit ?? null;
  }

  #font(): string {
    const { fontFamily } = getComputedStyle(this.canvas);
    return `13px ${fontFamily}`;
  }

  #readColours(): Colours {
    const probe = document.createElement('span');
    probe.hidden = true;
    this.scroller.append(probe);
    const read = (token: string) => {
      probe.style.color = `var(${token})`;
      return getComputedStyle(probe).color;
    };
    const colours = {
      paper: read('--paper'),
      sunken: read('--paper-sunken'),
      ink: read('--ink'),
      ink2: read('--ink-2'),
      ink3: read('--ink-3'),
      line: read('--rule'),
      rule: read('--rule-strong'),
      accent: read('--accent'),
      accentSoft: read('--accent-soft'),
      contested: read('--status-contested'),
    };
    probe.remove();
    return colours;
  }
}
