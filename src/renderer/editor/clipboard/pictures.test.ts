// @vitest-environment happy-dom
import { $getRoot, REDO_COMMAND, UNDO_COMMAND, type LexicalEditor } from 'lexical';
import { beforeEach, describe, expect, it } from 'vitest';
import { $insertDataTransferForRichText } from '@lexical/clipboard';
import { CommonplaceError } from '../../../shared/result';
import type { MemoBlock } from '../../../shared/memo/document';
import { inlineText } from '../../../shared/memo/text';
import { documentOf, headlessEditor } from '../headless';
import { registerPastedPictures } from '../image/pastedPictures';

/** Pictures of 4 × 3 pixels, and of one. */
const header = (width: number, height: number) => {
  const bytes = Uint8Array.from(
    atob('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg=='),
    (character) => character.charCodeAt(0),
  );
  new DataView(bytes.buffer).setUint32(16, width);
  new DataView(bytes.buffer).setUint32(20, height);
  return `data:image/png;base64,${btoa(String.fromCharCode(...bytes))}`;
};
const png = header(4, 3);
const dot = header(1, 1);

let editor: LexicalEditor;
let told: string[];
let asked: number;
let stop: () => void;

beforeEach(() => {
  editor = headlessEditor({ version: 2, blocks: [{ type: 'paragraph', children: [] }] });
  told = [];
  asked = 0;
  stop = () => {};
});

/** Pastes HTML at the end; resolves when its pictures are in. */
async function paste(html: string, goesOn = () => true): Promise<void> {
  let done: () => void = () => {};
  const idle = new Promise<void>((resolve) => (done = resolve));
  stop();
  stop = registerPastedPictures(editor, {
    keep: async (file) => {
      asked += 1;
      const bytes = new Uint8Array(await file.arrayBuffer());
      if (bytes[bytes.length - 1] !== 0x82) throw new CommonplaceError('bad-input', 'Refused. Try again.');
      return { sha256: 'a'.repeat(64), mediaType: 'image/png', pixels: { width: 4, height: 3 } };
    },
    say: (text) => told.push(text),
    fail: (text) => told.push(text),
    goesOn: (at, of) => {
      if (at === of) queueMicrotask(done);
      return goesOn();
    },
  });
  const data = new DataTransfer();
  data.setData('text/html', html);
  editor.update(() => $insertDataTransferForRichText(data, $getRoot().selectEnd()), { discrete: true });
  if (/<img/.test(html)) await idle;
  await Promise.resolve();
}

/** Blocks in short: words, and pictures as {alt}. */
const shape = () =>
  documentOf(editor).blocks.map((block: MemoBlock) => {
    if (block.type === 'image') return `{${block.alt}}`;
    if (block.type === 'list') return block.items.map((item) => `- ${inlineText(item.children)}`).join(' ');
    return 'children' in block ? inlineText(block.children) : block.type;
  });

describe('pictures in what is pasted', () => {
  it('become pictures of the memo, in order, with their alt text', async () => {
    await paste(
      `<p>Before</p><p>Words <img src="${png}" alt=" A\n strait "> and more<img src="${png}" alt="two"></p><ul><li>one<img src="${png}" alt="three"></li></ul><figure><img src="${png}" alt="four"><figcaption>Caption</figcaption></figure>`,
    );
    expect(shape()).toEqual([
      'Before',
      'Words and more',
      '{A strait}',
      '{two}',
      '- one',
      '{three}',
      '{four}',
      'Caption',
    ]);
    expect(told).toEqual([]);
  });

  it('stand beside the paragraph that they are pasted into, and leave its words together', async () => {
    await paste('<p>It closed.</p>');
    await paste(`<p><img src="${png}" alt="A strait"></p><p>Then.</p>`);
    expect(shape()).toEqual(['It closed.', '{A strait}', 'Then.']);
  });

  it('are one step of undoing with their text, and come back with it', async () => {
    await paste(`<p>Words</p><p><img src="${png}" alt="A strait"></p>`);
    expect(shape()).toEqual(['Words', '{A strait}', '']);
    editor.dispatchCommand(UNDO_COMMAND, undefined);
    await Promise.resolve();
    expect(shape()).toEqual(['']);
    editor.dispatchCommand(REDO_COMMAND, undefined);
    await Promise.resolve();
    expect(shape()).toEqual(['Words', '{A strait}', '']);
  });

  it('stay notes where they are only linked: nothing is fetched, and no path of the machine is told', async () => {
    await paste(
      `<p>a<img src="https://example.org/strait.png">b<img src="https://example.org/b.png" alt="A map">c<img src="https://example.org/c.png" alt="">` +
        `d<img src="file:///C:/Users/ann/clip.png">e<img src="https://example.org/pixel" width=1 height=1>f<img alt="☺" src="https://example.org/e.svg"></p>`,
    );
    expect(shape()).toEqual(['a[picture: https://example.org/strait.png]b[picture: A map]cd[picture]ef☺']);
    expect(asked).toBe(0);
    expect(told).toEqual([expect.stringMatching(/^3 pictures are left as notes.*not fetched/)]);
  });

  it('are refused where they are none, and say so once', async () => {
    const svg = `data:image/svg+xml;base64,${btoa('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')}`;
    const page = `data:image/png;base64,${btoa('<!doctype html><script>alert(1)</script>')}`;
    const huge = `data:image/png;base64,${'A'.repeat(31_000_000)}`;
    const cut = `${png.slice(0, -20)}`;
    await paste(
      [svg, page, huge, cut, 'data:text/html,<script>alert(1)</script>', 'data:image/png,x', dot]
        .map((src, n) => `<p>${n}</p><p><img src="${src}" alt="n${n}"></p>`)
        .join(''),
    );
    expect(shape().filter((line) => line.startsWith('{'))).toEqual([]);
    expect(shape()).toContain('[picture: n0]');
    expect(shape()).not.toContain('[picture: n6]');
    expect(asked).toBe(0);
    expect(told).toEqual([expect.stringMatching(/^5 pictures are left as notes.*SVG files can carry scripts/)]);
  });

  it('come in by the hundred, not by the thousand, and can be stopped', async () => {
    await paste(`<p>${`<img src="${png}" alt="n">`.repeat(1000)}</p>`);
    expect(asked).toBe(200);
    expect(told[0]).toMatch(/^800 pictures are left as notes.*At most 200/);
    asked = 0;
    told = [];
    let rounds = 0;
    await paste(
      `<p><img src="${png}" alt="a"><img src="${png}" alt="b"><img src="${png}" alt="c"></p>`,
      () => (rounds += 1) < 3,
    );
    expect(asked).toBe(2);
    expect(told[0]).toMatch(/^One picture is left as a note.*You stopped it/);
  });

  it('cannot be made up by a text that looks like their marker', async () => {
    await paste(`<p>\uE000p:0\uE001 and <img src="${png}" alt="real"></p>`);
    expect(shape()).toEqual(['\uE000p:0\uE001 and', '{real}', '']);
  });
});
