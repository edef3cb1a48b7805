import { describe, expect, it } from 'vitest';
import { locatorAt } from '../../shared/sources/locators';
import { archive, outline, readDocument } from './testing';

const container =
  '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="OPS/book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>';
const opf = (metadata: string, manifest: string, spine: string) =>
  `<?xml version="1.0"?><package xmlns="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata>${metadata}</metadata><manifest>${manifest}</manifest><spine toc="ncx">${spine}</spine></package>`;
const item = (id: string, href: string, more = '') =>
  `<item id="${id}" href="${href}" media-type="application/xhtml+xml" ${more}/>`;
const page = (body: string) =>
  `<?xml version="1.0" encoding="UTF-8"?><!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.1//EN" "http://www.w3.org/TR/xhtml11/DTD/xhtml11.dtd"><html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"><head><title/></head><body>${body}</body></html>`;

const metadata =
  '<dc:title id="t">The mole</dc:title><dc:title id="s">A history of a wall</dc:title><meta refines="#s" property="title-type">subtitle</meta>' +
  '<dc:creator id="a">Ana Petrova</dc:creator><meta refines="#a" property="role">aut</meta><dc:creator id="b">Omar Reyes</dc:creator><meta refines="#b" property="role">trl</meta>' +
  '<dc:publisher>Tarsk Press</dc:publisher><dc:date>2031</dc:date><dc:language>en</dc:language><dc:identifier>urn:isbn:978-1-4028-9462-6</dc:identifier>';

/** A book with these documents, in this order, and these other files. */
const book = (documents: Record<string, string>, files: Record<string, string> = {}, more = '') =>
  archive({
    mimetype: 'application/epub+zip',
    'META-INF/container.xml': container,
    'OPS/book.opf': opf(
      metadata,
      Object.keys(documents)
        .map((name, index) => item(`i${index}`, name))
        .join('') + more,
      Object.keys(documents)
        .map((_, index) => `<itemref idref="i${index}"/>`)
        .join(''),
    ),
    ...Object.fromEntries(
      Object.entries(documents).map(([name, body]) => [`OPS/${decodeURIComponent(name)}`, page(body)]),
    ),
    ...files,
  });

