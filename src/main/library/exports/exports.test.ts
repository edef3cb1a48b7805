import { describe, expect, it } from 'vitest';
import type { CslItem } from '../../../shared/domain/csl';
import { defaultMemoExport, type MemoExportOptions } from '../../../shared/domain/memo-export';
import { itemCiting } from '../../../shared/memo/citation-item';
import type { Inline, MemoDocument } from '../../../shared/memo/document';
import { openTestLibrary } from '../testing';
import { exportsHandlers } from './handlers';

const decode = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes);
const text = (value: string): Inline => ({ type: 'text', text: value, formats: [], marks: [] });

async function library() {
  const { context } = await openTestLibrary();
  const source = (citationKey: string, csl: CslItem) =>
    context.change({ label: 'Add source' }, (change) =>
      change.insert('source', {
        citation_key: citationKey,
        csl: JSON.stringify(csl),
        type: csl.type,
        title: String(csl.title),
        authors: '',
        publisher: '',
        issued: '',
        short_citation: '',
      }),
    );
  const vale = await source('vale2021', {
    type: 'book',
    title: 'The Straits',
    author: [{ family: 'Vale', given: 'Mira' }],
  });
  const okoro = await source('okoro2022', {
    type: 'report',
    title: 'Tolls',
    author: [{ family: 'Okoro', given: 'Lise' }],
  });
  const excerpt = await context.change({ label: 'Add excerpt' }, async (change) => {
    const snapshot = await change.insert('snapshot', {
      source_id: okoro,
      captured_at: change.now,
      text: 'No ship shall pass.',
      blocks: '[]',
      characters: 19,
      paragraphs: 1,
      language: 'en',
      sha256: 'x',
    });
    return change.insert('excerpt', {
      source_id: okoro,
      snapshot_id: snapshot,
      kind: 'quotation',
      text: 'No ship shall pass.',
      start_offset: 0,
      end_offset: 19,
      exact: 'No ship shall pass.',
      prefix: '',
      suffix: '',
      locator_label: 'paragraph',
      locator_value: '4',
      colour: 'none',
      note: '',
      text_sha256: 'x',
      snapshot_sha256: 'x',
    });
  });
  const memo = (document: MemoDocument) =>
    context.change({ label: 'Add memo' }, (change) =>
      change.insert('memo', {
        title: 'On the toll',
        style_id: 'chicago-notes',
        locale: 'en-GB',
        document: JSON.stringify(document),
        text: '',
        words: 0,
        citations: 0,
        save_count: 0,
      }),
    );
  const cite = (sourceId: string, id = 'c1'): Inline => ({
    type: 'citation',
    id,
    marks: [],
    items: [itemCiting(sourceId, { locator: '3' })],
  });
  return { context, handlers: exportsHandlers(context), vale, okoro, excerpt, memo, cite };
}

