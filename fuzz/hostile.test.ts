import { Buffer } from 'node:buffer';
import { afterEach, describe, expect, it } from 'vitest';
import { byCategory, hostileHost, hostilePayloads, namesIn, type HostilePayload } from '../e2e/hostile/corpus';
import {
  bibtexOf,
  cslJsonOf,
  docxOf,
  endNoteOf,
  epubOf,
  headOf,
  markdownOf,
  mhtmlOf,
  pageOf,
  rdfOf,
  risOf,
  textOf,
} from '../e2e/hostile/documents';
import { importContent } from '../src/main/importing/import';
import { ordinaryLimits as limits } from '../src/main/importing/limits';
import type { Imported } from '../src/shared/domain/imports';
import { CommonplaceError } from '../src/shared/result';
import { whatIsWrong, whatIsWrongInAnnotations, whatIsWrongInList } from './sound';

/** The hostile corpus through every importer: what comes out is text in our own blocks, whatever went in. */

const payloads = hostilePayloads();

async function bringIn(fileName: string, content: string | Uint8Array): Promise<Imported | null> {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  return importContent({ kind: 'file', fileName, bytes, limits }).catch(refusal);
}

/** What is without words may be refused, in a sentence; a mistake of ours may not pass for that. */
function refusal(error: unknown): null {
  if (!(error instanceof CommonplaceError)) throw error;
  if (/^(?:Type|Reference|Syntax)Error/u.test(String(error.details))) throw error;
  return null;
}

function complaint(imported: Imported | null): string {
  if (imported === null) return '';
  if (imported.kind === 'references') return whatIsWrongInList(imported.references);
  if (imported.kind === 'annotations') return whatIsWrongInAnnotations(imported.annotations);
  return whatIsWrong(imported.document);
}

afterEach(() => {
  // What a payload would do that runs in the worker, or reaches the prototype that all objects share.
  expect(Reflect.get(globalThis, '__hostile')).toBeUndefined();
  expect(Reflect.get({}, 'hostile')).toBeUndefined();
});

it('holds hundreds of payloads of many kinds, each with a sign of its own', () => {
  expect(payloads.length).toBeGreaterThan(600);
  expect(byCategory(payloads).size).toBeGreaterThan(15);
  expect(new Set(payloads.map(({ html }) => html)).size).toBe(payloads.length);
  expect(namesIn(payloads)).toContain('commonplace');
});

// Two megabytes of Markdown take ten seconds on a busy machine; in the app the worker's cap ends them.
describe.each([...byCategory(payloads)])('%s', { timeout: 90_000 }, (category, members) => {
  const together: Record<string, (title: string, all: HostilePayload[]) => string | Promise<Uint8Array>> = {
    'page.html': pageOf,
    'page.mhtml': mhtmlOf,
    'book.epub': epubOf,
    'text.md': markdownOf,
    'document.docx': docxOf,
    'text.txt': textOf,
    'list.json': (_, all) => cslJsonOf(all),
    'list.ris': (_, all) => risOf(all),
    'list.bib': (_, all) => bibtexOf(all),
    'list.rdf': (_, all) => rdfOf(all),
    'list.xml': (_, all) => endNoteOf(all),
  };
  it.each(Object.entries(together))('comes in together as %s', async (fileName, make) => {
    // A file with many NULs is refused as no text; one by one, below, they are tried with those.
    const texts = members.map((payload) => ({ ...payload, html: payload.html.replaceAll('\0', '') }));
    const imported = await bringIn(fileName, await make(`All of ${category}`, texts));
    expect(imported).not.toBeNull();
    expect(complaint(imported)).toBe('');
    if (imported?.kind === 'references') {
      const { references, refused } = imported.references;
      expect(references.length + refused.length).toBe(members.length);
    }
  });

  it('comes in one by one, as pages and as what was copied', async () => {
    for (const payload of members) {
      for (const page of [pageOf(payload.id, [payload]), headOf(payload.id, payload)]) {
        expect(complaint(await bringIn(`${payload.id}.html`, page)), payload.id).toBe('');
      }
      const pasted = await importContent({ kind: 'text', title: '', text: payload.id, html: payload.html, limits });
      expect(complaint(pasted), payload.id).toBe('');
    }
  });
});

it('keeps the words before a payload', async () => {
  // Where a page tells search engines more than it shows, as behind a paywall, that is the text.
  const tellsMore = (html: string) => html.includes('"articleBody"');
  for (const payload of payloads.filter(({ html }) => !tellsMore(html))) {
    const imported = await bringIn('page.html', pageOf(payload.id, [payload]));
    const text = imported?.kind === 'document' ? imported.document.text : '';
    expect(text.includes(`Before ${payload.id}`), payload.id).toBe(true);
  }
});

it('lets no link lead where it does not say', async () => {
  for (const payload of payloads.filter(({ category }) => category === 'schemes' || category === 'bidi')) {
    const imported = await bringIn('page.html', pageOf(payload.id, [payload]));
    const blocks = imported?.kind === 'document' ? imported.document.blocks : [];
    const addresses = blocks.flatMap(({ spans }) => spans.map(({ href }) => href ?? '')).filter((href) => href !== '');
    for (const address of addresses) {
      const url = new URL(address);
      expect(['http:', 'https:', 'mailto:'], payload.id).toContain(url.protocol);
      expect([url.username, url.password], payload.id).toEqual(['', '']);
      if (url.hostname !== '') expect(url.hostname.endsWith(hostileHost), `${payload.id} ${address}`).toBe(true);
    }
  }
});
