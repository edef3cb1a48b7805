/** A DOI in one form for comparing: lower case, without resolver or "doi:"; '' if it is none. */
export function normaliseDoi(doi: string): string {
  let text = doi.trim();
  try {
    text = decodeURIComponent(text);
  } catch {
    // A stray percent sign: take it as written.
  }
  const match = /^(?:(?:https?:\/\/)?(?:dx\.)?doi\.org\/|doi:\s*)?(10\.\d{4,9}\/\S+)$/iu.exec(text);
  return match?.[1]?.toLowerCase() ?? '';
}

// What is added to addresses to follow readers; two addresses that differ only here are one page.
const tracking = /^(?:utm_[a-z]+|fbclid|gclid|dclid|msclkid|mc_cid|mc_eid|igshid|yclid|_ga|ref_src|cmpid)$/iu;

/**
 * A web address in one form for comparing: no scheme, "www.", fragment, tracking parameters, trailing slash or default
 * port; parameters in order. '' for what is no http(s) address. Not for opening: a comparison key only.
 */
export function normaliseUrl(url: string): string {
  let href: string;
  try {
    const parsed = new URL(url.trim());
    if (parsed.protocol !== 'http:' && parsed.protocol !== 'https:') return '';
    href = parsed.href;
  } catch {
    return '';
  }
  const [address = '', fragment = ''] = splitOnce(href.replace(/^https?:\/\//u, ''), '#');
  const [path = '', query = ''] = splitOnce(address, '?');
  const parameters = query
    .split('&')
    .filter((parameter) => parameter !== '' && !tracking.test(parameter.split('=', 1)[0] ?? ''))
    .sort();
  // subtle: "#!/…" is a page of its own on sites that route in the browser; other fragments are places in a page.
  const route = fragment.startsWith('!') ? `#${fragment}` : '';
  const bare = path
    .replace(/^[^/@]*@/u, '')
    .replace(/^www\./u, '')
    .replace(/\/+$/u, '');
  return bare + (parameters.length > 0 ? `?${parameters.join('&')}` : '') + route;
}

function splitOnce(text: string, separator: string): [string, string] {
  const at = text.indexOf(separator);
  return at === -1 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)];
}
