import css from './stretches.css?inline';

/**
 * The tree of a text's own under which its blocks are shown: a slot for each stretch, in order, and last the one that takes all else.
 *
 * subtle: nothing but slots. In Chromium no selection goes on from one element of a shadow tree into another where both can be written in.
 */
interface Shadow {
  tree: ShadowRoot;
  stretches: Map<string, HTMLSlotElement>;
}

/** Closed, so that nothing but this file knows of them. */
const shadows = new WeakMap<Element, Shadow>();

function shadowOf(root: HTMLElement): Shadow {
  const known = shadows.get(root);
  if (known) return known;
  const tree = root.attachShadow({ mode: 'closed' });
  const shadow = { tree, stretches: new Map() };
  shadows.set(root, shadow);
  const style = new CSSStyleSheet();
  style.replaceSync(css);
  tree.adoptedStyleSheets = [style];
  tree.append(document.createElement('slot'));
  return shadow;
}

/** Makes a stretch, after another; first if there is none. */
export function insertStretch(root: HTMLElement, name: string, after: string | undefined): void {
  const { tree, stretches } = shadowOf(root);
  const before = after === undefined ? tree.firstElementChild : stretches.get(after)?.nextElementSibling;
  tree.insertBefore(stretchOf(stretches, name), before ?? tree.lastElementChild);
}

/** Leaves these stretches, in this order, and no others. */
export function orderStretches(root: HTMLElement, names: ReadonlySet<string>): void {
  const { tree, stretches } = shadowOf(root);
  for (const [name, stretch] of stretches) {
    if (names.has(name)) continue;
    stretches.delete(name);
    stretch.remove();
  }
  let next = tree.firstElementChild;
  for (const name of names) {
    const stretch = stretchOf(stretches, name);
    if (stretch === next) next = next.nextElementSibling;
    else tree.insertBefore(stretch, next);
  }
}

/**
 * Where a block lies in the window, px. Of one whose stretch is outside of `room`, where its stretch does: to ask for its own place would
 * have it laid out.
 */
export function placeNear(block: Element, room: { top: number; bottom: number }): DOMRect {
  const shadow = block.parentElement && shadows.get(block.parentElement);
  const place = shadow?.stretches.get(block.slot)?.getBoundingClientRect();
  const outside = place && (place.bottom <= room.top || place.top >= room.bottom);
  return outside ? place : block.getBoundingClientRect();
}

/** The stretch of a name, made if there is none. */
function stretchOf(stretches: Shadow['stretches'], name: string): HTMLSlotElement {
  const known = stretches.get(name);
  if (known) return known;
  const made = document.createElement('slot');
  made.name = name;
  stretches.set(name, made);
  return made;
}
