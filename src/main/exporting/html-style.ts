import type { MemoExportOptions } from '../../shared/domain/memo-export';

/** The exported page's own style, with what the user chose. Its hash stands in the page's Content-Security-Policy. */
export function htmlStyle({ paper, fontSize, wideLines }: MemoExportOptions): string {
  return `${style}main, .summary { line-height: ${wideLines ? 2.1 : 1.6}; }
@page { size: ${paper === 'letter' ? 'letter' : 'A4'}; margin: 25mm; }
@media print { body { font-size: ${fontSize}pt; } }
`;
}

/** Widths of pictures in steps of a twentieth of the text: the page's policy allows no style on an element. */
const widths = Array.from({ length: 19 }, (_, index) => (index + 2) * 5)
  .map((percent) => `.w${percent} { width: ${percent}%; }`)
  .join(' ');

const style = `
:root { color-scheme: light dark; --ink: #1d1c1a; --paper: #fffdf9; --quiet: #5c5850; --line: #cfcac0; --link: #17505a; }
@media (prefers-color-scheme: dark) { :root { --ink: #e8e4dc; --paper: #1b1a18; --quiet: #b3ada1; --line: #4a463f; --link: #8fc7d1; } }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1.0625rem/1.6 "Source Serif 4", Georgia, serif, "Noto Naskh Arabic"; }
header, nav, main { max-width: 42rem; margin: 0 auto; padding: 0 1.5rem; }
header { padding-top: 3rem; padding-bottom: 1rem; }
main { padding-bottom: 6rem; }
h1 { font-size: 2.1rem; font-weight: 600; line-height: 1.2; margin: 0 0 0.75rem; text-wrap: balance; }
.subtitle { font-size: 1.2rem; font-style: italic; line-height: 1.4; margin: 0 0 0.75rem; color: var(--quiet); }
.byline { margin: 0 0 1rem; color: var(--quiet); }
.summary { margin-top: 1.5rem; padding: 0.25rem 0; border-block: 1px solid var(--line); }
.skip { position: absolute; inset-inline-start: -999rem; padding: 0.5rem 1rem; background: var(--paper); }
.skip:focus { inset-inline-start: 0.5rem; top: 0.5rem; }
nav ul { list-style: none; margin: 0; padding: 0; }
.level-2 { padding-inline-start: 1.25rem; } .level-3 { padding-inline-start: 2.5rem; } .level-4 { padding-inline-start: 3.75rem; }
h2, h3, h4, h5 { line-height: 1.3; margin: 2rem 0 0.75rem; }
h2 { font-size: 1.4rem; } h3 { font-size: 1.2rem; } h4 { font-size: 1.05rem; } h5 { font-size: 1rem; }
p, li { overflow-wrap: break-word; }
blockquote { margin: 1.25rem 0; padding-inline-start: 1.25rem; border-inline-start: 3px solid var(--line); }
blockquote:has(+ .translation) { margin-bottom: 0; }
blockquote.translation { margin-top: 0; padding-top: .5rem; }
table { border-collapse: collapse; width: 100%; margin: 1.25rem 0; }
table { border-block: 2px solid var(--ink); font-size: 0.95rem; line-height: 1.45; }
th, td { border-bottom: 1px solid var(--line); padding: 0.4rem 0.6rem; text-align: start; vertical-align: top; }
thead th { border-bottom-color: var(--ink); }
figure { margin: 1.75rem 0; text-align: center; }
figure img { height: auto; max-width: 100%; }
${widths}
caption, figcaption { font-size: 0.9rem; line-height: 1.45; margin-top: 0.6rem; }
caption { text-align: start; margin: 0 0 0.6rem; }
pre { overflow-x: auto; padding: 0.75rem 1rem; border: 1px solid var(--line); font-size: 0.9rem; }
hr { border: 0; border-top: 1px solid var(--line); margin: 2rem 0; }
a { color: var(--link); }
cite { font-style: normal; }
sup, sub { line-height: 0; }
sup a { padding: 0 0.1em; }
.local { padding: 0 0.15em; text-decoration: none; }
.small-caps { font-variant-caps: small-caps; }
main > section { margin-top: 3rem; padding-top: 1rem; border-top: 1px solid var(--line); font-size: 0.95rem; }
.hanging { padding-inline-start: 2rem; text-indent: -2rem; }
:target { outline: 2px solid var(--link); outline-offset: 3px; }
@media print { .skip { display: none; } header, nav, main { max-width: none; padding: 0; } thead { display: table-header-group; } body { background: none; color: #000; } a { color: inherit; text-decoration: none; } h2, h3, h4, h5 { break-after: avoid; } tr, blockquote, figure { break-inside: avoid; } }
`;
