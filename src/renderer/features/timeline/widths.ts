const WIDEST = 220;
const known = new Map<string, { label: string; width: number }>();
let knownFont = '';

/** A title as it is drawn, shortened to at most 220 px, and its width. Measured once, for measuring is slow. */
export function widthOf(context: CanvasRenderingContext2D, title: string): { label: string; width: number } {
  if (knownFont !== context.font || known.size > 20_000) known.clear();
  knownFont = context.font;
  const before = known.get(title);
  if (before) return before;
  const measured = shorten(context, title);
  known.set(title, measured);
  return measured;
}

function shorten(context: CanvasRenderingContext2D, title: string): { label: string; width: number } {
  const measure = (text: string) => Math.ceil(context.measureText(text).width);
  // No more than 120 letters are ever that narrow.
  const beginning = title.slice(0, 120);
  let letters = [...beginning];
  let label = title.length > 120 ? `${letters.join('')}…` : title;
  let width = measure(label);
  while (width > WIDEST && letters.length > 1) {
    letters = letters.slice(0, Math.min(letters.length - 1, Math.floor((letters.length * WIDEST) / width)));
    label = `${letters.join('').trimEnd()}…`;
    width = measure(label);
  }
  return { label, width };
}
