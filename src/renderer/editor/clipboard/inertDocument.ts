import { withHeldStyles } from './foreign/heldStyles';

interface TrustedTypesFactory {
  createPolicy(
    name: string,
    rules: { createHTML: (html: string) => string },
  ): { createHTML: (html: string) => unknown };
}

let policy: { createHTML: (html: string) => unknown } | null = null;

/**
 * Parses pasted HTML into a document of its own: no scripts run in it, nothing is fetched, and none of it reaches the
 * page. Under Trusted Types, parsing needs a policy; this one exists for this call alone.
 */
export function inertDocument(html: string): Document {
  const factory = (globalThis as { trustedTypes?: TrustedTypesFactory }).trustedTypes;
  if (factory && !policy) policy = factory.createPolicy('commonplace-paste', { createHTML: (text) => text });
  const held = withHeldStyles(html);
  const trusted = policy ? policy.createHTML(held) : held;
  const parsed = new DOMParser().parseFromString(trusted as string, 'text/html');
  // What carries no words to keep, but might carry text that is no text.
  for (const element of parsed.querySelectorAll(
    'script, style, template, noscript, iframe, object, audio, video, canvas, svg, math, head',
  )) {
    element.remove();
  }
  return parsed;
}
