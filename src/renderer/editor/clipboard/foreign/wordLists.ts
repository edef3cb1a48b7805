import { styleOf } from './styleOf';

/** Deeper lists than anybody writes are written flat. */
const deepest = 9;

/** Level and list of a paragraph that Word shows as an item: `mso-list:l0 level2 lfo1`. */
function itemOf(paragraph: Element): { level: number; list: string } | null {
  const [, list, level] = /^(l\d+)\s+level(\d+)/.exec(styleOf(paragraph, 'mso-list')) ?? [];
  if (!list || !level) return null;
  return { list, level: Math.max(1, Math.min(deepest, Number(level))) };
}

/** Takes the sign or number that Word writes before an item; answers it. */
function takeMarker(paragraph: Element): string {
  for (const span of paragraph.querySelectorAll('span')) {
    if (!/^ignore/.test(styleOf(span, 'mso-list'))) continue;
    const marker = (span.textContent ?? '').trim();
    span.remove();
    return marker;
  }
  return '';
}

/** Word writes lists as paragraphs that look like items; they become lists, one inside another. */
export function wordLists(body: Element): void {
  /** The lists that are open, one a level. */
  let open: Element[] = [];
  let previous: Element | null = null;
  let listId = '';
  for (const paragraph of body.querySelectorAll('p, h1, h2, h3, h4, h5, h6')) {
    const item = itemOf(paragraph);
    if (!item) {
      open = [];
      continue;
    }
    const marker = takeMarker(paragraph);
    // A numbered heading stays a heading.
    if (paragraph.localName !== 'p') continue;
    const { ownerDocument } = paragraph;
    const goesOn = open.length > 0 && item.list === listId && previous !== null && follows(previous, paragraph);
    if (!goesOn) open = [];
    listId = item.list;
    open = open.slice(0, item.level);
    const kind = /[\p{L}\p{N}]/u.test(marker) && !/^[o§]$/.test(marker) ? 'ol' : 'ul';
    while (open.length < item.level) {
      const list = ownerDocument.createElement(kind);
      const outer = open.at(-1);
      if (outer) (outer.lastElementChild ?? outer.appendChild(ownerDocument.createElement('li'))).append(list);
      else {
        const start = Number(/^\d+/.exec(marker)?.[0] ?? 1);
        if (kind === 'ol' && start !== 1) list.setAttribute('start', String(start));
        paragraph.before(list);
      }
      open.push(list);
    }
    const entry = ownerDocument.createElement('li');
    entry.append(...paragraph.childNodes);
    open.at(-1)?.append(entry);
    paragraph.remove();
    previous = open[0] ?? null;
  }
}

/** Whether nothing but white space stands between a list and the paragraph after it. */
function follows(list: Element, paragraph: Element): boolean {
  return list.nextElementSibling === paragraph;
}
