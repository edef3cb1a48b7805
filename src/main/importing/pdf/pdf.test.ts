import { readFileSync } from 'node:fs';
import { deflateSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { CommonplaceError } from '../../../shared/result';
import { locatorAt } from '../../../shared/sources/locators';
import { createImportRunner, ordinaryCaps } from '../run';
import { outline, readDocument } from '../testing';
import { highlight, writeTestPdf, type TestLine, type TestPage } from './testing';

const fixture = (name: string) => new Uint8Array(readFileSync(new URL(`../fixtures/${name}`, import.meta.url)));
/** Lines of running text, each about as wide as the others, from `top` down. */
const lines = (texts: string[], { x = 72, top = 760, size = 11, leading = 14 } = {}): TestLine[] =>
  texts.map((text, index) => ({ text, x, y: top - index * leading, size }));
const passage = [
  'The ferry at Senn was built for nine passengers and carried forty on the day of the',
  'regatta. Nobody had counted them, and nobody would have sent any of them away; a flat',
  'ferry does not sink quickly. It settles, like a guest who has decided to stay for supper.',
];
const failure = (promise: Promise<unknown>): Promise<CommonplaceError> =>
  promise.then(
    () => {
      throw new Error('it should have failed');
    },
    (error: CommonplaceError) => error,
  );

describe('pages as text', () => {
  it('joins a paragraph that goes on overleaf and says of each part on which page it stands', async () => {
    const second = ['rope had been worn, which it had not, and the ferryman had been drinking.'];
    const pages: TestPage[] = [
      {
        lines: [
          ...lines([
            ...passage,
            'The inquiry was as thorough as it was mistaken in every particular; it found that the',
          ]),
          { text: '11', x: 290, y: 40 },
        ],
      },
      { lines: [...lines(second), { text: '12', x: 290, y: 40 }] },
    ];
    const labels = '/PageLabels << /Nums [0 << /S /D /St 11 >>] >>';
    const { text, blocks } = await readDocument('a.pdf', writeTestPdf(pages, { catalog: labels }));
    expect(blocks).toHaveLength(1);
    expect(text).toContain('it found that the rope had been worn');
    expect(text).not.toMatch(/11|12/u);
    const at = (words: string) => locatorAt(blocks, text.indexOf(words), text.indexOf(words) + words.length)?.value;
    expect([at('The ferry'), at('found that the rope'), at('been drinking')]).toEqual(['11', '11–12', '12']);
  });

  it('leaves running heads out, also the one a chapter has only once', async () => {
    const heads = ['The river', 'The river', 'The river', 'The bridge'];
    const pages = heads.map((head, index) => ({
      lines: [
        { text: head, x: 72, y: 810, size: 9 },
        { text: `${index + 1}`, x: 500, y: 810, size: 9 },
        ...lines([
          `On the day after ${['the storm', 'the flood', 'the regatta', 'the election'][index]} nothing was seen on the water.`,
        ]),
      ],
    }));
    const { text } = await readDocument('a.pdf', writeTestPdf(pages));
    expect(text).not.toMatch(/The river|The bridge|\d/u);
    expect(text.match(/nothing was seen/gu)).toHaveLength(4);
  });

  it('puts words together that a line’s end broke, and keeps the hyphens that are theirs', async () => {
    const broken = [
      'The keeper was a well-known man, and the bridge he kept was the one that the adminis-',
      'tration had forgotten. His self-assured manner of taking a toll was famous and well-',
      'known to the boatmen, who were neither self-conscious nor rich, and who paid in 2029-',
      '2030 no more than eleven crowns at the Velian-Lornian customs house beside the river.',
    ];
    const { text } = await readDocument('a.pdf', writeTestPdf([{ lines: lines(broken) }]));
    expect(text).toContain('that the administration had forgotten');
    expect(text).toContain('famous and well-known to the boatmen');
    expect(text).toContain('paid in 2029-2030 no more');
  });

  it('reads sideways pages upright', async () => {
    const page = { lines: lines(passage), entries: '/Rotate 90' };
    const upright = await readDocument('a.pdf', writeTestPdf([{ lines: lines(passage) }]));
    expect((await readDocument('a.pdf', writeTestPdf([page]))).text).toBe(upright.text);
  });

  it('takes the largest type as the title where the stated one is a program’s', async () => {
    const pages = [
      {
        lines: [
          { text: 'The Ferry at Senn', y: 790, size: 20 },
          { text: 'By Ana Petrova', y: 770 },
          ...lines(passage, { top: 740 }),
        ],
      },
    ];
    const { csl, metadataOrigin } = await readDocument(
      'x.pdf',
      writeTestPdf(pages, { info: '/Title (Microsoft Word - senn_v2.doc) /Author (user)' }),
    );
    expect(csl).toMatchObject({ title: 'The Ferry at Senn', author: [{ given: 'Ana', family: 'Petrova' }] });
    expect(metadataOrigin).toMatchObject({ title: 'largest type', author: 'byline' });
  });

  it('takes a browser’s print as the page it was printed from', async () => {
    const pages = [
      { lines: [...lines(passage), { text: 'https://gazette.example/senn?utm_source=x', x: 30, y: 20, size: 8 }] },
    ];
    const info = '/Creator (Mozilla/5.0) /Producer (Skia/PDF m150) /CreationDate (D:20310514101500Z)';
    const { csl, text } = await readDocument('x.pdf', writeTestPdf(pages, { info }));
    expect(csl).toMatchObject({
      type: 'webpage',
      URL: 'https://gazette.example/senn',
      accessed: { 'date-parts': [[2031, 5, 14]] },
    });
    expect(csl.issued).toBeUndefined();
    expect(text).toContain('The ferry at Senn');
  });
});

describe('marks of other programs', () => {
  const annotations = [
    highlight({ x: 72, y: 746, width: 240, more: '/Contents (Ask the keeper)' }),
    highlight({ x: 72, y: 300, width: 100 }),
    highlight({ x: 72, y: 732, width: 400, more: '/C [0.2 0.6 0.9]' }),
  ];

  it('become passages with their colour and note; those over nothing are counted', async () => {
    const { text, highlights, warnings } = await readDocument(
      'a.pdf',
      writeTestPdf([{ lines: lines(passage), annotations }]),
    );
    expect(highlights?.map(({ start, end, ...rest }) => ({ ...rest, words: text.slice(start, end) }))).toEqual([
      { words: 'regatta. Nobody had counted them, and nobody', colour: 'yellow', note: 'Ask the keeper' },
      { words: expect.stringMatching(/^ferry does not sink quickly.*stay for supper\.$/u), colour: 'blue', note: '' },
    ]);
    expect(warnings).toEqual([expect.stringContaining('One highlight')]);
  });
});

describe('PDFs that cannot be read', () => {
  it('says what to do with scans, and which pages of a document are scans', async () => {
    const scan = {
      content: { entries: '', bytes: Buffer.from('q 595 0 0 842 0 0 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \x00 EI Q') },
    };
    const scanned = await readDocument('scan.pdf', writeTestPdf([scan]));
    expect(scanned).toMatchObject({ text: '', blocks: [], csl: { title: 'scan' } });
    expect(scanned.warnings).toEqual([expect.stringContaining('OCR')]);
    const { warnings } = await readDocument('some.pdf', writeTestPdf([{ lines: lines(passage) }, scan, {}]));
    expect(warnings).toEqual([expect.stringMatching(/^Page 2 holds pictures and no text/u)]);
    expect((await failure(readDocument('empty.pdf', writeTestPdf([{}])))).message).toContain('right file');
  });

  it('asks for one without a password, and reads one that is only kept from being changed', async () => {
    expect((await failure(readDocument('a.pdf', fixture('encrypted/password.pdf')))).message).toContain('password');
    expect((await readDocument('a.pdf', fixture('encrypted/permissions.pdf'))).text).toContain(
      'The keeper locked the log.',
    );
  });

  it('knows a PDF by its content', async () => {
    const { mediaType } = await readDocument('report.html', writeTestPdf([{ lines: lines(passage) }]));
    expect(mediaType).toBe('application/pdf');
  });

  it('reads what is left of a damaged one, or says that it is damaged', async () => {
    const whole = writeTestPdf([{ lines: lines(passage) }]);
    const lostTable = new TextEncoder().encode(new TextDecoder('latin1').decode(whole).replace(/xref[\s\S]*$/u, ''));
    for (const bytes of [whole.subarray(0, whole.length / 2), whole.subarray(0, 200), lostTable]) {
      const outcome = await readDocument('cut.pdf', bytes).catch((error: unknown) => error);
      if (outcome instanceof Error) expect(outcome).toBeInstanceOf(CommonplaceError);
      else expect(outcome).toMatchObject({ text: expect.stringContaining('The ferry') });
    }
    const noise = `%PDF-1.7\n${'[<<(\n'.repeat(2000)}`;
    expect((await failure(readDocument('noise.pdf', noise))).code).toBe('unreadable');
  });

  it('runs none of its scripts', async () => {
    const catalog =
      '/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >> /Names << /JavaScript << /Names [(a) << /S /JavaScript /JS (globalThis.ran = 1) >>] >> >>';
    await readDocument(
      'js.pdf',
      writeTestPdf([{ lines: lines(passage), entries: '/AA << /O << /S /JavaScript /JS (globalThis.ran = 1) >> >>' }], {
        catalog,
      }),
    );
    expect(globalThis).not.toHaveProperty('ran');
  });
});

describe('PDFs made to exhaust', () => {
  const runner = createImportRunner();
  afterAll(() => runner.close());
  const run = (bytes: Uint8Array, milliseconds = 120_000) =>
    runner.run({ kind: 'file', fileName: 'x.pdf', bytes }, { caps: { ...ordinaryCaps, milliseconds, memoryMb: 96 } });

  it('are stopped when they unpack to more than may be', { timeout: 180_000 }, async () => {
    const bomb = deflateSync(deflateSync(Buffer.alloc(500_000_000, 0x20), { level: 1 }));
    const error = await failure(
      run(writeTestPdf([{ content: { entries: '/Filter [/FlateDecode /FlateDecode]', bytes: bomb } }])),
    );
    expect(['too-large', 'timed-out']).toContain(error.code);
  });
});

it('reads the same every time', async () => {
  const once = outline(await readDocument('a.pdf', fixture('crossing.pdf')));
  expect(outline(await readDocument('a.pdf', fixture('crossing.pdf')))).toEqual(once);
});
