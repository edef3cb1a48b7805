import { deflateRawSync, gzipSync } from 'node:zlib';

/** Everything here would set this on the window if it ran. */
export const flag = 'hostileRan';
const run = `window.${flag}=(window.${flag}||0)+1`;
/** Nothing may ever ask for this host: the app's shell lists every request that tried. */
const away = 'https://leak.example.org';

export interface Payload {
  name: string;
  /** What a page, or the clipboard, holds. */
  html: string;
}

/** Markup that ran, or fetched, in some program that thought it was only showing a text. */
export const payloads: readonly Payload[] = [
  {
    name: 'script',
    html: `<script>${run}</script><script src="${away}/a.js"></script><scr<script>ipt>${run}</scr</script>ipt>`,
  },
  {
    name: 'handlers',
    html:
      `<img src=x onerror="${run}"><img src="${away}/b.png"><body onload="${run}"><p onclick="${run}" onmouseover="${run}" onpointerenter="${run}">hover</p>` +
      `<input autofocus onfocus="${run}"><details open ontoggle="${run}"><summary>s</summary></details><video><source onerror="${run}"></video>` +
      `<marquee onstart="${run}">m</marquee><div style="animation:x 1s" onanimationstart="${run}">a</div>`,
  },
  {
    name: 'addresses',
    html:
      `<p><a href="javascript:${run}">one</a> <a href=" java\tscript:${run}">two</a> <a href="&#106;avascript&colon;${run}">three</a> ` +
      `<a href="data:text/html,<script>${run}</script>">four</a> <a href="vbscript:x">five</a> <a href="file:///etc/passwd">six</a> ` +
      `<a href="//leak.example.org/seven">seven</a> <a href="https://user:pass@leak.example.org">eight</a> <a href="\u0001javascript:${run}">nine</a></p>`,
  },
  {
    name: 'svg',
    html:
      `<svg onload="${run}"><script>${run}</script><a xlink:href="javascript:${run}"><text>t</text></a><animate onbegin="${run}" attributeName=x dur=1s />` +
      `<foreignObject><iframe srcdoc="<script>parent.${flag}=1</script>"></iframe></foreignObject><use href="data:image/svg+xml,<svg onload=${run}>#x"/></svg>`,
  },
  {
    name: 'mathml',
    html: `<math href="javascript:${run}"><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=${run}&gt;"></table></mtext></math>`,
  },
  {
    name: 'refresh',
    html: `<meta http-equiv="refresh" content="0;url=${away}/c"><meta http-equiv="refresh" content="0;url=javascript:${run}"><base href="${away}/"><a href="d">d</a><img src="e.png">`,
  },
  {
    name: 'frames',
    html:
      `<iframe src="${away}/f"></iframe><iframe srcdoc="<script>parent.${flag}=1</script>"></iframe><object data="${away}/g"></object><embed src="${away}/h">` +
      `<frameset onload="${run}"><frame src="javascript:parent.${flag}=1"></frameset><portal src="${away}/i"></portal>`,
  },
  {
    name: 'styles',
    html:
      `<style>@import "${away}/j.css"; body { background: url(${away}/k.png) } @font-face { font-family: x; src: url(${away}/l.woff2) }</style>` +
      `<link rel="stylesheet" href="${away}/m.css"><link rel="preload" as="image" href="${away}/n.png"><link rel="prefetch" href="${away}/o">` +
      `<p style="background-image:url('${away}/p.png');position:fixed;inset:0;z-index:99999">cover</p><p style="font-family:x">x</p>`,
  },
  {
    name: 'containers',
    html:
      `<template><img src=x onerror="${run}"></template><noscript><p title="</noscript><img src=x onerror=${run}>"></noscript>` +
      `<textarea></textarea><img src=x onerror=${run}><xmp><p title="</xmp><img src=x onerror=${run}>"></xmp><plaintext><img src=x onerror=${run}>`,
  },
  {
    name: 'mutation',
    html:
      `<form><math><mtext></form><form><mglyph><svg><mtext><style><path id="</style><img onerror=${run} src>">` +
      `<svg></p><style><a id="</style><img src=1 onerror=${run}>"><p id="</title><img src=1 onerror=${run}>"><listing>&lt;img src=1 onerror=${run}&gt;</listing>`,
  },
  {
    name: 'clobbering',
    html: `<form id="commonplace"><input name="call"></form><a id="root" href="${away}/q">root</a><img name="getElementById"><form name="body"></form><p id="__proto__">proto</p>`,
  },
  {
    name: 'forms',
    html: `<form action="${away}/r" id=f><button formaction="javascript:${run}">press</button><input type=image src="${away}/s.png" onerror="${run}"></form><a href="${away}/t" ping="${away}/u" download>down</a>`,
  },
  {
    name: 'metadata',
    html:
      `<html><head><title>&lt;img src=x onerror=${run}&gt; metadata</title><meta name="author" content="&lt;script&gt;${run}&lt;/script&gt;, A B"><meta property="og:url" content="javascript:${run}">` +
      `<meta name="citation_doi" content="javascript:${run}"><link rel="canonical" href="javascript:${run}"><script type="application/ld+json">{"@type":"NewsArticle","headline":"</script><script>${run}</script>","url":"javascript:${run}","author":{"name":"<img src=x onerror=${run}>"},"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}</script></head><body><p>${'Words of an article, long enough to be one. '.repeat(5)}</p></body></html>`,
  },
  {
    name: 'escaped',
    html: `<p>&lt;script&gt;${run}&lt;/script&gt; &lt;img src=x onerror=${run}&gt; {{constructor.constructor('${run}')()}} \${${run}}</p>`,
  },
  { name: 'nested', html: `${'<div><b>'.repeat(150)}<img src=x onerror="${run}">deep${'</b></div>'.repeat(150)}` },
  {
    name: 'large attribute',
    html: `<p title="${'x'.repeat(500_000)}" onclick="${run}">large</p><img src="data:image/png;base64,${'A'.repeat(200_000)}" onerror="${run}">`,
  },
  {
    name: 'odd characters',
    html: `<p>nul \u0000 half \uD800 back \u202E\u2066txt.exe\u2069 \uFDD0l\uFDD1 \uFFFE tag \u{E0041} <im\u0000g src=x onerror="${run}"></p>`,
  },
];

