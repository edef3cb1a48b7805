import css from './stretches.css?inline';

/** The text's own tree under which its blocks are shown: an element for each stretch, in order, and last what takes all else. */
export function shadowOf(root: HTMLElement): ShadowRoot {
  if (root.shadowRoot) return root.shadowRoot;
  const shadow = root.attachShadow({ mode: 'open' });
  const style = new CSSStyleSheet();
  style.replaceSync(css);
  shadow.adoptedStyleSheets = [style];
  shadow.append(document.createElement('slot'));
  return shadow;
}

/** Makes the element of a new stretch, after that of another; first if there is none. */
export function insertStretch(root: HTMLElement, name: string, after: string | undefined): void {
  const shadow = shadowOf(root);
  const before = after === undefined ? shadow.firstElementChild : stretchOf(shadow, after)?.nextElementSibling;
  shadow.insertBefore(stretch(name), before ?? shadow.lastElementChild);
}

/** Leaves the elements of these stretches, in this order, and no others. */
export function orderStretches(root: HTMLElement, names: readonly string[]): void {
  const shadow = shadowOf(root);
  let next = shadow.firstElementChild;
  for (const name of names) {
    const element = stretchOf(shadow, name) ?? stretch(name);
    if (element === next) next = next.nextElementSibling;
    else shadow.insertBefore(element, next);
  }
  while (next && next !== shadow.lastElementChild) {
    const unused = next;
    next = next.nextElementSibling;
    unused.remove();
  }
}

/**
 * Where a block lies in the window, px. Of one whose stretch is outside of `room`, where its stretch does: to ask for its own place would
 * have it laid out.
 */
export function placeNear(element: Element, room: { top: number; bottom: number }): DOMRect {
  const stretch = element.assignedSlot?.parentElement?.getBoundingClientRect();
  const outside = stretch && (stretch.bottom <= room.top || stretch.top >= room.bottom);
  return outside ? stretch : element.getBoundingClientRect();
}

function stretch(name: string): HTMLElement {
  const element = document.createElement('div');
  const slot = document.createElement('slot');
  slot.name = name;
  element.append(slot);
  return element;
}

function stretchOf(shadow: ShadowRoot, name: string): HTMLElement | undefined {
  return shadow.querySelector(`slot[name="${name}"]`)?.parentElement ?? undefined;
}
