/**
 * What a page of the app may do, said once for both shells. The window has no network at all: everything it shows comes
 * from the built files or over the bridge.
 */
const directives: Record<string, string> = {
  'default-src': "'none'",
  'script-src': "'self'",
  'style-src': "'self'",
  'font-src': "'self'",
  'img-src': "'self' data: blob:",
  'connect-src': "'none'",
  'worker-src': "'self'",
  'object-src': "'none'",
  'base-uri': "'none'",
  'form-action': "'none'",
  'frame-src': "'none'",
  'frame-ancestors': "'none'",
  'require-trusted-types-for': "'script'",
  // 'lexical' is the policy @lexical/clipboard creates, 'commonplace-paste' ours (editor/clipboard): both parse pasted
  // HTML into an inert document. 'commonplace-workers' (features/pages) names the two workers of the built app.
  'trusted-types': 'lexical commonplace-paste commonplace-workers',
};

function policyOf(rules: Record<string, string>): string {
  return Object.entries(rules)
    .map(([name, value]) => `${name} ${value}`)
    .join('; ');
}

export const contentSecurityPolicy = policyOf(directives);

/**
 * The worker that draws PDF pages may compile WebAssembly too: scans are packed in formats (JBIG2, CCITT, JPEG 2000) that pdf.js
 * unpacks with it. It has no document, and gets the modules' bytes over the bridge. The page itself may not.
 */
const drawingPolicy = policyOf({ ...directives, 'script-src': "'self' 'wasm-unsafe-eval'" });
const drawingWorker = /^\/assets\/draw\.worker-[\w-]+\.js$/;

/** The headers of one file of the app, by its path. */
export function headersOf(path: string): Readonly<Record<string, string>> {
  return drawingWorker.test(path) ? { ...pageHeaders, 'content-security-policy': drawingPolicy } : pageHeaders;
}

/** Headers of every file of the app, whichever shell serves it. */
export const pageHeaders: Readonly<Record<string, string>> = {
  'content-security-policy': contentSecurityPolicy,
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'cache-control': 'no-store',
};

/**
 * The URL to hand to the system's browser or mail program.
 * @returns the parsed, normalised URL, or null for anything but https: and mailto:.
 */
export function externalUrl(text: string): string | null {
  let url: URL;
  try {
    url = new URL(text);
  } catch {
    return null;
  }
  // Control characters and white space are normalised away by the parser; credentials in a link only ever mislead.
  if (url.username !== '' || url.password !== '') return null;
  if (url.protocol === 'https:' && url.hostname !== '') return url.href;
  return url.protocol === 'mailto:' && !attachesFiles(url) ? url.href : null;
}

/** Some mail programs put a file of the reader's into the letter when a link says `?attach=` (CVE-2020-27748). */
function attachesFiles({ search }: URL): boolean {
  const harmless = ['subject', 'body', 'to', 'cc', 'bcc', 'in-reply-to', 'keywords', 'references'];
  return [...new URLSearchParams(search).keys()].some((name) => !harmless.includes(name.toLowerCase()));
}
