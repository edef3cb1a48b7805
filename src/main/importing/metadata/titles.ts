const separator = /\s+(?:[|»·•:]{1,2}|[-–—])\s+/u;

function folded(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/^the /u, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Whether two titles are the same but for case, marks and punctuation. */
export function sameTitle(a: string, b: string): boolean {
  return folded(a) === folded(b) && folded(a) !== '';
}

/**
 * A page's title without the site's name before or after it ("Title | Site", "Site: Title"). Only what is known to be the
 * site, or leaves exactly the page's heading, is cut: titles have colons and dashes of their own.
 */
export function cleanTitle(title: string, siteNames: readonly string[], heading: string): string {
  const whole = title.trim();
  if (heading !== '' && !sameTitle(whole, heading) && separator.test(whole)) {
    const parts = cuts(whole);
    if (parts.some((part) => sameTitle(part, heading))) return heading;
  }
  const sites = siteNames.map(folded).filter((site) => site !== '');
  for (const part of cuts(whole)) {
    const rest = folded(whole.startsWith(part) ? whole.slice(part.length) : whole.slice(0, whole.length - part.length));
    if (
      rest !== '' &&
      sites.some((site) => rest === site || (rest.length > 3 && (site.includes(rest) || rest.endsWith(site))))
    ) {
      return cleanTitle(part, siteNames, heading);
    }
  }
  return whole;
}

/** The title with one of its ends cut at each separator, longest first. */
function cuts(title: string): string[] {
  const parts: string[] = [];
  const pattern = new RegExp(separator, 'gu');
  for (const match of title.matchAll(pattern)) {
    parts.push(title.slice(0, match.index), title.slice(match.index + match[0].length));
  }
  return parts.filter((part) => part !== '').sort((a, b) => b.length - a.length);
}
