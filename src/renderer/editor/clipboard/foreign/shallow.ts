/** Deeper than people and their programs nest; what reads the document goes down as deep as it is. */
const deepest = 80;

/** Cuts what is nested absurdly deep: of what is below that, the words stay. */
export function makeShallow(body: Element): void {
  let depth = 0;
  let at: Element = body;
  for (;;) {
    if (depth === deepest && at.firstElementChild) at.replaceChildren(at.textContent ?? '');
    const inner = at.firstElementChild;
    if (inner) {
      at = inner;
      depth += 1;
      continue;
    }
    while (at !== body && !at.nextElementSibling) {
      at = at.parentElement ?? body;
      depth -= 1;
    }
    if (at === body) return;
    at = at.nextElementSibling ?? body;
  }
}
