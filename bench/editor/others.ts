import { chromium, type Page } from 'playwright-core';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build, type Rollup } from 'vite';
import { findChromium } from '../../src/main/shell/chromium/find';
import type { Inline, MemoBlock, MemoDocument } from '../../src/shared/memo/document';
import { documentToLexical } from '../../src/shared/memo/lexical';
import { mapInlines } from '../../src/shared/memo/walk';
import { benchFlags, windowSize } from './flags';

/** The text with a number in the place of every citation and footnote: what any editor can show. */
export function withoutChips(document: MemoDocument): MemoDocument {
  let number = 0;
  const blocks = document.blocks.map((block): MemoBlock => {
    if (block.type !== 'excerpt-quotation') return block;
    return { type: 'quotation', children: block.children };
  });
  return mapInlines({ ...document, blocks }, (inline): Inline => {
    if (inline.type !== 'citation' && inline.type !== 'footnote') {
      return inline.type === 'text' ? { ...inline, marks: [] } : inline;
    }
    number += 1;
    return { type: 'text', text: String(number), formats: ['superscript'], marks: [] };
  });
}

const css =
  'body { margin: 0 auto; max-width: 680px; font: 18px/1.6 serif } [contenteditable] { white-space: pre-wrap; outline: none }';

/** Opens a page with nothing but a bare Lexical editor of this text, in the same browser, and hands it out. */
export async function withBareEditor<T>(
  document: MemoDocument,
  work: (page: Page, open: string) => Promise<T>,
): Promise<T> {
  const script = await bundle(join(import.meta.dirname, 'bare.js'));
  return withPage(async (page) => {
    await page.setContent(`<style>${css}</style>`);
    await page.evaluate(script);
    await page.evaluate(`globalThis.state = ${JSON.stringify(documentToLexical(withoutChips(document)))}`);
    return work(page, '() => openBare(state)');
  });
}

/** Opens a page with one short paragraph that the browser alone edits: no editor can be faster. */
export async function withPlainParagraph<T>(work: (page: Page) => Promise<T>): Promise<T> {
  return withPage(async (page) => {
    await page.setContent(
      `<style>${css}</style><div contenteditable="true"><p>Words that somebody has begun to write.</p></div>`,
    );
    return work(page);
  });
}

async function withPage<T>(work: (page: Page) => Promise<T>): Promise<T> {
  const profile = await mkdtemp(join(tmpdir(), 'commonplace-bare-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: findChromium() ?? undefined,
    headless: true,
    chromiumSandbox: process.getuid?.() !== 0,
    viewport: null,
    args: [...benchFlags, `--window-size=${windowSize.width},${windowSize.height}`],
  });
  try {
    return await work(context.pages()[0] ?? (await context.newPage()));
  } finally {
    await context.close();
    await rm(profile, { recursive: true, force: true, maxRetries: 3 });
  }
}

async function bundle(entry: string): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"' },
    build: { write: false, lib: { entry, formats: ['iife'], name: 'bare' } },
  });
  const [output] = (Array.isArray(built) ? built : [built]) as Rollup.RollupOutput[];
  return output!.output[0].code;
}
