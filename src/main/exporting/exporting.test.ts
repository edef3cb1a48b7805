import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import {
  memoDocument,
  type CitationInline,
  type Inline,
  type MemoDocument,
  type TextFormat,
} from '../../shared/memo/document';
import { markdownToMemo } from '../../shared/memo/markdown';
import { openZip } from '../importing/zip';
import { cite, footnote, hostile, prepareFixture, text } from './fixture';
import { memoFormats } from '../../shared/domain/exports';
import { exportFileName, freeName } from './file-name';
import { writeMemo } from './memo';
import { memoNotes, runInlines } from './prepared';

const decode = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes);
const paragraph = (...children: Inline[]) => ({
  type: 'paragraph' as const,
  children,
});
const document = (...blocks: MemoDocument['blocks']): MemoDocument => ({ version: 2, blocks });

async function asText(memo: MemoDocument, styleId: string): Promise<string> {
  const [file] = await writeMemo(await prepareFixture(styleId, memo), 'txt');
  return decode(file?.bytes);
}

const narrative = (...items: Parameters<typeof cite>): Inline => ({
  ...(cite(...items) as CitationInline),
  form: 'narrative',
});

describe('comments to oneself', () => {
  const id = '0190b0f1-6a55-7cc1-9c6f-3f0a1d1c2b3a';
  const memo: MemoDocument = {
    ...document(paragraph({ ...text('Nobody said why.'), marks: [{ kind: 'comment', id }] } as Inline)),
    comments: [{ id, text: 'Ask the road office', createdAt: '2031-03-01T08:00:00.000Z', resolved: false }],
  };

  it('stay out of every format', async () => {
    const prepared = await prepareFixture('apa', memo);
    expect(prepared.comments).toEqual([]);
    for (const format of ['txt', 'html', 'md', 'tex'] as const) {
      for (const file of await writeMemo(prepared, format)) expect(decode(file.bytes)).not.toContain('road office');
    }
  });

  it('go along, with their words, where the user wants them', async () => {
    const prepared = await prepareFixture('apa', memo, 'en-GB', false, { comments: true });
    expect(prepared.comments).toEqual(memo.comments);
    expect(prepared.blocks).toMatchObject([{ children: [{ text: 'Nobody said why.', comments: [id] }] }]);
  });
});

describe('a memo that comes back from its own Markdown', () => {
  it('has its title, formats, tables and lists as they were, and no second bibliography', async () => {
    const cell = (words: string, header = false) => ({ header, children: [text(words)] });
    const formatted = (words: string, ...formats: TextFormat[]): Inline => ({
      type: 'text',
      text: words,
      formats,
      marks: [],
    });
    const blocks: MemoDocument['blocks'] = [
      { type: 'heading', level: 2, children: [text('Head & <b> ^ ~')] },
      paragraph(
        text('H'),
        formatted('2', 'subscript'),
        text('O, x'),
        formatted('2 a', 'superscript'),
        text(' '),
        formatted('Small', 'small-caps'),
        text(' 5*3 ~ 4 ^ 2.'),
      ),
      {
        type: 'table',
        id: 't1',
        caption: [text('Days')],
        rows: [{ cells: [cell('A|B', true)] }, { cells: [cell('1')] }],
      },
      { type: 'table', rows: [{ cells: [cell('1'), cell('2')] }] },
      paragraph(text('So '), cite('vale'), text('.')),
    ];
    const prepared = await prepareFixture('apa', document(...blocks), 'en-GB', true);
    const [file] = await writeMemo(prepared, 'md');
    const back = markdownToMemo(decode(file?.bytes), () => '01890a5d-ac96-774b-bcce-b302099a8057');
    expect(back.title).toBe(prepared.title);
    expect(back.warnings).toEqual([]);
    expect(back.document.blocks.slice(0, -1)).toEqual(blocks.slice(0, -1));
    expect(back.document.blocks).toHaveLength(blocks.length);
  });
});

