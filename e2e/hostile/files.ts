import { deflateRawSync, gzipSync } from 'node:zlib';
import { hostileCall, hostileHost } from './corpus';

const run = `${hostileCall}('a file')`;
const away = `https://${hostileHost}/file`;

const markdown = `# Markdown of scripts\n\n<script>${run}</script>\n\n[a](javascript:${run}) ![b](${away}/v.png) <img src=x onerror="${run}"> [c](<data:text/html,x>)\n\n\`\`\`{=html}\n<script>${run}</script>\n\`\`\`\n\n<svg onload="${run}">\n\n[d]: javascript:${run} "x"\n\nA paragraph, and [a reference][d].\n`;

export interface HostileFile {
  name: string;
  mimeType: string;
  buffer: Buffer;
  /** Files that are no text at all must be refused. */
  refused?: true;
}

/** Files that are hostile by their names, their front matter or their bytes; and what is no text at all. */
export const files: readonly HostileFile[] = [
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
    buffer: Buffer.from(`Text of tags\n\n<img src=x onerror="${run}"> and words.\n`),
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
