import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { memoDocument, type CitationInline, type Inline } from './document';
import { markdownToMemo, titleFromFileName } from './markdown';
import { liftPictures } from './data-picture';
import { headingWriting, markDivisions } from './markdown/divisions';
import { withPandocFormats } from './markdown/pandoc-formats';
import { pictureFilesOf } from './markdown/pictures';
import { parseLocator, typedLocator } from './markdown/locators';

const petrova = '01890a5d-ac96-774b-bcce-b302099a8057';
const orr = '01890a5d-ac96-774b-bcce-b302099a8058';
const read = (markdown: string) =>
  markdownToMemo(markdown, (key) => (key === 'petrova2031' ? petrova : key === 'orr_2020:a' ? orr : null));
const inlines = (markdown: string): Inline[] =>
  read(markdown).document.blocks.flatMap((block) => ('children' in block ? block.children : []));
const citation = (markdown: string) =>
  inlines(markdown).find((inline): inline is CitationInline => inline.type === 'citation')?.items;
const text = (list: Inline[]): string =>
  list
    .map((inline) => (inline.type === 'text' ? inline.text : inline.type === 'line-break' ? '\n' : `<${inline.type}>`))
    .join('');

describe('citations in Markdown', () => {
  it.each([
    ['[@petrova2031]', { label: 'page', locator: '' }],
    ['[@petrova2031, p. 3]', { label: 'page', locator: '3' }],
    ['[@petrova2031, pp. 33--35, 38]', { label: 'page', locator: '33–35, 38' }],
    ['[@petrova2031 12]', { label: 'page', locator: '12' }],
    ['[@petrova2031, para. 7]', { label: 'paragraph', locator: '7' }],
    ['[@petrova2031, ¶ 7]', { label: 'paragraph', locator: '7' }],
    ['[@petrova2031, §§ 4-5]', { label: 'section', locator: '4–5' }],
    ['[@petrova2031, chap. iv]', { label: 'chapter', locator: 'iv' }],
    ['[@petrova2031, sec. “The boats”]', { label: 'section', locator: '“The boats”' }],
    ['[@petrova2031, timestamp 00:12:30]', { label: 'timestamp', locator: '00:12:30' }],
    ['[@petrova2031, p. 3, emphasis added]', { locator: '3', suffix: ', emphasis added' }],
    ['[@petrova2031{p. 3, iv}, as printed]', { locator: '3, iv', suffix: ', as printed' }],
    ['[see *also* @petrova2031, p. 3]', { prefix: 'see also', locator: '3' }],
    ['[-@petrova2031, p. 3]', { suppressAuthor: true, locator: '3' }],
    ['[@petrova2031, in passing]', { locator: '', suffix: ', in passing' }],
  ])('%s', (markdown, expected) => {
    expect(citation(markdown)).toMatchObject([{ sourceId: petrova, ...expected }]);
  });

  it('cites several sources at once', () => {
    expect(citation('So [see @petrova2031, p. 3; also @orr_2020:a, ch. 2].')).toMatchObject([
      { sourceId: petrova, prefix: 'see', locator: '3' },
      { sourceId: orr, prefix: 'also', label: 'chapter', locator: '2' },
    ]);
  });

  it('lets the author of a narrative citation speak in the sentence', () => {
    const line = inlines('As @petrova2031 [p. 3; see @orr_2020:a] says.');
    expect(text(line)).toBe('As <citation> says.');
    expect(line[1]).toMatchObject({ form: 'narrative', items: [{ locator: '3' }, { prefix: 'see' }] });
    expect(inlines('So [@petrova2031].')[1]).not.toHaveProperty('form');
  });

  it('ends a key before the full stop of the sentence', () => {
    expect(text(inlines('Says @orr_2020:a.'))).toBe('Says <citation>.');
  });

  it('keeps unknown keys as text and says so', () => {
    const { warnings } = read('See [@nobody, p. 3].');
    expect(text(inlines('See [@nobody, p. 3].'))).toBe('See [@nobody, p. 3].');
    expect(warnings).toEqual(['No source has the citation key “nobody”; it was kept as text.']);
    expect(text(inlines('See [@nobody; @petrova2031].'))).toBe('See <citation> [@nobody].');
  });

  it('leaves alone what is no citation', () => {
    for (const line of ['\\@petrova2031 and \\[\\@petrova2031]', '`[@petrova2031]`'])
      expect(citation(line)).toBeUndefined();
    expect(text(inlines('Mail \\@petrova2031 \\[not a note]'))).toBe('Mail @petrova2031 [not a note]');
    expect(inlines('ana@petrova2031.example').map((inline) => inline.type)).toEqual(['link']);
  });
});