describe('code in a memo that is written from the right', () => {
  it('runs from the left', async () => {
    const prepared = await prepareFixture('apa', document({ type: 'code', text: 'a = 1' }), 'fa-IR');
    const [html] = await writeMemo(prepared, 'html');
    expect(decode(html?.bytes)).toContain('<pre dir="ltr"><code>a = 1');
    const [odt] = await writeMemo(prepared, 'odt');
    const content = await (await openZip(odt!.bytes, 20_000_000)).text('content.xml');
    const [, name] = /<text:p text:style-name="(\w+)">a = 1/.exec(content) ?? [];
    expect(content).toMatch(
      new RegExp(`style:name="${name}"[^>]*><style:paragraph-properties style:writing-mode="lr-tb"`),
    );
  });
});

describe('two notes at one place', () => {
  it('are parted by a raised comma, so that their numbers are two', async () => {
    const memo = document(
      paragraph(text('Said twice '), cite('vale'), text('.'), footnote('Or so.'), text(' And on.')),
    );
    const notes = decode((await writeMemo(await prepareFixture('chicago-notes', memo), 'html'))[0]?.bytes);
    expect(notes).toMatch(/Said twice\.<[^,]+>1<\/a><\/sup><sup>,<\/sup><sup[^,]+>2<\/a><\/sup> And on\./);
    expect(await asText(memo, 'apa')).toContain('Said twice (Vale, 2021).[1] And on.');
    // A name that belongs to the sentence parts them itself.
    const named = document(paragraph(text('So'), cite('vale'), narrative('okoro'), text(' says.')));
    expect(await asText(named, 'chicago-notes')).toMatch(/So\[1\] ?Lise Okoro and Jon Brandt\[2\] says/);
  });
});

describe('a citation whose author stands in the sentence', () => {
  const memo = document(
    paragraph(narrative(['vale', { locator: '12' }]), text(' argues so; '), narrative('okoro'), text(' does not.')),
  );

  it('prints the name and then the rest of the citation, or its note', async () => {
    expect(await asText(memo, 'apa')).toContain('Vale (2021, p. 12) argues so; Okoro and Brandt (2022) does not.');
    expect(await asText(memo, 'mla')).toContain('Vale (12) argues so; Okoro and Brandt does not.');
    const notes = await asText(memo, 'chicago-notes');
    expect(notes).toContain('Mira Vale[1] argues so; Lise Okoro and Jon Brandt[2] does not.');
    expect(notes).toContain('[1] The Straits of Orlan');
  });

  it('leaves the name to the program that renders the citations', async () => {
    for (const [styleId, format, words] of [
      ['apa', 'md', '@vale2021straits [p. 12] argues so; @okoroBrandt2022 does not.'],
      ['apa', 'tex', '\\textcite[{12}]{vale2021straits} argues so; \\textcite{okoroBrandt2022} does not.'],
      ['chicago-notes', 'tex', '\\citeauthor{vale2021straits}\\autocite[{12}]{vale2021straits} argues'],
    ] as const) {
      const [file] = await writeMemo(await prepareFixture(styleId, memo, 'en-GB', true), format);
      expect(decode(file?.bytes)).toContain(words);
    }
  });
});

