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

/** The ISBNs in a text, each as 13 digits for comparing; those whose check digit is wrong are left out. ISO 2108. */
export function normaliseIsbns(text: string): string[] {
  const found = text.match(/(?<![\dXx])[\d](?:[\s\u2010-\u2015-]?[\dXx]){9,12}(?![\dXx])/gu) ?? [];
  return [...new Set(found.map((written) => isbn13(written.replace(/[^\dX]/giu, '').toUpperCase())).filter(Boolean))];
}

function isbn13(isbn: string): string {
  if (/^\d{9}[\dX]$/u.test(isbn)) {
    const sum = [...isbn].reduce(
      (total, digit, index) => total + (digit === 'X' ? 10 : Number(digit)) * (10 - index),
      0,
    );
    return sum % 11 === 0 ? withCheckDigit(`978${isbn.slice(0, 9)}`) : '';
  }
  return /^97[89]\d{10}$/u.test(isbn) && withCheckDigit(isbn.slice(0, 12)) === isbn ? isbn : '';
}

function withCheckDigit(twelve: string): string {
  const sum = [...twelve].reduce((total, digit, index) => total + Number(digit) * (index % 2 === 0 ? 1 : 3), 0);
  return `${twelve}${(10 - (sum % 10)) % 10}`;
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