describe('exporting from a library', () => {
  it('writes a memo in its own style, or in the one asked for', async () => {
    const { handlers, memo, cite, vale } = await library();
    const memoId = await memo({
      version: 2,
      blocks: [{ type: 'paragraph', children: [text('It closed.'), cite(vale)] }],
    });
    const own = await handlers['exports.memo']({ memoId, format: 'txt' });
    expect(own.warnings).toEqual([]);
    expect(own.files[0]?.fileName).toBe('On the toll.txt');
    expect(decode(own.files[0]?.bytes)).toContain('[1] Mira Vale, The Straits, n.d., 3.');
    const asked = await handlers['exports.memo']({ memoId, format: 'txt', styleId: 'apa', locale: 'de' });
    expect(decode(asked.files[0]?.bytes)).toContain('It closed (Vale, o.\u00A0J., S. 3).');
    const markdown = await handlers['exports.memo']({ memoId, format: 'md' });
    expect(markdown.files.map(({ fileName }) => fileName)).toEqual([
      'On the toll.md',
      'On-the-toll.json',
      'On-the-toll.csl',
    ]);
  });

  it('never lets a linked quotation leave without its source', async () => {
    const { handlers, memo, excerpt, okoro, cite } = await library();
    const quotation = {
      type: 'excerpt-quotation' as const,
      excerptId: excerpt,
      children: [text('No ship shall pass.')],
    };
    const bare = await memo({ version: 2, blocks: [quotation] });
    const outcome = await handlers['exports.memo']({ memoId: bare, format: 'txt' });
    expect(decode(outcome.files[0]?.bytes)).toContain('[1] Lise Okoro, ‘Tolls’, n.d., para. 4.');
    expect(outcome.warnings).toHaveLength(1);
    const cited = await memo({
      version: 2,
      blocks: [{ type: 'paragraph', children: [text('She said:'), cite(okoro)] }, quotation],
    });
    const second = await handlers['exports.memo']({ memoId: cited, format: 'txt' });
    expect(second.warnings).toEqual([]);
    expect(decode(second.files[0]?.bytes)).not.toContain('[2]');
  });

  it('names sources that are gone, and keeps citations copied within a memo apart', async () => {
    const { context, handlers, memo, cite, vale, okoro } = await library();
    const memoId = await memo({
      version: 2,
      blocks: [
        { type: 'paragraph', children: [text('A'), cite(vale), text(' B'), cite(okoro), text(' C'), cite(vale)] },
      ],
    });
    await context.change({ label: 'Trash' }, (change) => change.trash('source', okoro));
    const { files, warnings } = await handlers['exports.memo']({ memoId, format: 'txt' });
    expect(warnings[0]).toMatch(/One cited source/);
    const said = decode(files[0]?.bytes);
    expect(said).toContain(`[2] ‘[missing source ${okoro}]’`);
    expect(said).toContain('[3] Vale, The Straits, 3.');
  });

  it('appends the provenance ledger where that is asked for', async () => {
    const { handlers, memo, cite, vale, okoro, excerpt } = await library();
    const memoId = await memo({
      version: 2,
      blocks: [
        { type: 'paragraph', children: [text('It closed in spring.'), cite(vale)] },
        { type: 'paragraph', children: [text('Nobody says why.')] },
        { type: 'excerpt-quotation', excerptId: excerpt, children: [text('No ship shall pass.'), cite(okoro, 'c2')] },
      ],
    });
    const options = { ...defaultMemoExport, ledger: true };
    const { files } = await handlers['exports.memo']({ memoId, format: 'txt', options });
    const [before, after = ''] = decode(files[0]?.bytes).split(/^Provenance$/mu);
    expect(before).toContain('Nobody says why.');
    expect(after).toMatch(/1\. It closed in spring\./u);
    expect(after).toContain('@vale2021, The Straits, p. 3');
    expect(after).toContain('@okoro2022, Tolls, ¶ 4: “No ship shall pass.”');
    expect(after).toContain('captured on 14 Mar 2024: SHA-256');
    expect(after).not.toContain('Nobody says why.');
    for (const format of ['html', 'md', 'tex'] as const) {
      const written = await handlers['exports.memo']({ memoId, format, options });
      expect(decode(written.files[0]?.bytes), format).toMatch(/Provenance[^]*vale2021/u);
    }
    const without = await handlers['exports.memo']({ memoId, format: 'txt', options: defaultMemoExport });
    expect(decode(without.files[0]?.bytes)).not.toContain('Provenance');
  });

  it('remembers how each memo left, and starts another with the same paper, author and Word template', async () => {
    const { context, handlers, memo } = await library();
    const memoId = await memo({ version: 2, blocks: [] });
    const other = await memo({ version: 2, blocks: [] });
    expect(await handlers['exports.remembered']({ memoId })).toEqual({ format: null, options: defaultMemoExport });
    const wordTemplate = { name: 'House.docx', styles: '<w:styles/>', page: null };
    const options: MemoExportOptions = {
      ...defaultMemoExport,
      paper: 'letter',
      author: 'Mira Vale',
      wordTemplate,
      contents: true,
    };
    await handlers['exports.remember']({ memoId, format: 'pdf', options });
    await handlers['exports.remember']({ memoId, format: 'txt', options });
    expect(await handlers['exports.remembered']({ memoId })).toEqual({ format: 'txt', options });
    expect(await handlers['exports.remembered']({ memoId: other })).toEqual({
      format: null,
      options: { ...defaultMemoExport, paper: 'letter', author: 'Mira Vale', wordTemplate },
    });
    // What a later version kept is taken as far as it is understood.
    await context.change({ label: 'Later version' }, async (change) => {
      const row = await change.get<{ id: string }>('SELECT id FROM memo_export');
      await change.update('memo_export', row!.id, { format: 'epub', options: '{"paper":"a5","contents":true,"x":1}' });
    });
    expect(await handlers['exports.remembered']({ memoId })).toEqual({
      format: null,
      options: { ...defaultMemoExport, contents: true },
    });
    const gone = handlers['exports.remember']({ memoId: context.newId(), format: 'pdf', options });
    await expect(gone).rejects.toMatchObject({ code: 'not-found' });
  });

  it('says what is wrong with a memo or a style', async () => {
    const { context, handlers, memo } = await library();
    const memoId = await memo({ version: 2, blocks: [] });
    const styled = handlers['exports.memo']({ memoId, format: 'txt', styleId: 'no-such-style' });
    await expect(styled).rejects.toMatchObject({ code: 'bad-style' });
    await context.change({ label: 'Damage' }, (change) => change.update('memo', memoId, { document: '{"version":9}' }));
    await expect(handlers['exports.memo']({ memoId, format: 'txt' })).rejects.toMatchObject({
      code: 'library-damaged',
    });
    const gone = handlers['exports.memo']({ memoId: context.newId(), format: 'txt' });
    await expect(gone).rejects.toMatchObject({ code: 'not-found' });
  });

  it.each(['txt', 'pdf'] as const)('stops an export to %s, and makes the next', { timeout: 60_000 }, async (format) => {
    const { handlers, memo, cite, vale } = await library();
    const memoId = await memo({
      version: 2,
      blocks: [{ type: 'paragraph', children: [text('It closed.'), cite(vale)] }],
    });
    const jobId = 'one';
    const running = handlers['exports.memo']({ jobId, memoId, format });
    const twice = handlers['exports.memo']({ jobId, memoId, format });
    await expect(twice).rejects.toMatchObject({ code: 'conflict' });
    await handlers['exports.cancel']({ jobId });
    await expect(running).rejects.toMatchObject({ code: 'cancelled' });
    expect((await handlers['exports.memo']({ jobId, memoId, format })).files).toHaveLength(1);
    // What has ended, or never was, is nothing to stop.
    expect(await handlers['exports.cancel']({ jobId })).toBeNull();
  });

  it('writes bibliographies of all sources or of some', async () => {
    const { handlers, vale } = await library();
    const all = await handlers['exports.bibliography']({ format: 'biblatex', notes: false, files: false });
    expect(all.files[0]?.fileName).toBe('Bibliography.bib');
    expect(decode(all.files[0]?.bytes).match(/^@/gm)).toHaveLength(2);
    const gone = '01890a5d-ac96-774b-bcce-b302099a8057';
    const some = await handlers['exports.bibliography']({
      format: 'csl-json',
      sourceIds: [vale, gone],
      notes: false,
      files: false,
    });
    expect(JSON.parse(decode(some.files[0]?.bytes))).toHaveLength(1);
    expect(some.warnings).toHaveLength(1);
  });
});