const page = ({ name, html }: Payload) =>
  html.includes('<html')
    ? html
    : `<!doctype html><html><head><title>Page of ${name}</title></head><body><article><h1>Page of ${name}</h1><p>Before ${name}: plain words that are the text of this page.</p>${html}<p>After.</p></article></body></html>`;

const markdown = `# Markdown of scripts\n\n<script>${run}</script>\n\n[a](javascript:${run}) ![b](${away}/v.png) <img src=x onerror="${run}"> [c](<data:text/html,x>)\n\n\`\`\`{=html}\n<script>${run}</script>\n\`\`\`\n\n<svg onload="${run}">\n\n[d]: javascript:${run} "x"\n\nA paragraph, and [a reference][d].\n`;

export interface HostileFile {
  name: string;
  mimeType: string;
  buffer: Buffer;
  /** Files that are no text at all must be refused. */
  refused?: true;
}

/** The payloads as saved pages, as Markdown and as text, under names that are hostile too; and what is none of these. */
export const files: readonly HostileFile[] = [
  ...payloads.map((payload) => ({
    name: `${payload.name}.html`,
    mimeType: 'text/html',
    buffer: Buffer.from(page(payload)),
  })),
  { name: 'scripts.md', mimeType: 'text/markdown', buffer: Buffer.from(markdown) },
  {
    name: 'front.md',
    mimeType: 'text/markdown',
    buffer: Buffer.from(
      `---\ntitle: "<img src=x onerror=${run}> front"\nurl: javascript:${run}\n__proto__: {polluted: true}\n---\n\nText of the front matter.\n`,
    ),
  },
  {
    name: '<img src=x onerror=alert(1)>.txt',
    mimeType: 'text/plain',
    buffer: Buffer.from(`Text of tags\n\n${payloads[1]!.html}\n`),
  },
  {
    name: '..\\..\\CON\u202Eslmth.txt',
    mimeType: 'text/plain',
    buffer: Buffer.from('Text with a strange name\n\nA line.\n'),
  },
  {
    name: 'utf7.html',
    mimeType: 'text/html',
    buffer: Buffer.from(
      `<meta charset="utf-7"><title>Page of UTF-7</title><p>+ADw-script+AD4-${run}+ADw-/script+AD4- a page in an old encoding</p>`,
    ),
  },
  {
    name: 'xml.xhtml',
    mimeType: 'application/xhtml+xml',
    buffer: Buffer.from(
      `<?xml version="1.0"?><!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/passwd"><!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;">]><html xmlns="http://www.w3.org/1999/xhtml"><head><title>Page of entities</title></head><body><p>Entities: &x; &b; end of it.</p></body></html>`,
    ),
  },
  {
    name: 'zip.html',
    mimeType: 'text/html',
    buffer: Buffer.concat([Buffer.from('PK\u0003\u0004'), deflateRawSync('x'.repeat(999))]),
    refused: true,
  },
  { name: 'gzip.html', mimeType: 'text/html', buffer: gzipSync(Buffer.alloc(5_000_000)), refused: true },
  {
    name: 'binary.txt',
    mimeType: 'text/plain',
    buffer: Buffer.from(Array.from({ length: 4096 }, (_, index) => (index * 37) % 256)),
    refused: true,
  },
  { name: 'empty.html', mimeType: 'text/html', buffer: Buffer.alloc(0), refused: true },
];

/** What any web page can put on the clipboard, posing as this editor's own nodes. */
export const lexicalPayloads: readonly string[] = [
  JSON.stringify({
    namespace: 'commonplace',
    nodes: [
      {
        type: 'link',
        url: `javascript:${run}`,
        rel: 'x',
        target: '_self',
        children: [
          {
            type: 'text',
            text: 'link words',
            format: 0,
            style: `background:url(${away}/w.png)`,
            mode: 'normal',
            detail: 0,
            version: 1,
          },
        ],
        version: 1,
      },
    ],
  }),
  JSON.stringify({
    namespace: 'commonplace',
    nodes: [
      { type: '__proto__' },
      { type: 'constructor', children: [] },
      { type: 'citation', id: 'x', items: [{ sourceId: '../../x', prefix: `<img src=x onerror=${run}>` }] },
      { type: 'excerpt-quotation', excerptId: 'none', children: [] },
      null,
      7,
    ],
  }),
  '{"nodes":[{"type":"paragraph","children":[{"type":"text","text":{"toString":1}}]}],"__proto__":{"polluted":true}}',
  `{"nodes":${'[{"type":"quote","children":'.repeat(500)}[]${'}]'.repeat(500)}}`,
  '{"nodes":',
];
