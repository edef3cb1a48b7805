/** Query parameters that say how a reader came, not what the page is. */
const tracking = /^(?:utm_\w+|fbclid|gclid|dclid|msclkid|mc_cid|mc_eid|igshid|yclid|_ga|ref_src|cmpid|s_cid|ocid)$/iu;

/** A page's address without tracking parameters and fragment; '' unless it is http(s) on a real host. */
export function cleanUrl(value: string, base?: string): string {
  try {
    const url = base ? new URL(value.trim(), base) : new URL(value.trim());
    if (!['http:', 'https:'].includes(url.protocol) || !url.hostname.includes('.') || url.href.length > 2000) return '';
    url.username = '';
    url.password = '';
    url.hash = '';
    // Collected first: deleting while iterating over them would skip some.
    const names = Array.from(url.searchParams.keys()).filter((name) => tracking.test(name));
    for (const name of names) url.searchParams.delete(name);
    return url.href;
  } catch {
    return '';
  }
}

/** The DOI in a string or address, lower-case, without resolver or "doi:"; '' if there is none. */
export function cleanDoi(value: string): string {
  const match = /10\.\d{4,9}\/[^\s"<>]+/u.exec(value);
  return match ? match[0].replace(/[).,;\]]+$/u, '').toLowerCase() : '';
}
