/** The exported page's own style. Its hash stands in the page's Content-Security-Policy. */
export const htmlStyle = `
:root { color-scheme: light dark; --ink: #1d1c1a; --paper: #fffdf9; --line: #cfcac0; --link: #1f4e79; }
@media (prefers-color-scheme: dark) { :root { --ink: #e8e4dc; --paper: #1b1a18; --line: #4a463f; --link: #9cc3ea; } }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1.0625rem/1.6 "Source Serif 4", Georgia, "Noto Naskh Arabic", serif; }
main { max-width: 42rem; margin: 0 auto; padding: 3rem 1.5rem 6rem; }
h1 { font-size: 2rem; line-height: 1.2; margin: 0 0 2rem; }
h2, h3, h4, h5 { line-height: 1.3; margin: 2rem 0 0.75rem; }
h2 { font-size: 1.4rem; } h3 { font-size: 1.2rem; } h4 { font-size: 1.05rem; } h5 { font-size: 1rem; }
p, li { overflow-wrap: break-word; }
blockquote { margin: 1.25rem 0; padding-inline-start: 1.25rem; border-inline-start: 3px solid var(--line); }
table { border-collapse: collapse; width: 100%; margin: 1.25rem 0; }
th, td { border: 1px solid var(--line); padding: 0.4rem 0.6rem; text-align: start; vertical-align: top; }
pre { overflow-x: auto; padding: 0.75rem 1rem; border: 1px solid var(--line); font-size: 0.9rem; }
hr { border: 0; border-top: 1px solid var(--line); margin: 2rem 0; }
a { color: var(--link); }
cite { font-style: normal; }
sup, sub { line-height: 0; }
sup a { padding: 0 0.1em; }
.small-caps { font-variant-caps: small-caps; }
section { margin-top: 3rem; padding-top: 1rem; border-top: 1px solid var(--line); font-size: 0.95rem; }
.hanging { padding-inline-start: 2rem; text-indent: -2rem; }
:target { outline: 2px solid var(--link); outline-offset: 3px; }
@media print { main { max-width: none; padding: 0; } body { background: none; color: #000; } a { color: inherit; text-decoration: none; } h2, h3, h4, h5 { break-after: avoid; } tr, blockquote { break-inside: avoid; } }
`;