describe('a quotation with its translation', () => {
  const pair = (by: 'author' | 'source' | 'machine'): MemoDocument =>
    document({
      type: 'excerpt-quotation',
      excerptId: '01890a5d-ac96-774b-bcce-b302099a8057',
      children: [text('هیچ کشتی نباید بگذرد.'), cite('vale')],
      translation: { children: [text('No ship shall pass.')], by, language: 'en' },
    });

  it('stands in every format as a pair that says whose words they are, each in its own direction', async () => {
    for (const format of ['txt', 'md', 'tex', 'html'] as const) {
      const later = format === 'md' || format === 'tex';
      const [file] = await writeMemo(await prepareFixture('apa', pair('author'), 'de-DE', later), format);
      const written = decode(file?.bytes);
      expect(written, format).toMatch(/هیچ کشتی نباید بگذرد[\s\S]*No ship shall pass\. \(eigene Übersetzung\)/);
      if (format !== 'html') continue;
      expect(written).toContain('<blockquote dir="rtl" lang="fa">');
      expect(written).toContain('<blockquote class="translation" dir="ltr" lang="en">');
    }
  });

  it('is left out where nothing is translated yet', async () => {
    const [block] = pair('source').blocks;
    if (block?.type !== 'excerpt-quotation') throw new Error('no quotation');
    const empty = document({ ...block, translation: { children: [], by: 'source', language: 'en' } });
    expect(await asText(empty, 'apa')).not.toContain('translation');
    expect(await asText(pair('source'), 'apa')).toContain('(translation in the source)');
  });
});

it('citations come back from Markdown as they went', async () => {
  const item = fc.tuple(
    fc.constantFrom('vale', 'okoro'),
    fc.record({
      label: fc.constantFrom('page', 'chapter', 'section', 'paragraph', 'verse', 'act', 'version', 'title-locator'),
      locator: fc.constantFrom('3', '12–14', '4, 7', 'iv'),
      prefix: fc.constantFrom('', 'see', 'see also'),
      suffix: fc.constantFrom('', 'with 3 tables', ', emphasis added'),
      suppressAuthor: fc.boolean(),
    }),
  );
  const citation = fc.record({
    items: fc.array(item, { minLength: 1, maxLength: 3 }),
    form: fc.constantFrom('narrative' as const, undefined),
  });
  // All in one document: an engine for each would take longest.
  const many = fc.array(fc.tuple(citation, fc.constantFrom(' says.', ', too.', '')), { minLength: 30, maxLength: 30 });
  await fc.assert(
    fc.asyncProperty(many, async (written) => {
      const made = written.map(([{ items, form }]): CitationInline => {
        const citation = cite(...(items as Parameters<typeof cite>)) as CitationInline;
        const [first] = citation.items;
        // The sentence names the author, and has no room for words before.
        if (form && first) Object.assign(first, { suppressAuthor: false, prefix: '' });
        return form ? { ...citation, form } : citation;
      });
      const memo = document(...made.map((one, index) => paragraph(text('As '), one, text(written[index]?.[1] ?? ''))));
      const [file] = await writeMemo(await prepareFixture('vancouver', memo, 'en-GB', true), 'md');
      const read = markdownToMemo(decode(file?.bytes), (key) => (key === 'vale2021straits' ? 'vale' : 'okoro'));
      expect(read.warnings).toEqual([]);
      const back = read.document.blocks.flatMap((block) => ('children' in block ? block.children : []));
      const bare = ({ items, form }: CitationInline) => ({ items, form });
      expect(back.filter((inline) => inline.type === 'citation').map(bare)).toEqual(made.map(bare));
    }),
    { numRuns: 4 },
  );
});

