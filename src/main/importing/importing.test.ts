import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Block } from '../../shared/domain/sources';
import { CommonplaceError } from '../../shared/result';
import { decodeText } from './encoding';
import { importContent } from './import';
import { ordinaryLimits } from './limits';
import { parsePublicationDate } from './metadata/dates';
import { parseByline, parseName } from './metadata/names';
import { cleanTitle } from './metadata/titles';
import { cleanUrl } from './metadata/urls';
import { readDocument as read } from './testing';
import { siteLine } from './text/header';

const utf8 = (text: string) => new TextEncoder().encode(text);
const kinds = (blocks: Block[]) => blocks.map((block) => block.kind);

describe('encodings', () => {
  it('reads what the file says it is', () => {
    expect(decodeText(Uint8Array.from([0xff, 0xfe, 0x41, 0x00, 0x42, 0x04])).text).toBe('Aт');
    const page = Uint8Array.from([...utf8('<meta charset="windows-1252">'), 0x93, 0xe9, 0x94]);
    expect(decodeText(page)).toMatchObject({ text: expect.stringContaining('“é”'), warnings: [] });
  });

  it('says when the statement is wrong or missing', () => {
    const wrong = decodeText(utf8('<meta charset="windows-1251">é'));
    expect(wrong.text).toContain('é');
    expect(wrong.warnings).toEqual([expect.stringContaining('windows-1251')]);
    const cyrillic = Uint8Array.from([0xcf, 0xee, 0xf0, 0xf2, 0xfb, 0x20, 0xe7, 0xe0, 0xea, 0xf0, 0xfb, 0xf2, 0xfb]);
    expect(decodeText(cyrillic)).toMatchObject({ text: 'Порты закрыты', encoding: 'windows-1251' });
    expect(decodeText(Uint8Array.from([...utf8('caf'), 0xe9, ...utf8(' au lait')])).text).toBe('café au lait');
  });
});

describe('publication dates', () => {
  it.each([
    ['Apr 18, 2031', [2031, 4, 18]],
    ['18 April 2031', [2031, 4, 18]],
    ['18 avril 2031', [2031, 4, 18]],
    ['18 aprel 2031', [2031, 4, 18]],
    ['18 апреля 2031 г.', [2031, 4, 18]],
    ['۲۹ فروردین ۱۴۰۲', [2023, 4, 18]],
    ['18.04.2031', [2031, 4, 18]],
    ['04/05/2031', [2031]],
    ['Published on April 18th, 2031 at 10:15 AM GMT', [2031, 4, 18]],
    ['2031-04-18T23:30:00-08:00', [2031, 4, 18]],
    ['April 2031', [2031, 4]],
  ])('%s', (text, parts) => {
    expect(parsePublicationDate(text)).toEqual({ 'date-parts': [parts] });
  });

  it('takes no date out of a sentence', () => {
    for (const text of ['On April 6, the ministry spoke', '31 Feb 2031', '2031', 'March came in 2031', '']) {
      expect(parsePublicationDate(text)).toBeNull();
    }
  });
});

describe('names and titles', () => {
  it('splits bylines into people and organisations', () => {
    expect(parseByline('By Ana Petrova and Omar Reyes')).toEqual([
      { given: 'Ana', family: 'Petrova' },
      { given: 'Omar', family: 'Reyes' },
    ]);
    expect(parseByline('Author: LENA MARON')).toEqual([{ given: 'Lena', family: 'Maron' }]);
    expect(parseByline('By Bay News Agency')).toEqual([{ literal: 'Bay News Agency' }]);
    expect(parseByline('By the time the ministers met, all was lost')).toBeNull();
    expect(parseName('Jan van der Holt')).toEqual({ given: 'Jan', 'non-dropping-particle': 'van der', family: 'Holt' });
  });

  it('cuts the site off a title and nothing else', () => {
    expect(cleanTitle('Ports closed | Harbour Gazette', ['The Harbour Gazette'], '')).toBe('Ports closed');
    expect(cleanTitle('Velia - a short history', ['Harbour Gazette'], '')).toBe('Velia - a short history');
    expect(cleanTitle('HG - Ports closed', [], 'Ports closed')).toBe('Ports closed');
  });

  it('knows an organisation by its initials', () => {
    expect(siteLine('BNA - Bay News Agency')).toBe('Bay News Agency');
    expect(siteLine('Institute for Bay Studies (IBS)')).toBe('Institute for Bay Studies');
    expect(siteLine('UK - a country in trouble')).toBe('');
  });

  it('keeps addresses without their trackers', () => {
    expect(cleanUrl('https://a.example/x?utm_source=b&id=1#top')).toBe('https://a.example/x?id=1');
    expect(cleanUrl('javascript:alert(1)')).toBe('');
  });
});

