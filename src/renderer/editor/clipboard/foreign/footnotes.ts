import { heldStyle } from './heldStyles';

/** Footnotes of a pasted text, in order of their numbers in it. */
export interface ForeignFootnotes {
  /** The words of each. */
  bodies: Element[];
}

function hashOf(link: Element): string {
  const href = link.getAttribute('href') ?? '';
  // Word and browsers write the address of the file before it.
  const at = href.lastIndexOf('#');
  return at >= 0 && href.length - at < 200 ? href.slice(at + 1) : '';
}

function namesOf(link: Element): string[] {
  const own = [link, link.parentElement, link.firstElementChild].flatMap((element) => [
    element?.getAttribute('id'),
    element?.getAttribute('name'),
  ]);
  return own.filter((name): name is string => Boolean(name));
}

const looksLikeNumber = /^[[(]?\s*(\d{1,4}|[ivxlc]{1,7}|[*†‡§a-z])\s*[\])]?\.?$/iu;

/**
 * Footnotes as Word, LibreOffice, Google Docs, pandoc and most web pages write them: a number that leads to a note which leads
 * back. Each number gives way to a marker, and the notes leave the text.
 */
export function takeFootnotes(body: Element, token: string): ForeignFootnotes {
  const links = [...body.querySelectorAll('a[href*="#"]')].map((link) => ({
    link,
    to: hashOf(link),
    names: namesOf(link),
  }));
  const byName = new Map(links.flatMap((each) => each.names.map((name) => [name, each] as const)));
  const bodies: Element[] = [];
  const taken = new Set<Element>();
  for (const call of links) {
    if (taken.has(call.link) || !looksLikeNumber.test((call.link.textContent ?? '').trim())) continue;
    const back = backLink(body, call, byName);
    if (!back || taken.has(back)) continue;
    const note = noteOf(back, call.to);
    if (!note || note.contains(call.link)) continue;
    taken.add(call.link).add(back);
    back.remove();
    const words = body.ownerDocument.createElement('div');
    words.append(note);
    const place = call.link.closest('sup') ?? call.link;
    place.replaceWith(`\uE000${token}:${bodies.length}\uE001`);
    bodies.push(words);
  }
  removeEmptyLists(body);
  return { bodies };
}

type Call = { link: Element; to: string; names: string[] };

/** The link at or in the note that leads back to the call. */
function backLink(body: Element, call: Call, byName: ReadonlyMap<string, Call>): Element | null {
  const named = byName.get(call.to);
  if (named && named.link !== call.link && call.names.includes(named.to)) return named.link;
  // The note itself has the name, and the way back stands somewhere in it.
  const note = [...body.querySelectorAll('[id]')].find((element) => element.id === call.to);
  const links = [...(note?.querySelectorAll('a[href*="#"]') ?? [])];
  return links.find((link) => call.names.includes(hashOf(link))) ?? null;
}

/** The element with all of a note's words. */
function noteOf(back: Element, name: string): Element | null {
  const own = back.closest(`[id="${CSS.escape(name)}"]`);
  if (own && own !== back && /^(li|div|p|aside|section|dd)$/.test(own.localName)) return own;
  return back.closest(`[${heldStyle}*="mso-element:footnote"], [id^="sdfootnote"], li, p, div`);
}

function removeEmptyLists(body: Element): void {
  for (const element of [...body.querySelectorAll('ol, ul, section, hr, div')].reverse()) {
    const last = element.localName === 'hr' && element.nextElementSibling === null;
    if (
      last ||
      (element.localName !== 'hr' && (element.textContent ?? '').trim() === '' && !element.querySelector('img'))
    ) {
      element.remove();
    }
  }
}