describe('citations beside punctuation', () => {
  it('are set as their style wants them, however they were typed', async () => {
    const before = document(paragraph(text('It closed in spring '), cite('vale'), text('. It opened again.')));
    const after = document(paragraph(text('It closed in spring.'), cite('vale'), text(' It opened again.')));
    for (const typed of [before, after]) {
      expect(await asText(typed, 'chicago-notes')).toContain('It closed in spring.[1] It opened again.');
      expect(await asText(typed, 'apa')).toContain('It closed in spring (Vale, 2021). It opened again.');
    }
  });

  it('stand in the text for a program that renders them itself, also in a style with notes', async () => {
    const typed = document(paragraph(text('It closed in spring.'), cite('vale'), text(' It opened again.')));
    for (const [format, cited] of [
      ['md', 'It closed in spring [@vale2021straits]. It opened'],
      ['tex', 'It closed in spring \\autocite{vale2021straits}. It opened'],
    ] as const) {
      const [file] = await writeMemo(await prepareFixture('chicago-notes', typed, 'en-GB', true), format);
      expect(decode(file?.bytes)).toContain(cited);
    }
  });

  it('leave the stop of an abbreviation and commas of a sentence right', async () => {
    const memo = document(
      paragraph(text('Tolls, fees, etc.'), cite('vale'), text(' and more,'), cite('okoro'), text(' too')),
    );
    expect(await asText(memo, 'apa')).toContain('Tolls, fees, etc. (Vale, 2021) and more (Okoro & Brandt, 2022), too');
    expect(await asText(memo, 'chicago-notes')).toContain('Tolls, fees, etc.[1] and more,[2] too');
  });

  it('begin a note with a capital, and do not end a sentence that goes on', async () => {
    const memo = document(
      paragraph(
        text('One.'),
        cite(['vale', { prefix: 'see' }]),
        text(' Two.'),
        footnote(text('As '), cite(['okoro', { prefix: 'see' }]), text(' shows; so does '), cite('vale')),
      ),
    );
    const notes = memoNotes(await prepareFixture('chicago-notes', memo)).map(({ children }) =>
      children.flatMap((inline) => (inline.type === 'citation' ? runInlines(inline.runs) : [inline])),
    );
    const said = notes.map((children) =>
      children.map((inline) => (inline.type === 'text' ? inline.text : '')).join(''),
    );
    expect(said[0]).toMatch(/^See Mira Vale, .*\.$/);
    expect(said[1]).toMatch(/^As \(see Lise Okoro .*\.44\) shows; so does \(Vale, .*\)\.$/);
  });
});