describe('divisions in Markdown', () => {
  const blocks = (markdown: string) => read(markdown).document.blocks;
  it('say the language and direction of what is in them', () => {
    const made = blocks(
      '# T\n\nOne\n\n## Deux {#d lang=fr}\n\n::: {lang=fa dir=rtl}\n> سه\n:::\n\n:::: {.box lang="PT-br"}\nQuatro\n\n::: {dir=rtl}\n- cinco\n:::\n::::\nSix',
    );
    expect(made).toMatchObject([
      { type: 'paragraph' },
      { type: 'heading', language: 'fr', children: [{ text: 'Deux' }] },
      { type: 'quotation', language: 'fa', direction: 'rtl' },
      { type: 'paragraph', language: 'pt-BR', children: [{ text: 'Quatro' }] },
      { type: 'list', language: 'pt-BR', direction: 'rtl' },
      { type: 'paragraph', children: [{ text: 'Six' }] },
    ]);
    expect(made[0]).not.toHaveProperty('language');
    expect(made[5]).not.toHaveProperty('language');
  });

  it('are words where they are not closed, are in code, or say nothing that is known', () => {
    expect(text(inlines('::: {lang=fr}\nUn'))).toBe('::: {lang=fr} Un');
    expect(blocks('```\n::: {lang=fr}\nx\n:::\n```')).toEqual([{ type: 'code', text: '::: {lang=fr}\nx\n:::' }]);
    for (const lang of ['english', 'x', '"><script>', 'en_US']) {
      expect(
        blocks(`::: {lang=${lang}}\nUn\n:::`).every((block) => !('language' in block)),
        lang,
      ).toBe(true);
    }
    expect(text(inlines('## A set {1, 2}'))).toBe('A set {1, 2}');
  });

  it('take no long time, however many there are', () => {
    const started = performance.now();
    for (const hostile of ['::: {lang=fr}\n', ':::\n', ':::: {.a\n', '```\n::: x\n', `::: {${'a=b '.repeat(20)}\n`]) {
      markDivisions(hostile.repeat(20_000), '\uE000', '\uE001');
    }
    for (const hostile of ['{.a ', '{#a} ', '\t', '{a="b" ', '.a ']) {
      headingWriting([{ type: 'text', text: `{${hostile.repeat(50_000)}`, formats: [], marks: [] }]);
    }
    expect(performance.now() - started).toBeLessThan(4000);
  });
});

describe('pandoc’s own marks', () => {
  const formats = (markdown: string) =>
    inlines(markdown).map((inline) => (inline.type === 'text' ? [inline.text, ...inline.formats] : inline.type));

  it('are formats of the words between them', () => {
    expect(formats('H~2~O, x^2\\ a^ and [Small *caps*]{.smallcaps}, [under]{.underline}')).toEqual([
      ['H'],
      ['2', 'subscript'],
      ['O, x'],
      ['2 a', 'superscript'],
      [' and '],
      ['Small ', 'small-caps'],
      ['caps', 'italic', 'small-caps'],
      [', '],
      ['under', 'underline'],
    ]);
  });

  it('are words where they are escaped, in code, apart, or a note', () => {
    expect(text(inlines('a\\^2\\^ b\\~2\\~ `x^2^` ~5 to ~6 2 ^ 3 ^ 4'))).toBe('a^2^ b~2~ x^2^ ~5 to ~6 2 ^ 3 ^ 4');
    expect(formats('So.^[A note.] ~~gone~~')).toEqual([['So.'], 'footnote', [' '], ['gone', 'strikethrough']]);
  });

  it('take no long time, however many there are', () => {
    const started = performance.now();
    for (const hostile of ['^a', '^a^', '~a~ ', '[x]{.smallcaps}', '[a ', '^\\ '])
      withPandocFormats({
        text: hostile.repeat(20_000),
        scan: hostile.repeat(20_000),
        runs: [{ start: 0, end: hostile.length * 20_000, formats: [], object: null }],
      });
    expect(performance.now() - started).toBeLessThan(3000);
  });
});

