import { Buffer } from 'node:buffer';
import { readFileSync } from 'node:fs';
import { beforeAll, afterAll, describe, expect, it } from 'vitest';
import type { CommonplaceError, ErrorCode } from '../../shared/result';
import { importsHandlers } from '../library/imports/handlers';
import { snapshotsHandlers } from '../library/snapshots/handlers';
import { openTestLibrary, type TestLibrary } from '../library/testing';
import { verifyLibrary } from '../library/verify/verify';
import { createImportRunner } from './run';
import { archive } from './testing';

/**
 * What is wrong with files, in every format: each goes through the worker into one library, and is either read for what it
 * is or refused in a sentence. A new format adds its rows here.
 */
interface Malformed {
  file: string;
  content: () => string | Uint8Array | Promise<Uint8Array>;
  /** The failure and words of its sentence; or, for what can be read all the same, words of its text. */
  refused?: [ErrorCode, RegExp];
  read?: RegExp;
  /** For lists of references or annotations that come in without an entry: why that one is refused. */
  entry?: RegExp;
}

const fixture = (name: string) => new Uint8Array(readFileSync(new URL(`./fixtures/${name}`, import.meta.url)));
const half = (bytes: Uint8Array) => bytes.subarray(0, bytes.length / 2);
const utf16 = (text: string) => new Uint8Array(Buffer.from(text, 'utf16le'));
const singleByte = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));

const sentence = 'The harbour of Tarsk was closed for three days after the storm, and no ship came in. ';
const turkish = singleByte(
  'Liman f\xfdrt\xfdnadan sonra \xfc\xe7 g\xfcn kapal\xfd kald\xfd; hi\xe7bir gemi yana\xfeamad\xfd, tah\xfdl da\xf0\xfdt\xfdlamad\xfd.',
);
const russian = singleByte(
  '\xcf\xee\xf0\xf2 \xe1\xfb\xeb \xe7\xe0\xea\xf0\xfb\xf2 \xf2\xf0\xe8 \xe4\xed\xff \xef\xee\xf1\xeb\xe5 \xf8\xf2\xee\xf0\xec\xe0.',
);
const around = (before: string, content: Uint8Array, after: string) =>
  Uint8Array.from([...singleByte(before), ...content, ...singleByte(after)]);

const word = (body: string | Uint8Array, more: Record<string, string | Uint8Array> = {}) =>
  archive({
    '[Content_Types].xml':
      '<Types><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    'word/document.xml': body,
    ...more,
  });
const wordBody = (content: string, prolog = '') =>
  `${prolog}<w:document xmlns:w="w"><w:body>${content}</w:body></w:document>`;
const wordTable = (depth: number) =>
  '<w:tbl><w:tr><w:tc>'.repeat(depth) +
  `<w:p><w:r><w:t>${sentence}</w:t></w:r></w:p>` +
  '</w:tc></w:tr></w:tbl>'.repeat(depth);
const office = 'xmlns:office="o" xmlns:text="t" xmlns:table="tb"';
const openDocument = (content: string, more: Record<string, string | Uint8Array> = {}) =>
  archive({ mimetype: 'application/vnd.oasis.opendocument.text', 'content.xml': content, ...more });
const openBody = (content: string, prolog = '') =>
  `${prolog}<office:document-content ${office}><office:body><office:text>${content}</office:text></office:body></office:document-content>`;
const openTable = (depth: number) =>
  '<table:table><table:table-row><table:table-cell>'.repeat(depth) +
  `<text:p>${sentence}</text:p>` +
  '</table:table-cell></table:table-row></table:table>'.repeat(depth);
const book = (page: string | Uint8Array, more: Record<string, string | Uint8Array> = {}) =>
  archive({
    mimetype: 'application/epub+zip',
    'META-INF/container.xml': '<container><rootfile full-path="book.opf"/></container>',
    'book.opf':
      '<package><manifest><item id="a" href="a.xhtml" media-type="application/xhtml+xml"/></manifest><spine><itemref idref="a"/></spine></package>',
    'a.xhtml': page,
    ...more,
  });
const bomb =
  '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">' +
  Array.from({ length: 9 }, (_, i) => `<!ENTITY ${'bcdefghij'[i]} "${`&${'abcdefghi'[i]};`.repeat(10)}">`).join('') +
  ']>';