describe('the HTML page', () => {
  it('runs nothing, loads nothing, and says so', async () => {
    const [file] = await writeMemo(await prepareFixture(), 'html');
    const html = decode(file?.bytes);
    expect(html).toContain('default-src &#39;none&#39;; style-src &#39;sha256-');
    expect(html).not.toMatch(/<(?:script|img|iframe|object|embed|link|base|form|svg|math)\b/i);
    expect(html).not.toMatch(/<[^>]*\son\w+\s*=/i);
    expect(html).not.toMatch(/(?:href|src)="(?!https?:|mailto:|#)/i);
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
  });

  it('links every note there and back, once', async () => {
    const memo = await prepareFixture();
    const [file] = await writeMemo(memo, 'html');
    const html = decode(file?.bytes);
    for (const { number } of memoNotes(memo)) {
      for (const id of [`id="reference-${number}"`, `id="note-${number}"`, `href="#note-${number}"`]) {
        expect(html.split(id).length, id).toBe(2);
      }
    }
    expect(html).toContain('<html lang="en-GB" dir="ltr">');
    expect(html).toContain('<p dir="rtl" lang="fa">');
    expect(html).toContain('<th scope="col">Port</th>');
    expect(html).toContain('<ol start="3">');
  });
});

describe('every format', () => {
  it.each(memoFormats)('writes an empty memo and one of every style: %s', async (format) => {
    const empty = await prepareFixture('apa', document(paragraph()));
    expect((await writeMemo(empty, format))[0]?.bytes.length).toBeGreaterThan(10);
    for (const style of ['chicago-author-date', 'mla', 'vancouver']) {
      const [file] = await writeMemo(await prepareFixture(style), format);
      expect(file?.fileName).toMatch(new RegExp(`\\.${format}$`));
    }
  });

  it('writes right-to-left memos', async () => {
    const memo = await prepareFixture('chicago-notes', document(paragraph(text('متن یادداشت'), cite('vale'))), 'fa-IR');
    expect(decode((await writeMemo(memo, 'html'))[0]?.bytes)).toContain('<html lang="fa-IR" dir="rtl">');
    expect(decode((await writeMemo(memo, 'txt'))[0]?.bytes)).toContain('کتاب‌نامه');
    expect((await writeMemo(memo, 'pdf'))[0]?.bytes.length).toBeGreaterThan(1000);
  });

  it('drops addresses that are not http, https or mailto, even from a damaged document', async () => {
    const evil = document(paragraph({ type: 'link', url: 'javascript:alert(1)', children: [text('click')] }));
    const memo = await prepareFixture('apa', evil);
    for (const format of ['html', 'md', 'tex', 'txt'] as const) {
      const said = decode((await writeMemo(memo, format))[0]?.bytes);
      expect(said).toContain('click');
      expect(said).not.toContain('javascript');
    }
  });

  it('survives text that no format can hold', async () => {
    const memo = await prepareFixture('apa', document(paragraph(text('a\u0000b\u000Bc\uFFFEd\uD800e\uFDD0f\tg'))));
    for (const format of memoFormats) {
      const [file] = await writeMemo(memo, format);
      expect(file?.bytes.length).toBeGreaterThan(10);
      if (format === 'txt') expect(decode(file?.bytes)).toContain('abcd\uFFFDef g');
    }
  });
});

describe('file names', () => {
  it.each([
    ['../../etc/passwd', 'etc passwd.docx'],
    ['C:\\Windows\\x', 'C Windows x.docx'],
    ['CON', '_CON.docx'],
    ['con.notes', '_con.notes.docx'],
    ['LPT1 ', '_LPT1.docx'],
    ['a\u0000b\u202Egnp.exe', 'a b gnp.exe.docx'],
    ['...', 'Memo.docx'],
    ['.hidden', 'hidden.docx'],
    ['', 'Memo.docx'],
    ['A/B: “C” <d>?', 'A B “C” d.docx'],
    ['یادداشت', 'یادداشت.docx'],
    ['- rf', 'rf.docx'],
  ])('of %j is %j', (title, name) => {
    expect(exportFileName(title, 'docx')).toBe(name);
  });

  it('are all others where they would be the same, however long they are', () => {
    const taken = new Set<string>();
    const wanted = exportFileName('n'.repeat(300), 'pdf');
    const names = [1, 2, 3].map(() => freeName(wanted, taken));
    expect(new Set(names).size).toBe(3);
    expect(freeName('Tolls.pdf', taken)).toBe('Tolls.pdf');
    expect(freeName('tolls.PDF', taken)).toBe('tolls-2.PDF');
  });

  it('stay short in characters and bytes', () => {
    for (const letter of ['a', 'ə', '字', '😀']) {
      const name = exportFileName(letter.repeat(300), 'docx');
      expect(name.length).toBeLessThanOrEqual(80);
      expect(Buffer.byteLength(name)).toBeLessThanOrEqual(200);
      expect(Buffer.from(name).toString()).toBe(name);
    }
  });

  it('never let hostile words through', () => {
    for (const title of Object.values(hostile)) expect(exportFileName(title, 'pdf')).toMatch(/^[^/\\:*?"<>|]+\.pdf$/);
  });
});

describe('what comes from outside', () => {
  it('counts lists from numbers that every format can hold', async () => {
    const list = { type: 'list', ordered: true, start: 1e300, items: [{ children: [text('one')], nested: null }] };
    const parsed = v.parse(memoDocument, { version: 2, blocks: [list] });
    const [file] = await writeMemo(await prepareFixture('apa', parsed), 'pdf');
    expect(decode(file?.bytes.subarray(0, 5))).toBe('%PDF-');
    expect(parsed.blocks[0]).toMatchObject({ start: 32_767 });
  });

  it.each(['constructor', '__proto__', 'toString'])('writes in English for the language “%s”', async (locale) => {
    const [file] = await writeMemo(await prepareFixture('apa', undefined, locale), 'tex');
    expect(decode(file?.bytes)).toContain('english]{babel}');
    expect(decode(file?.bytes)).toContain('References');
  });
});
