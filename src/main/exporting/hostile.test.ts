import { describe, expect, it } from 'vitest';
import { memoFormats, type MemoFormat } from '../../shared/domain/exports';
import { openPdf } from '../importing/pdf/open';
import { openZip } from '../importing/zip';
import { prepareFixture } from './fixture';
import { cite, document, footnote, heading, link, list, paragraph, quotation, table, text } from './fixtures/build';
import { hostile } from './fixtures/sources';
import { isRenderedLater, writeMemo } from './memo';

/** What people and files may say to make a document do something. It must come out as text, in every format and every place. */
const payloads = {
  ...hostile,
  rtf: '{\\rtf1 \\field{\\*\\fldinst INCLUDETEXT "file:///etc/passwd"}} \\objdata \\bin9',
  formula: '=HYPERLINK("http://evil.example","x")',
  dde: "=cmd|' /C calc'!A0",
  field: 'INCLUDEPICTURE "http://evil.example/x.png" DDEAUTO c:\\\\windows\\\\system32',
  xml: ']]><w:p/><text:p/><!ENTITY x SYSTEM "file:///etc/passwd">&x;',
  turned: 'safe\u202Eexe.txt\u202C',
} as const;

/** Everything a file says, unpacked: a ZIP's parts one after the other; of a PDF what it does, without what it draws, which is packed. */
async function unpacked(format: MemoFormat, bytes: Uint8Array): Promise<string> {
  if (format !== 'docx' && format !== 'odt') {
    const said = new TextDecoder().decode(bytes);
    if (format === 'pdf') return said.replace(/\bstream\r?\n[^]*?\bendstream\b/g, '');
    // In Markdown's code nothing means anything.
    return format === 'md'
      ? said.replace(/^(`{3,})\n[^]*?\n\1$/gm, '').replace(/(`+)(?!`)[^\n]+?(?<!`)\1(?!`)/g, '')
      : said;
  }
  const zip = await openZip(bytes, 20_000_000);
  return (await Promise.all(zip.names.map((name) => zip.text(name)))).join('\n');
}

/** What must not be in a file of a format: signs that a program would act on. */
const acts: Record<MemoFormat, RegExp[]> = {
  docx: [
    /<w:instrText[^>]*>\s*(INCLUDE|DDE)/,
    /Target="(?!https?:|mailto:)[^"]*" TargetMode="External"/,
    /<!(ENTITY|DOCTYPE)/,
    /vbaProject/,
  ],
  odt: [
    /xlink:href="(?!https?:|mailto:|#|Pictures\/)/,
    /<!(ENTITY|DOCTYPE)/,
    /<(script|office:event-listeners|text:dde|text:execute)/,
    /table:formula/,
  ],
  pdf: [/\/JavaScript/, /\/Launch/, /\/URI ?\((?!https?:|mailto:)/],
  html: [
    /<(script|img|iframe|object|embed|form|svg|math|base)\b/i,
    /<\w+(?:\s+[\w-]+="[^"]*")*\s+on\w+\s*=/i,
    /(href|src)="(?!https?:|mailto:|#)/i,
  ],
  md: [/(?<!\\)<script/i, /(?<!\\)\]\((?!https?:|mailto:|#)/],
  tex: [/(?<!\\textbackslash\{\}|\w)\\(input|write18|include|openout)\b/, /\\href\{(?!https?:|mailto:)/],
  txt: [],
};

/** A memo that says all of it in every place that holds words. */
const everywhere = document(
  ...Object.values(payloads).flatMap((words) => [
    heading(1, words),
    paragraph(words, footnote(words), link('javascript:alert(1)', words)),
    quotation(words),
    list('bullets', words),
    table('row', [words], [words]),
    { type: 'code' as const, text: words },
    paragraph(text(words, ['code'])),
    paragraph('x', cite(['vale', { prefix: words, locator: '1' }])),
  ]),
  paragraph('x', cite('hostile')),
);

/** The words on the pages of a PDF. */
async function shown(pdf: Uint8Array): Promise<string> {
  const opened = await openPdf(pdf);
  const words: string[] = [];
  for (let number = 1; number <= opened.numPages; number++) {
    const { items } = await (await opened.getPage(number)).getTextContent();
    words.push(...items.map((item) => ('str' in item ? item.str : '')));
  }
  return words.join(' ');
}

describe('hostile words', () => {
  it.each(memoFormats)('are text in %s', { timeout: 60_000 }, async (format) => {
    const words = Object.values(payloads).join(' ');
    const options = { subtitle: words, author: words, summary: words, zoteroFields: true, contents: true };
    const memo = await prepareFixture('apa', everywhere, 'en-GB', isRenderedLater(format), options, words);
    const [file] = await writeMemo(memo, format);
    const said = await unpacked(format, file?.bytes ?? new Uint8Array());
    for (const act of acts[format]) expect(said.match(act)?.[0] ?? null).toBeNull();
    expect(said).not.toContain('\u202E');
    if (format !== 'pdf') return;
    const drawn = await shown(file!.bytes);
    expect(drawn).toContain('safe[U+202E]exe');
    expect(drawn).not.toContain('\u202E');
  });
});
