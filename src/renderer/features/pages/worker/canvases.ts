interface CanvasAndContext {
  canvas: OffscreenCanvas | null;
  context: OffscreenCanvasRenderingContext2D | null;
}

/** Canvases without a document, for pdf.js: it makes one where it draws groups, masks and patterns. */
export class DrawingCanvases {
  create(width: number, height: number): CanvasAndContext {
    if (width <= 0 || height <= 0) throw new Error('Invalid canvas size');
    const canvas = new OffscreenCanvas(width, height);
    return { canvas, context: canvas.getContext('2d', { willReadFrequently: true }) };
  }

  reset({ canvas }: CanvasAndContext, width: number, height: number): void {
    if (!canvas || width <= 0 || height <= 0) throw new Error('Invalid canvas size');
    canvas.width = width;
    canvas.height = height;
  }

  destroy(pair: CanvasAndContext): void {
    if (pair.canvas) pair.canvas.width = pair.canvas.height = 0;
    pair.canvas = pair.context = null;
  }
}

/** How the pixels of a soft mask become opacity: from what they are (alpha) or how bright they are; then through a table. */
interface Mask {
  kind: 'alpha' | 'luminosity';
  table: Uint8Array | null;
}

const masks: Mask[] = [];
const prefix = 'mask-';

function filterOf(mask: Mask): string {
  return prefix + (masks.push(mask) - 1);
}

/** What pdf.js asks for to draw soft masks. Its own answer are filters in a document, which a worker has none of. */
export class MaskFilters {
  addFilter(): string {
    return 'none';
  }
  addHCMFilter(): string {
    return 'none';
  }
  addHighlightHCMFilter(): string {
    return 'none';
  }
  addAlphaFilter(table: Uint8Array | null): string {
    return filterOf({ kind: 'alpha', table });
  }
  addLuminosityFilter(table: Uint8Array | null): string {
    return filterOf({ kind: 'luminosity', table });
  }
  destroy(): void {}
}

/**
 * Makes this worker's canvases understand the filters that `MaskFilters` names: a picture drawn through one is turned into a
 * mask first. To be called once, before anything is drawn.
 */
export function readMasks(): void {
  const prototype = OffscreenCanvasRenderingContext2D.prototype;
  const native = Object.getOwnPropertyDescriptor(prototype, 'filter');
  const drawImage = prototype.drawImage;
  const restore = prototype.restore;
  const set = new WeakMap<OffscreenCanvasRenderingContext2D, Mask>();
  Object.defineProperty(prototype, 'filter', {
    ...native,
    set(this: OffscreenCanvasRenderingContext2D, value: string) {
      const mask = value.startsWith(prefix) ? masks[Number(value.slice(prefix.length))] : undefined;
      if (mask) set.set(this, mask);
      else {
        set.delete(this);
        native?.set?.call(this, value);
      }
    },
  });
  // subtle: pdf.js names the filter, draws, and restores, with nothing saved in between.
  prototype.restore = function (this: OffscreenCanvasRenderingContext2D) {
    set.delete(this);
    restore.call(this);
  };
  prototype.drawImage = function (this: OffscreenCanvasRenderingContext2D, ...args: unknown[]) {
    const mask = set.get(this);
    const drawn = mask && args[0] instanceof OffscreenCanvas ? [masked(args[0], mask), ...args.slice(1)] : args;
    Reflect.apply(drawImage, this, drawn);
  } as typeof drawImage;
}

/** A copy whose opacity is the mask's. */
function masked(source: OffscreenCanvas, { kind, table }: Mask): OffscreenCanvas {
  const { width, height } = source;
  const copy = new OffscreenCanvas(width, height);
  const context = copy.getContext('2d', { willReadFrequently: true });
  const pixels = source.getContext('2d')?.getImageData(0, 0, width, height);
  if (!context || !pixels) return source;
  const { data } = pixels;
  for (let at = 0; at < data.length; at += 4) {
    const [red, green, blue, alpha] = [data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0, data[at + 3] ?? 0];
    const value = kind === 'alpha' ? alpha : Math.round(0.3 * red + 0.59 * green + 0.11 * blue);
    data[at + 3] = table ? (table[value] ?? value) : value;
  }
  context.putImageData(pixels, 0, 0);
  return copy;
}
