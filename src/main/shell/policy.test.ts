import { describe, expect, test } from 'vitest';
import { contentSecurityPolicy, externalUrl, headersOf } from './policy';

describe('the content security policy', () => {
  test('denies by default, allows no inline, eval, network, frame or form', () => {
    expect(contentSecurityPolicy).toMatchInlineSnapshot(
      `"default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self' data: blob:; connect-src 'none'; worker-src 'self'; object-src 'none'; base-uri 'none'; form-action 'none'; frame-src 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types lexical commonplace-paste commonplace-workers"`,
    );
    expect(contentSecurityPolicy).not.toMatch(/unsafe|\*|https?:/);
  });

  test('lets the worker that draws PDF pages compile WebAssembly, and nothing else', () => {
    const policyFor = (path: string) => headersOf(path)['content-security-policy'];
    const drawing = policyFor('/assets/draw.worker-B1_c-x.js');
    expect(drawing).toBe(contentSecurityPolicy.replace("script-src 'self'", "script-src 'self' 'wasm-unsafe-eval'"));
    for (const path of ['/', '/index.html', '/assets/index-B1.js', '/assets/place.worker-B1.js', '/draw.worker-B1.js'])
      expect(policyFor(path)).toBe(contentSecurityPolicy);
  });
});

describe('links that leave the app', () => {
  test.each([
    ['https://example.org/a b?q=ə', 'https://example.org/a%20b?q=%C9%99'],
    [' HTTPS://Example.ORG', 'https://example.org/'],
    ['mailto:a@example.org', 'mailto:a@example.org'],
    ['mailto:a@example.org?subject=Hello%20you&CC=b@c.org', 'mailto:a@example.org?subject=Hello%20you&CC=b@c.org'],
  ])('%s opens as %s', (text, url) => expect(externalUrl(text)).toBe(url));

  test.each([
    'http://example.org',
    'javascript:alert(1)',
    'java\nscript:alert(1)',
    'file:///etc/passwd',
    'ms-msdt:/id',
    'data:text/html,x',
    'smb://host/share',
    '//example.org',
    'https://user:secret@example.org',
    'https:',
    'mailto:a@example.org?attach=/etc/passwd',
    'mailto:a@example.org?subject=x&amp;att%61chment=/etc/passwd',
    '-a',
    '',
  ])('%j does not open', (text) => expect(externalUrl(text)).toBeNull());
});
