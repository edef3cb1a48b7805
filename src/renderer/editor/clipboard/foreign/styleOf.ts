import { heldStyle } from './heldStyles';

/** One property of an element's own style attribute, in lower case; '' if it has none. Not computed: the document is inert. */
export function styleOf(element: Element, property: string): string {
  const style = element.getAttribute(heldStyle) ?? '';
  for (const declaration of style.split(';')) {
    const colon = declaration.indexOf(':');
    if (colon > 0 && declaration.slice(0, colon).trim().toLowerCase() === property) {
      return declaration
        .slice(colon + 1)
        .trim()
        .toLowerCase();
    }
  }
  return '';
}

/** Puts an element's children in its place. */
export function unwrap(element: Element): void {
  element.replaceWith(...element.childNodes);
}