describe('a book', () => {
  it('has its chapters from its navigation, below its parts, and its printed pages', async () => {
    const nav = page(
      '<nav epub:type="toc"><ol><li><a href="one.xhtml">The mole</a><ol>' +
        '<li><a href="one.xhtml">Foreword</a></li>' +
        '<li><a href="two%20a.xhtml">Part One</a><ol><li><a href="two%20a.xhtml#c1">1. Stone</a><ol><li><a href="two%20a.xhtml#s">Granite</a></li></ol></li><li><a href="two%20a.xhtml#c2">2. Wood</a></li></ol></li>' +
        '</ol></li></ol></nav>' +
        '<nav epub:type="page-list"><ol><li><a href="two%20a.xhtml#p13">13</a></li></ol></nav>',
    );
    const document = await readDocument(
      'mole.epub',
      await book(
        {
          'one.xhtml': '<p>Before the first stone.</p><p/><p>More.</p>',
          'two%20a.xhtml':
            '<span epub:type="pagebreak" title="12"/><h1>Part One</h1><section id="c1"><h2>1. Stone</h2><p>It was cut <a id="p13"/>from the hill.</p><h3 id="s">Granite</h3><p>Hard.</p></section><h2><a id="c2"></a>2. Wood</h2><p>Soft.<span role="doc-pagebreak">Page xiv</span> Rotten.</p>',
        },
        { 'OPS/nav.xhtml': nav },
        item('nav', 'nav.xhtml', 'properties="nav"'),
      ),
    );
    const { text, blocks } = document;
    expect(blocks.map(({ start, end, chapter, pageLabel }) => [chapter, pageLabel, text.slice(start, end)])).toEqual([
      ['Foreword', undefined, 'Before the first stone.'],
      ['Foreword', undefined, 'More.'],
      ['Part One', '12', 'Part One'],
      ['1. Stone', '12', '1. Stone'],
      ['1. Stone', '12', 'It was cut from the hill.'],
      ['1. Stone', '13', 'Granite'],
      ['1. Stone', '13', 'Hard.'],
      ['2. Wood', '13', '2. Wood'],
      ['2. Wood', '13', 'Soft. Rotten.'],
    ]);
    const locate = (words: string) => locatorAt(blocks, text.indexOf(words), text.indexOf(words) + words.length);
    expect(locate('first stone')).toEqual({ label: 'chapter', value: 'Foreword' });
    expect(locate('the hill')).toEqual({ label: 'page', value: '13' });
    expect(locate('Rotten')).toEqual({ label: 'page', value: 'xiv' });
  });

  it('says what it is', async () => {
    const { csl, metadataOrigin } = await readDocument(
      'mole.epub',
      await book({ 'a.xhtml': '<p>Words of the book.</p>' }),
    );
    expect(csl).toEqual({
      type: 'book',
      title: 'The mole: A history of a wall',
      author: [{ given: 'Ana', family: 'Petrova' }],
      publisher: 'Tarsk Press',
      issued: { 'date-parts': [[2031]] },
      language: 'en',
      ISBN: '9781402894626',
    });
    expect(metadataOrigin).toMatchObject({ title: 'book metadata', ISBN: 'book metadata' });
  });

  it('of the older kind has its chapters from its table, and without one from its headings', async () => {
    const ncx =
      '<!DOCTYPE ncx PUBLIC "-//NISO//DTD ncx 2005-1//EN" "http://www.daisy.org/z3986/2005/ncx-2005-1.dtd"><ncx><navMap><navPoint><navLabel><text>Chapter I</text></navLabel><content src="a.html"/></navPoint></navMap><pageList><pageTarget><navLabel><text>7</text></navLabel><content src="a.html#seven"/></pageTarget></pageList></ncx>';
    const documents = { 'a.html': '<p>Chapter I</p><p id="seven">It began.</p>' };
    const older = await readDocument(
      'old.epub',
      await book(
        documents,
        { 'OPS/toc.ncx': ncx },
        '<item id="ncx" href="toc.ncx" media-type="application/x-dtbncx+xml"/>',
      ),
    );
    expect(outline(older)).toEqual(['heading 1|Chapter I', 'paragraph|It began.']);
    expect(older.blocks[1]).toMatchObject({ chapter: 'Chapter I', pageLabel: '7' });
    const untold = await readDocument(
      'untold.epub',
      await book({ 'a.html': '<h1>One</h1><p>It began.</p>', 'b.html': '<p>It went on.</p>' }),
    );
    expect(untold.blocks.map(({ chapter }) => chapter)).toEqual(['One', 'One', 'One']);
  });

  it('has its notes as notes, and what its pictures show', async () => {
    const document = await readDocument(
      'notes.epub',
      await book({
        'a.xhtml':
          '<p>Paid<a epub:type="noteref" href="#n1">1</a> and owed<sup><a role="doc-noteref" href="#n2">2</a></sup>.</p>' +
          '<figure><img src="q.png" alt="The quay at night"/><figcaption>The quay, 1931</figcaption></figure>' +
          '<aside epub:type="footnote" id="n1"><p>See the ledger.</p><p>It is lost.</p></aside>' +
          '<section role="doc-endnotes"><h2>Notes</h2><ol><li id="x">Also lost. <a role="doc-backlink" href="#r">back</a></li></ol></section>',
      }),
    );
    expect(outline(document)).toEqual([
      'paragraph|Paid1 and owed2.|superscript:1|superscript:2',
      'caption|[The quay at night]',
      'caption|The quay, 1931',
      'footnote|See the ledger.',
      'footnote|It is lost.',
      'heading 2|Notes',
      'footnote #1|Also lost.',
    ]);
  });

  it('under protection is refused, but not for its fonts', async () => {
    const encryption = (algorithm: string, file: string) =>
      `<encryption><enc:EncryptedData xmlns:enc="x"><enc:EncryptionMethod Algorithm="${algorithm}"/><enc:CipherData><enc:CipherReference URI="${file}"/></enc:CipherData></enc:EncryptedData></encryption>`;
    const documents = { 'a.xhtml': '<p>Words of the book.</p>' };
    const locked = await book(documents, {
      'META-INF/encryption.xml': encryption('http://www.w3.org/2001/04/xmlenc#aes128-cbc', 'OPS/a.xhtml'),
    });
    await expect(readDocument('locked.epub', locked)).rejects.toThrow(/DRM/u);
    const fonts = await book(documents, {
      'META-INF/encryption.xml': encryption('http://www.idpf.org/2008/embedding', 'OPS/a.xhtml'),
    });
    expect((await readDocument('fonts.epub', fonts)).text).toBe('Words of the book.');
  });

  it('that lacks what it names is read as far as it goes, or refused in words', async () => {
    const { warnings } = await readDocument(
      'gap.epub',
      await archive({
        'META-INF/container.xml': container,
        'OPS/book.opf': opf(
          '',
          item('a', 'a.xhtml') + item('b', '../../b.xhtml'),
          '<itemref idref="a"/><itemref idref="b"/><itemref idref="a"/>',
        ),
        'OPS/a.xhtml': page('<p>Once.</p>'),
      }),
    );
    expect(warnings).toEqual([expect.stringContaining('lacks 1')]);
    const empty = await archive({ 'META-INF/container.xml': '<container/>' });
    await expect(readDocument('empty.epub', empty)).rejects.toThrow(/damaged/u);
  });
});