const nothing = (megabytes: number, byte = 0x20) => new Uint8Array(megabytes * 1_000_000).fill(byte);
/** A compound file with a stream of that name: enough to be recognised. */
const compound = (stream: string) =>
  Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...new Uint8Array(504), ...utf16(stream)]);
/** An archive whose entries say that a password protects them. */
async function locked(content: Promise<Uint8Array>): Promise<Uint8Array> {
  const bytes = (await content).slice();
  const view = new DataView(bytes.buffer);
  for (let at = 0; at < bytes.length - 4; at++) {
    if (view.getUint32(at, true) === 0x04034b50) view.setUint16(at + 6, view.getUint16(at + 6, true) | 1, true);
    if (view.getUint32(at, true) === 0x02014b50) view.setUint16(at + 8, view.getUint16(at + 8, true) | 1, true);
  }
  return bytes;
}

const ris =
  'TY  - JOUR\nID  - vell2022\nAU  - Vell, Ada\nTI  - Closing the Tarn\nPY  - 2022\nN1  - Read twice, with care\nER  - \n';
const bib =
  '@article{vell2022,\n  author = {Vell, Ada},\n  title = {Closing the Tarn},\n  year = {2022},\n  note = {Read twice, with care}\n}\n';
const csl = JSON.stringify([
  { id: 'vell2022', type: 'book', title: 'Closing the Tarn', note: 'Read twice, with care' },
]);

const rdf = (title: string, prolog = '') =>
  `${prolog}<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:z="http://www.zotero.org/namespaces/export#" xmlns:bib="http://purl.org/net/biblio#" xmlns:dc="http://purl.org/dc/elements/1.1/"><bib:Book rdf:about="#a"><z:itemType>book</z:itemType><dc:title>${title}</dc:title></bib:Book></rdf:RDF>`;
const endNote = (title: string, prolog = '<?xml version="1.0" encoding="UTF-8"?>') =>
  `${prolog}<xml><records><record><ref-type name="Book">6</ref-type><titles><title>${title}</title></titles></record></records></xml>`;
let addresses = 0;
/** What is annotated here is never the same twice. */
const address = () => `https://tarn.example/${(addresses += 1)}`;
/** An annotation of something with this title, as Hypothes.is gives it. */
const hypothesis = (title: string, before: object = {}) =>
  JSON.stringify({
    total: 1,
    rows: [
      {
        ...before,
        id: 'a1',
        uri: address(),
        text: 'Why?',
        document: { title: [title] },
        target: [{ selector: [{ type: 'TextQuoteSelector', exact: 'the lock was shut' }] }],
      },
    ],
  });
/** And one of the W3C's model. */
const w3c = (title: string) =>
  JSON.stringify({
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    type: 'Annotation',
    target: {
      source: { id: address(), title },
      selector: { type: 'TextQuoteSelector', exact: 'the lock was shut' },
    },
  });
/** Text in a single-byte encoding in the place of @. */
const filled = (template: string, content: Uint8Array) => {
  const [before = '', after = ''] = template.split('@');
  return around(before, content, after);
};