describe('Markdown as a memo', () => {
  it('takes the title from the first heading and keeps the rest in order', () => {
    const memo = read(
      '# The *title*\n\nText\n\n## Part\n\n> Quoted\n\n- a\n  - b\n- c\n\n| x |\n|---|\n| [@petrova2031] |\n\n---\n\n    code\n',
    );
    expect(memo.title).toBe('The title');
    expect(memo.document.blocks.map((block) => block.type)).toEqual([
      'paragraph',
      'heading',
      'quotation',
      'list',
      'table',
      'rule',
      'code',
    ]);
    expect(memo.document.blocks[3]).toMatchObject({ items: [{ nested: { items: [{}] } }, { nested: null }] });
  });

  it('reads footnotes, with citations in them, both ways they are written', () => {
    const notes = inlines('One.[^1] Two.^[Also @orr_2020:a.]\n\n[^1]: See [@petrova2031, p. 3].').filter(
      (inline) => inline.type === 'footnote',
    );
    expect(notes.map((note) => note.children.map((child) => child.type))).toEqual([
      ['text', 'citation', 'text'],
      ['text', 'citation', 'text'],
    ]);
  });

  it('never keeps a link that runs something', () => {
    const { document, warnings } = read('[a](javascript:alert(1)) [b](https://example.org/) ![c](x.png)');
    expect(JSON.stringify(document)).not.toContain('javascript');
    expect(JSON.stringify(document)).toContain('https://example.org/');
    expect(warnings).toHaveLength(2);
  });

  it('names a memo after its file when it has no heading', () => {
    expect(read('No heading.').title).toBe('');
    expect(titleFromFileName('notes/my_memo.md')).toBe('my memo');
  });

  it('always makes a valid document with distinct ids, whatever the text', () => {
    const pieces = fc.constantFrom(
      '[@petrova2031',
      ', p. 3',
      ']',
      '@orr_2020:a',
      '^[',
      '[^1]',
      '\n\n[^1]: ',
      '*',
      '`',
      '> ',
      '- ',
      '\n',
      '\n\n',
      '# ',
      '|a|\n|-|\n',
      '<b>',
      '\\@',
      ';',
      '-',
      '[',
      '(x)',
      '{',
      'word ',
      '\uD800',
      '\0',
      '🙂',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 40 }), (parts) => {
        const { document } = read(parts.join(''));
        expect(v.is(memoDocument, document)).toBe(true);
        const ids = [...JSON.stringify(document).matchAll(/"id":"([cf]\d+)"/gu)].map((match) => match[1]);
        expect(new Set(ids).size).toBe(ids.length);
      }),
      { numRuns: 300 },
    );
  });
});

describe('locators', () => {
  it('reads those typed alone', () => {
    expect(parseLocator('paragraph 3')).toEqual({ label: 'paragraph', locator: '3' });
    expect(parseLocator('pp. 4-6')).toEqual({ label: 'page', locator: '4–6' });
    expect(parseLocator('12')).toEqual({ label: 'page', locator: '12' });
    expect(parseLocator('somewhere')).toBeNull();
  });
});

it.each([
  ['ch 3', 'chapter', '3'],
  ['§ 4', 'section', '4'],
  ['¶7', 'paragraph', '7'],
  ['p. 12-14', 'page', '12–14'],
  ['fig 2', 'figure', '2'],
  ['vol iv', 'volume', 'iv'],
  ['act 3', 'act', '3'],
  ['version 2.1', 'version', '2.1'],
  ['timestamp 00:12', 'timestamp', '00:12'],
])('reads “%s” typed as a locator', (typed, label, locator) => {
  expect(typedLocator(typed)).toEqual({ label, locator });
});