describe('plain text', () => {
  it('joins hard-wrapped lines and keeps paragraphs that are one line each', async () => {
    const wrapped =
      'The harbour was closed for three days after the storm had\nbroken the mole, and nobody could say when the next ship\nwould come.\n\nThen the grain began to rot.';
    expect((await read('a.txt', wrapped)).text.split('\n\n')).toHaveLength(2);
    const long = 'word '.repeat(60).trim() + '.';
    expect((await read('b.txt', `${long}\n${long}\n${long}`)).blocks).toHaveLength(3);
  });

  it('reads a wrapped book without a blank line in a moment', async () => {
    const book = `${'word '.repeat(13).trim()}\n`.repeat(100_000);
    const { blocks, text } = await read('book.txt', book);
    expect([blocks.length, text.length]).toEqual([1, book.length - 1]);
  });

  it('says when characters had to be replaced', async () => {
    const { text, warnings } = await read('a.txt', 'A short line with a NUL\0 in it.');
    expect(text).toContain('NUL\uFFFD in');
    expect(warnings).toHaveLength(1);
  });
});

describe('hostile pages', () => {
  it('keeps words and drops everything that could act', async () => {
    const { text, blocks } = await read(
      'x.html',
      `<html><body><p>Safe words<script>alert(1)</script> <a href="javascript:alert(1)" onclick="x()">here</a>
       <a href="https://ok.example/">there</a></p><iframe src="https://evil.example"></iframe><svg><text>no</text></svg>
       <template><p>hidden</p></template><p style="display:none">invisible</p></body></html>`,
    );
    expect(text).toBe('Safe words here there');
    expect(blocks.flatMap((block) => block.spans).map((span) => span.href)).toEqual(['https://ok.example/']);
  });

  it('keeps what stands before a body’s tag that came late', async () => {
    const { text } = await read(
      'a.html',
      '<title>T</title><p>First words.</p><svg><body onload=x()></svg><p>Last words.</p>',
    );
    expect(text).toContain('First words.');
  });

  it('refuses a page without text in words', async () => {
    const app = '<html><body><div id="root"></div><script>x</script></body></html>';
    await expect(read('app.html', app)).rejects.toThrow(/holds no text/u);
    const entities = '<?xml version="1.0"?><!DOCTYPE b [<!ENTITY a "aa">]><b>&a;</b>';
    await expect(read('data.xml', entities)).rejects.toThrow(/XML/u);
  });

  it('reads data tables as rows and layout tables as text', async () => {
    expect(kinds((await read('t.html', '<table><tr><td>a</td><td>b</td></tr></table>')).blocks)).toEqual(['table-row']);
    const page = `<table><tr><td><p>One paragraph.</p><p>Another one.</p></td></tr></table>`;
    expect(kinds((await read('t.html', page)).blocks)).toEqual(['paragraph', 'paragraph']);
  });
});

describe('whatever comes in', () => {
  const piece = fc.constantFrom(
    '<p>',
    '</p>',
    '<div>',
    '<li>',
    '<ol start=9>',
    '<table>',
    '<td>',
    '<tr>',
    '<b>',
    '</b>',
    '<a href="https://a.example/">',
    '</a>',
    '<br><br>',
    '<pre>',
    '<h1>',
    '</h1>',
    '<blockquote>',
    '&#0;',
    '&nbsp;',
    'words of a text ',
    '\n\n',
    '> ',
    '- ',
    '1. ',
    '|a|b|\n|-|-|\n',
    '```\n',
    '[x](y)',
    'By Ana Petrova\n',
    '6 May 2031\n',
    '\uD800',
    'می‌رود ',
    '🙂',
    '\t',
    '<!--',
    '<script>',
    'Title: x\n',
  );
  it.each(['x.html', 'x.md', 'x.txt'])('%s: blocks fit the text, or the error is a sentence', async (name) => {
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 40 }), async (parts) => {
        let document;
        try {
          document = await read(name, parts.join(''));
        } catch (error) {
          expect(error).toBeInstanceOf(CommonplaceError);
          return;
        }
        const { text, blocks } = document;
        expect(blocks.map((block) => text.slice(block.start, block.end)).join('\n\n')).toBe(text);
        const numbers = blocks.flatMap((block) => block.paragraph ?? []);
        expect(numbers).toEqual(numbers.map((_, index) => index + 1));
        for (const block of blocks) {
          for (const span of block.spans) {
            expect(span.start >= block.start && span.end <= block.end && span.start < span.end).toBe(true);
          }
        }
        expect(text).not.toMatch(/\p{Surrogate}|\0/u);
      }),
      { numRuns: 150 },
    );
  });
});

describe('lists of references in JSON', () => {
  const titles = async (content: string) => {
    const bytes = utf8(content);
    const imported = await importContent({ kind: 'file', fileName: 'list.json', bytes, limits: ordinaryLimits });
    return imported.kind === 'references' ? imported.references.references.map(({ csl }) => csl.title) : imported.kind;
  };

  it('may have separators of lines in their texts, as JSON allows', async () => {
    const item = { type: 'book', title: 'Two\u2028lines\u0085and three' };
    expect(await titles(`\uFEFF${JSON.stringify([item])}`)).toEqual(['Two\nlines\nand three']);
  });

  it('may have control characters, as JSON does not', async () => {
    expect(await titles('[{"type":"book","title":"Ports\u0003 closed"}]')).toEqual(['Ports closed']);
  });
});
