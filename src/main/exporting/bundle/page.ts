import { createHash } from 'node:crypto';
import type { MemoExportOptions } from '../../../shared/domain/memo-export';
import { escapeHtml } from '../html';
import { htmlStyle } from '../html-style';

/**
 * A page of a bundle: no script, nothing loaded from anywhere (its own Content-Security-Policy says so), the style of
 * exported memos with the same options.
 * @param body escaped HTML
 */
export function bundlePage(title: string, body: string, options: MemoExportOptions, style = ''): string {
  const css = `${htmlStyle(options)}${pageStyle}${style}`;
  const hash = createHash('sha256').update(css).digest('base64');
  const policy = `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`;
  return [
    '<!doctype html>',
    '<html>',
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${escapeHtml(policy)}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="referrer" content="no-referrer">',
    `<title>${escapeHtml(title)}</title>`,
    `<style>${css}</style>`,
    '</head>',
    '<body>',
    '<main>',
    body,
    '</main>',
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

/** A link to another file of the bundle. */
export function localLink(href: string, words: string): string {
  return `<a href="${escapeHtml(href)}">${escapeHtml(words)}</a>`;
}

/** The address of a file of the bundle: its name may hold anything that a file system takes. */
export function localHref(name: string, from = ''): string {
  return `${from}${name.split('/').map(encodeURIComponent).join('/')}`;
}

const pageStyle = `
.facts, .note { color: var(--ink); opacity: 0.75; font-size: 0.9rem; }
.number { float: inline-start; margin-inline-start: -2.6rem; width: 2rem; text-align: end; opacity: 0.5; font-size: 0.75rem; user-select: none; }
.text p, .text h2, .text pre { margin: 0 0 0.9rem; font-size: 1rem; font-weight: inherit; white-space: pre-wrap; overflow-wrap: break-word; }
.text h2 { font-weight: 600; margin-top: 1.6rem; }
.text .list-item { padding-inline-start: 1.4rem; }
.text .quotation { padding-inline-start: 1.25rem; border-inline-start: 3px solid var(--line); }
.text .caption, .text .footnote { font-size: 0.9rem; }
mark { color: inherit; background: none; border-bottom: 2px solid #b58900; }
mark.locator { border-bottom-style: dotted; }
:target { outline: none; scroll-margin-top: 30vh; }
p.note:target { background: #f3d676; color: #1d1c1a; opacity: 1; }
`;