it.each(['12', 'ch', 'ch ', 'iv', 'title page', 'the 3', ''])('leaves “%s” as it was typed', (typed) => {
  expect(typedLocator(typed)).toBeNull();
});

describe('pictures in Markdown', () => {
  const facts = { sha256: 'a'.repeat(64), mediaType: 'image/png' as const, pixels: { width: 320, height: 240 } };
  const withMap = (markdown: string, ...urls: string[]) =>
    markdownToMemo(
      markdown,
      () => null,
      urls.map((url) => ({ url, image: facts })),
    );

  it('stand after the block that shows them, with their description', () => {
    const { document, warnings } = withMap(
      'Seen ![A *strait*](map.png) here.\n\n- ![Two](b/c.png) item',
      'map.png',
      'b/c.png',
    );
    expect(document.blocks).toMatchObject([
      { type: 'paragraph', children: [{ text: 'Seen  here.' }] },
      { type: 'image', ...facts, alt: 'A strait', caption: [], width: 0.5 },
      { type: 'list', items: [{ children: [{ text: 'item' }] }] },
      { type: 'image', alt: 'Two' },
    ]);
    expect(warnings).toEqual([]);
    expect(v.is(memoDocument, document)).toBe(true);
  });

  it('come back from our own export with caption, description and width', () => {
    const exported =
      '![Figure\u00A01. At low water](<map.png>){#figure-1 alt="A &quot;red&quot; strait" width=50%}\n\n![Bare](map.png){#figure-2 alt="Bare" width=100%}<!-- -->';
    const { document } = withMap(exported, 'map.png');
    expect(document.blocks).toMatchObject([
      { type: 'image', alt: 'A "red" strait', width: 0.5, caption: [{ text: 'At low water' }] },
      { type: 'image', alt: 'Bare', width: 1 },
    ]);
  });

  it('leave their words where they were not brought along, with the reason', () => {
    const { document, warnings } = withMap(
      '![A map](https://example.org/m.png) ![](gone.png)[^1]\n\n[^1]: In ![a note](map.png).',
      'map.png',
    );
    expect(text(document.blocks.flatMap((block) => ('children' in block ? block.children : [])))).toBe(
      '[picture: A map] [picture: gone.png]<footnote>',
    );
    expect(warnings).toEqual([
      expect.stringContaining('nothing is fetched'),
      expect.stringContaining('no such picture came with the file'),
      expect.stringContaining('footnotes hold none'),
    ]);
  });

  it('leave attributes that are not theirs as they are', () => {
    expect(text(inlines('[site](https://example.org/){.wide #a} and `![x](y){.z}`'))).toBe(
      '<link>{.wide #a} and ![x](y){.z}',
    );
  });

  it('are named without a way out of the folder of the file', () => {
    const urls = [
      'map.png',
      'a/b%20c.png?x#y',
      '../up.png',
      'a/../../up.png',
      '%2e%2e/up.png',
      '/etc/passwd',
      '~/x.png',
      'file:///etc/passwd',
      '//host/share/x.png',
      'C:\\x.png',
      'a%00.png',
    ];
    expect(
      pictureFilesOf(urls.map((url) => `![](<${url}>)`).join('\n\n'))
        .map(({ path }) => path)
        .toSorted(),
    ).toEqual(['a/b c.png', 'map.png']);
  });

  it('are taken out of the text before it is parsed', () => {
    const data = `data:image/png;base64,${'A'.repeat(100_000)}`;
    expect(liftPictures(`![x](${data}) and [y]: <${data}>`)).toEqual({
      text: '![x](data:image/0) and [y]: <data:image/1>',
      lifted: [
        { url: 'data:image/0', data },
        { url: 'data:image/1', data },
      ],
    });
  });

  it('take no long time to be taken out, whatever is written', () => {
    for (const hostile of ['](data:image/', ']: <data:image/x', '](    ', '){#"']) {
      const started = performance.now();
      liftPictures(hostile.repeat(300_000));
      expect(performance.now() - started, hostile).toBeLessThan(2000);
    }
  });
});