const cases: Record<string, Malformed[]> = {
  'cut short': [
    { file: 'cut.docx', content: () => half(fixture('harbour-pandoc.docx')), refused: ['unreadable', /damaged/u] },
    { file: 'cut.odt', content: () => half(fixture('harbour-pandoc.odt')), refused: ['unreadable', /damaged/u] },
    { file: 'cut.epub', content: () => half(fixture('harbour-pandoc.epub')), refused: ['unreadable', /damaged/u] },
    { file: 'cut.rtf', content: () => half(fixture('harbour-pandoc.rtf')), read: /Harbour Board/u },
    { file: 'cut.html', content: () => half(fixture('news-json-ld.html')), read: /\S/u },
    { file: 'cut.mhtml', content: () => half(fixture('saved-chromium.mhtml')), read: /ledgers of Tarsk/u },
    {
      file: 'cut-early.mhtml',
      content: () => fixture('saved-chromium.mhtml').subarray(0, 400),
      refused: ['unreadable', /holds no page/u],
    },
    { file: 'cut.md', content: () => half(fixture('clipped.md')), read: /Grain by rail/u },
    { file: 'cut.txt', content: () => half(fixture('agency.txt')), read: /\S/u },
    { file: 'cut.pdf', content: () => half(fixture('watch-ru.pdf')), refused: ['unreadable', /damaged/u] },
    {
      file: 'cut-early.pdf',
      content: () => fixture('watch-ru.pdf').subarray(0, 40),
      refused: ['unreadable', /damaged/u],
    },
    { file: 'cut.ris', content: () => ris.slice(0, -20), read: /Closing the Tarn/u },
    { file: 'cut.bib', content: () => bib.slice(0, -20), entry: /brace .* missing/u },
    {
      file: 'cut.rdf',
      content: () => rdf('Closing the Tarn').slice(0, -20),
      refused: ['unreadable', /damaged|well-formed/u],
    },
    {
      file: 'cut.xml',
      content: () => endNote('Closing the Tarn').slice(0, -20),
      refused: ['unreadable', /damaged|well-formed/u],
    },
    { file: 'cut.json', content: () => csl.slice(0, -20), refused: ['unreadable', /cut short/u] },
    {
      file: 'cut-notes.json',
      content: () => hypothesis('Closing the Tarn').slice(0, -20),
      refused: ['unreadable', /cut short/u],
    },
    { file: 'cut.jsonld', content: () => w3c('Closing the Tarn').slice(0, -20), refused: ['unreadable', /cut short/u] },
    {
      file: 'cut-part.docx',
      content: () => word(half(singleByte(wordBody(wordTable(3))))),
      refused: ['unreadable', /not well-formed/u],
    },
    {
      file: 'cut-part.odt',
      content: () => openDocument(openBody('<text:p>Words').slice(0, -9)),
      refused: ['unreadable', /not well-formed/u],
    },
  ],
  'under a wrong name': [
    { file: 'word.txt', content: () => fixture('harbour-pandoc.docx'), read: /Harbour Board/u },
    { file: 'open.docx', content: () => fixture('harbour-pandoc.odt'), read: /Harbour Board/u },
    { file: 'book.zip', content: () => fixture('harbour-pandoc.epub'), read: /Harbour Board/u },
    { file: 'rich.doc', content: () => fixture('harbour-libreoffice.rtf'), read: /Harbour Board/u },
    { file: 'page.docx', content: () => fixture('think-tank.html'), read: /\S/u },
    { file: 'saved.html', content: () => fixture('saved-chromium.mhtml'), read: /ledgers of Tarsk/u },
    { file: 'page.mhtml', content: () => fixture('think-tank.html'), read: /\S/u },
    { file: 'report.html', content: () => fixture('corridor.pdf'), read: /\S/u },
    { file: 'words.pdf', content: () => sentence, read: /harbour of Tarsk/u },
    { file: 'list.txt', content: () => ris, read: /Closing the Tarn/u },
    { file: 'list.ris', content: () => bib, read: /Closing the Tarn/u },
    { file: 'list.bib', content: () => csl, read: /Closing the Tarn/u },
    { file: 'rdf.txt', content: () => rdf('Closing the Tarn'), read: /Closing the Tarn/u },
    { file: 'endnote.html', content: () => endNote('Closing the Tarn'), read: /Closing the Tarn/u },
    { file: 'data.xml', content: () => '<?xml version="1.0"?><data/>', refused: ['unsupported-format', /XML/u] },
    { file: 'data.rdf', content: () => '<?xml version="1.0"?><data/>', refused: ['unreadable', /./u] },
    { file: 'list.docx', content: () => ris, read: /Closing the Tarn/u },
    { file: 'notes.txt', content: () => hypothesis('Closing the Tarn'), read: /Closing the Tarn/u },
    { file: 'notes.html', content: () => w3c('Closing the Tarn'), read: /Closing the Tarn/u },
    { file: 'notes.rdf', content: () => w3c('Closing the Tarn'), read: /Closing the Tarn/u },
    { file: 'list.jsonld', content: () => csl, read: /Closing the Tarn/u },
    {
      // The reference that an annotation is about makes no bibliography of it.
      file: 'notes.zip',
      content: () =>
        archive({ 'notes.json': w3c('Closing the Tarn').replace('"target":', '"cp:csl":{"type":"book"},"target":') }),
      refused: ['unsupported-format', /archive/u],
    },
    {
      // What says what it is comes after more than is looked at of a file's beginning.
      file: 'late.json',
      content: () => hypothesis('Closing the Tarn', { quota: sentence.repeat(100) }),
      read: /Closing the Tarn/u,
    },
    {
      file: 'word.json',
      content: () => JSON.stringify([{ type: 'entry', title: 'Annotation' }]),
      read: /Annotation/u,
    },
    { file: 'words.bib', content: () => sentence, refused: ['unreadable', /no references|no entr/iu] },
    { file: 'words.json', content: () => sentence, refused: ['unreadable', /not valid JSON/u] },
    { file: 'words.epub', content: () => `${sentence}\n\n${sentence}`, read: /harbour of Tarsk/u },
    {
      file: 'picture.docx',
      content: () => Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 1, 2, 3]),
      refused: ['unsupported-format', /picture/u],
    },
    { file: 'files.docx', content: () => archive({ 'a.txt': sentence }), refused: ['unsupported-format', /archive/u] },
    {
      file: 'table.docx',
      content: () => archive({ '[Content_Types].xml': '<Types/>', 'xl/workbook.xml': '<x/>' }),
      refused: ['unsupported-format', /spreadsheet/u],
    },
    { file: 'empty.docx', content: () => new Uint8Array(), refused: ['unreadable', /empty/u] },
  ],
  'in another encoding than stated': [
    { file: 'wide.txt', content: () => utf16(sentence), read: /harbour of Tarsk/u },
    {
      file: 'wide.html',
      content: () => utf16(`<html><meta charset="utf-8"><p>${sentence}</p></html>`),
      read: /harbour of Tarsk/u,
    },
    {
      file: 'wide.docx',
      content: () => word(utf16(`\uFEFF${wordBody(wordTable(1), '<?xml version="1.0" encoding="UTF-16"?>')}`)),
      read: /harbour of Tarsk/u,
    },
    {
      file: 'wide.epub',
      content: () => book(utf16(`<html><body><p>${sentence}</p></body></html>`)),
      read: /harbour of Tarsk/u,
    },
    { file: 'russian.txt', content: () => russian, read: /Порт был закрыт/u },
    { file: 'russian.md', content: () => around('# ', russian, '\n'), read: /Порт был закрыт/u },
    { file: 'russian.html', content: () => around('<html><p>', russian, '</p></html>'), read: /Порт был закрыт/u },
    {
      file: 'russian.epub',
      content: () =>
        book(around('<?xml version="1.0" encoding="windows-1251"?><html><body><p>', russian, '</p></body></html>')),
      read: /Порт был закрыт/u,
    },
    {
      file: 'russian.mht',
      content: () =>
        around(
          'MIME-Version: 1.0\nContent-Type: text/html; charset="windows-1251"\nContent-Transfer-Encoding: 8bit\n\n<p>',
          russian,
          '</p>',
        ),
      read: /Порт был закрыт/u,
    },
    {
      file: 'russian.rtf',
      content: () => around('{\\rtf1\\ansi\\ansicpg1251 ', russian, '}'),
      read: /Порт был закрыт/u,
    },
    { file: 'wide.md', content: () => utf16(`# A heading\n\n${sentence}`), read: /harbour of Tarsk/u },
    {
      file: 'wide.odt',
      content: () =>
        openDocument('', {
          'content.xml': utf16(
            `\uFEFF${openBody(`<text:p>${sentence}</text:p>`, '<?xml version="1.0" encoding="UTF-16"?>')}`,
          ),
        }),
      read: /harbour of Tarsk/u,
    },
    { file: 'wide.ris', content: () => utf16(ris), read: /Closing the Tarn/u },
    { file: 'wide.bib', content: () => utf16(bib), read: /Closing the Tarn/u },
    { file: 'wide.json', content: () => utf16(csl), read: /Closing the Tarn/u },
    { file: 'wide.rdf', content: () => utf16(rdf('Closing the Tarn')), read: /Closing the Tarn/u },
    { file: 'wide.xml', content: () => utf16(endNote('Closing the Tarn')), read: /Closing the Tarn/u },
    { file: 'wide.jsonld', content: () => utf16(w3c('Closing the Tarn')), read: /Closing the Tarn/u },
    { file: 'wide-notes.json', content: () => utf16(hypothesis('Closing the Tarn')), read: /Closing the Tarn/u },
    {
      file: 'russian.jsonld',
      content: () => filled(w3c('@').replace('"@context"', '"at"'), russian),
      read: /Порт был/u,
    },
    { file: 'russian-notes.json', content: () => filled(hypothesis('@'), russian), read: /Порт был/u },
    { file: 'turkish-notes.json', content: () => filled(hypothesis('@'), turkish), read: /yanaşamadı/u },
    {
      file: 'russian.rdf',
      content: () => filled(rdf('@', '<?xml version="1.0" encoding="windows-1251"?>'), russian),
      read: /Порт был/u,
    },
    { file: 'russian.xml', content: () => filled(endNote('@', '<?xml version="1.0"?>'), russian), read: /Порт был/u },
    {
      file: 'turkish.xml',
      content: () => filled(endNote('@', '<?xml version="1.0" encoding="windows-1254"?>'), turkish),
      read: /yanaşamadı/u,
    },
    { file: 'russian.ris', content: () => around('TY  - BOOK\nTI  - ', russian, '\nER  - \n'), read: /Порт был/u },
    { file: 'russian.bib', content: () => around('@book{a, title={', russian, '}}'), read: /Порт был/u },
    { file: 'turkish.ris', content: () => around('TY  - BOOK\nTI  - ', turkish, '\nER  - \n'), read: /yanaşamadı/u },
    { file: 'turkish.bib', content: () => around('@book{a, title={', turkish, '}}'), read: /yanaşamadı/u },
    {
      file: 'turkish.json',
      content: () => around('[{"type":"book","title":"', turkish, '"}]'),
      read: /yanaşamadı/u,
    },
    {
      file: 'turkish.mht',
      content: () =>
        around(
          'MIME-Version: 1.0\nContent-Type: text/html; charset="windows-1254"\nContent-Transfer-Encoding: 8bit\n\n<p>',
          turkish,
          '</p>',
        ),
      read: /yanaşamadı/u,
    },
    { file: 'turkish.txt', content: () => turkish, read: /kapalı kaldı; hiçbir gemi yanaşamadı/u },
    { file: 'turkish.html', content: () => around('<html><p>', turkish, '</p></html>'), read: /yanaşamadı/u },
    { file: 'turkish.rtf', content: () => around('{\\rtf1\\ansi\\ansicpg1254 ', turkish, '}'), read: /dağıtılamadı/u },
  ],
  'that swell, climb out or multiply': [
    { file: 'bomb.docx', content: () => word(nothing(81)), refused: ['too-large', /unpacks/u] },
    {
      file: 'bomb.odt',
      content: () => openDocument('', { 'content.xml': nothing(81) }),
      refused: ['too-large', /unpacks/u],
    },
    { file: 'bomb.epub', content: () => book(nothing(81)), refused: ['too-large', /unpacks/u] },
    { file: 'entities.rdf', content: () => rdf('&j;', bomb), refused: ['unreadable', /DOCTYPE/u] },
    {
      file: 'entities.xml',
      content: () => endNote('&j;', `<?xml version="1.0"?>${bomb}`),
      refused: ['unreadable', /DOCTYPE/u],
    },
    {
      file: 'slip.odt',
      content: () => openDocument(openBody(''), { '..\\..\\evil.txt': 'x' }),
      refused: ['unreadable', /damaged/u],
    },
    {
      file: 'slip.docx',
      content: () => word(wordBody(''), { '../../evil.txt': 'x' }),
      refused: ['unreadable', /damaged/u],
    },
    { file: 'slip.epub', content: () => book('', { '/etc/evil': 'x' }), refused: ['unreadable', /damaged/u] },
    {
      file: 'bomb.zip',
      content: () => archive({ 'list.rdf': nothing(81) }),
      refused: ['too-large', /unpacks/u],
    },
    {
      file: 'slip.zip',
      content: () => archive({ 'list.rdf': rdf('Tarn'), '../../evil.txt': 'x' }),
      refused: ['unreadable', /damaged/u],
    },
    {
      file: 'entities.docx',
      content: () => word(wordBody('<w:p><w:r><w:t>&j;</w:t></w:r></w:p>', bomb)),
      refused: ['unreadable', /DOCTYPE/u],
    },
    {
      file: 'entities.odt',
      content: () => openDocument(openBody('<text:p>&j;</text:p>', bomb)),
      refused: ['unreadable', /DOCTYPE/u],
    },
    {
      file: 'entities.fodt',
      content: () => `<?xml version="1.0"?>${bomb}<office:document ${office}/>`,
      refused: ['unsupported-format', /XML/u],
    },
    {
      file: 'entities.epub',
      content: () => book(`${bomb}<html><body><p>Only &j; words.</p></body></html>`),
      read: /^Only &j; words\.$/u,
    },
    {
      file: 'entities.html',
      content: () => `${bomb}<html><body><p>Only &j; words.</p></body></html>`,
      read: /Only &j; words\./u,
    },
  ],
  'nested deeper than people write': [
    { file: 'tables.docx', content: () => word(wordBody(wordTable(100))), read: /harbour of Tarsk/u },
    { file: 'deep.docx', content: () => word(wordBody(wordTable(400))), refused: ['unreadable', /nested too deeply/u] },
    { file: 'tables.odt', content: () => openDocument(openBody(openTable(100))), read: /harbour of Tarsk/u },
    {
      file: 'deep.odt',
      content: () => openDocument(openBody(openTable(400))),
      refused: ['unreadable', /nested too deeply/u],
    },
    { file: 'tables.html', content: () => '<table><tr><td>'.repeat(1000) + sentence, read: /harbour of Tarsk/u },
    {
      file: 'parts.mhtml',
      content: () => `MIME-Version: 1.0\n${'Content-Type: multipart/related; boundary=b\n\n--b\n'.repeat(2000)}`,
      refused: ['unreadable', /holds no page/u],
    },
    {
      file: 'tables.epub',
      content: () => book(`<html><body>${'<table><tr><td>'.repeat(500)}${sentence}`),
      read: /harbour of Tarsk/u,
    },
    {
      file: 'deep.rtf',
      content: () => `{\\rtf1 ${'{'.repeat(100_000)}x`,
      refused: ['unreadable', /nested too deeply/u],
    },
    { file: 'deep.json', content: () => '['.repeat(100_000), refused: ['unreadable', /JSON/u] },
    {
      file: 'deep.jsonld',
      content: () =>
        w3c('Closing the Tarn').replace(
          '"selector":',
          `"refinedBy":${'['.repeat(5000)}${']'.repeat(5000)},"selector":`,
        ),
      read: /Closing the Tarn/u,
    },
    {
      file: 'deep-item.json',
      content: () => `[{"type":"book","title":"T","custom":${'['.repeat(5000)}${']'.repeat(5000)}}]`,
      entry: /nested too deeply/u,
    },
    { file: 'deep.rdf', content: () => rdf('<x>'.repeat(100_000)), refused: ['unreadable', /./u] },
    {
      file: 'deep.xml',
      content: () => endNote(`${'<style>'.repeat(5000)}T${'</style>'.repeat(5000)}`),
      refused: ['unreadable', /./u],
    },
    { file: 'deep.bib', content: () => `@book{a, title={${'{'.repeat(100_000)}`, entry: /brace/u },
    {
      file: 'macros.bib',
      content: () =>
        `@string{a="${'a'.repeat(100)}"}\n${Array.from({ length: 12 }, (_, i) => `@string{${'bcdefghijklm'[i]}=${Array(10).fill('abcdefghijklm'[i]).join(' # ')}}`).join('\n')}\n@book{x,title=m}`,
      entry: /far too long/u,
    },
    { file: 'deep.md', content: () => '>'.repeat(100_000) + sentence, refused: ['unreadable', /nested too deeply/u] },
  ],
  'of nothing': [
    ...[
      'txt',
      'md',
      'html',
      'mhtml',
      'pdf',
      'docx',
      'odt',
      'epub',
      'rtf',
      'ris',
      'bib',
      'json',
      'jsonld',
      'rdf',
      'xml',
    ].map((extension): Malformed => ({
      file: `nothing.${extension}`,
      content: () => nothing(200, 0),
      refused: ['too-large', /200 MB/u],
    })),
    { file: 'empty.json', content: () => '[]', refused: ['unreadable', /./u] },
    {
      file: 'empty.jsonld',
      content: () => '{"@context":"http://www.w3.org/ns/anno.jsonld","type":"AnnotationPage","items":[]}',
      refused: ['unreadable', /no annotations/u],
    },
    { file: 'aimless.jsonld', content: () => '[{"type":"Annotation"}]', entry: /what it is about/u },
    { file: 'blank.ris', content: () => 'TY  - JOUR\nER  - \n'.repeat(10), entry: /no fields/u },
    {
      file: 'spaces.html',
      content: () => `<html><body>${'<p> '.repeat(50_000)}`,
      refused: ['unreadable', /no text/u],
    },
    { file: 'spaces.txt', content: () => nothing(9), refused: ['unreadable', /no text/u] },
    { file: 'braces.rtf', content: () => '{\\rtf1' + '{}'.repeat(2_000_000), refused: ['unreadable', /no text/u] },
    {
      file: 'blank.docx',
      content: () => word(wordBody('<w:p/>'.repeat(100_000))),
      refused: ['unreadable', /no text/u],
    },
    {
      file: 'blank.odt',
      content: () => openDocument(openBody('<text:p/>'.repeat(100_000))),
      refused: ['unreadable', /no text/u],
    },
    {
      file: 'blank.epub',
      content: () => book('<html><body><p> </p></body></html>'),
      refused: ['unreadable', /no text/u],
    },
  ],
  'behind a password, or of an older kind': [
    { file: 'locked.docx', content: () => compound('EncryptedPackage'), refused: ['unreadable', /password/u] },
    {
      file: 'locked.odt',
      content: () => openDocument('x', { 'META-INF/manifest.xml': '<m><encryption-data/></m>' }),
      refused: ['unreadable', /password/u],
    },
    {
      file: 'locked-zip.docx',
      content: () => locked(word(wordBody(wordTable(1)))),
      refused: ['unreadable', /password/u],
    },
    { file: 'locked.pdf', content: () => fixture('encrypted/password.pdf'), refused: ['unreadable', /password/u] },
    {
      file: 'locked-zip.odt',
      content: () => locked(openDocument(openBody(openTable(1)))),
      refused: ['unreadable', /password/u],
    },
    { file: 'locked-zip.epub', content: () => locked(book('<p>x</p>')), refused: ['unreadable', /password/u] },
    { file: 'old.doc', content: () => compound('WordDocument'), refused: ['unsupported-format', /\.doc\).*\.docx/u] },
    { file: 'old.xls', content: () => compound('Workbook'), refused: ['unsupported-format', /spreadsheet/u] },
  ],
};

const runner = createImportRunner();
let library: TestLibrary;
beforeAll(async () => {
  library = await openTestLibrary();
});
afterAll(async () => {
  await runner.close();
  await library.close();
});

describe.each(Object.entries(cases))('files %s', (_name, files) => {
  it.each(files)('$file', { timeout: 30_000 }, async ({ file, content, refused, read, entry }) => {
    const { context } = library;
    const given = await content();
    const bytes = typeof given === 'string' ? new TextEncoder().encode(given) : given;
    const imports = importsHandlers(context, runner);
    const outcome = await imports['imports.file']({
      jobId: file,
      fileName: file,
      bytes,
      onDuplicate: 'add',
      large: false,
    }).catch((error: CommonplaceError) => error);
    if (refused) {
      expect(outcome).toMatchObject({
        name: 'CommonplaceError',
        code: refused[0],
        message: expect.stringMatching(refused[1]),
      });
      // What happened, and what to do about it.
      expect((outcome as CommonplaceError).message).toMatch(/^\S.*[.!?] \p{Lu}.*[.!?]$/u);
      return;
    }
    if (entry) {
      expect(outcome).toMatchObject({
        refused: expect.arrayContaining([{ entry: expect.any(String), reason: expect.stringMatching(entry) }]),
      });
      return;
    }
    if ('items' in outcome) {
      expect(outcome.items.map(({ title }) => title).join('\n')).toMatch(read ?? /./u);
      return;
    }
    expect(outcome).toMatchObject({ status: 'added' });
    const id = 'snapshot' in outcome ? outcome.snapshot.id : '';
    expect((await snapshotsHandlers(context)['snapshots.get']({ id })).text).toMatch(read ?? /./u);
  });
});

it('leave the library sound', async () => {
  expect((await verifyLibrary(library.context)).findings).toEqual([]);
});
