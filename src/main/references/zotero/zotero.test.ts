import { describe, expect, it } from 'vitest';
import { Losses } from '../values';
import { readZoteroRdf } from './read';
import { writeZoteroRdf } from './write';

const spaces = `xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:z="http://www.zotero.org/namespaces/export#"
 xmlns:dcterms="http://purl.org/dc/terms/" xmlns:bib="http://purl.org/net/biblio#" xmlns:foaf="http://xmlns.com/foaf/0.1/"
 xmlns:link="http://purl.org/rss/1.0/modules/link/" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:prism="http://prismstandard.org/namespaces/1.2/basic/" xmlns:vcard="http://nwalsh.com/rdf/vCard#"`;
const rdf = (inside: string) => `<rdf:RDF ${spaces}>${inside}</rdf:RDF>`;

/** As Zotero's own export has it, with our own text. */
const exported = rdf(`
  <bib:Article rdf:about="https://tarn.example/a">
    <z:itemType>journalArticle</z:itemType>
    <dcterms:isPartOf rdf:resource="urn:issn:1234-5679"/>
    <bib:authors><rdf:Seq>
      <rdf:li><foaf:Person><foaf:surname>van der Vell</foaf:surname><foaf:givenName>Ada</foaf:givenName></foaf:Person></rdf:li>
      <rdf:li><foaf:Person><foaf:surname>Ministry of Waterways</foaf:surname></foaf:Person></rdf:li>
    </rdf:Seq></bib:authors>
    <z:translators><rdf:Seq><rdf:li><foaf:Person><foaf:surname>Orr</foaf:surname><foaf:givenname>Max, Jr.</foaf:givenname></foaf:Person></rdf:li></rdf:Seq></z:translators>
    <dcterms:isReferencedBy rdf:resource="#item_3"/>
    <link:link rdf:resource="#item_2"/>
    <link:link rdf:resource="#item_4"/>
    <dc:relation rdf:resource="#item_5"/>
    <dc:subject>trade</dc:subject>
    <dc:subject><z:AutomaticTag><rdf:value>воды</rdf:value></z:AutomaticTag></dc:subject>
    <dc:subject><dcterms:LCC><rdf:value>HF 12</rdf:value></dcterms:LCC></dc:subject>
    <dc:title>Closing the &lt;i&gt;Tarn&lt;/i&gt;</dc:title>
    <dc:date>18 April 2022</dc:date>
    <bib:pages>44-61</bib:pages>
    <z:language>en</z:language>
    <z:libraryCatalog>Tarn Library</z:libraryCatalog>
    <dc:rights>All of them</dc:rights>
    <dc:description>Seen in print.
original-date: 1901
Editor: Brandt || Jon
Citation Key: vell2022</dc:description>
    <dc:identifier><dcterms:URI><rdf:value>https://tarn.example/a</rdf:value></dcterms:URI></dc:identifier>
  </bib:Article>
  <bib:Journal rdf:about="urn:issn:1234-5679"><prism:volume>12</prism:volume><prism:number>3</prism:number>
    <dc:title>Ostland Quarterly</dc:title><dcterms:alternative>OQ</dcterms:alternative>
    <dc:identifier>ISSN 1234-5679</dc:identifier><dc:identifier>DOI 10.1234/oq.2022.44</dc:identifier></bib:Journal>
  <z:Attachment rdf:about="#item_2"><z:itemType>attachment</z:itemType><rdf:resource rdf:resource="files/2/closing%20it.html"/><dc:title>Saved page</dc:title><link:type>text/html</link:type></z:Attachment>
  <z:Attachment rdf:about="#item_4"><z:itemType>attachment</z:itemType><rdf:resource rdf:resource="../../etc/passwd"/></z:Attachment>
  <bib:Memo rdf:about="#item_3"><rdf:value>&lt;h1&gt;Twice&lt;/h1&gt;&lt;p&gt;Read &lt;b&gt;twice&lt;/b&gt;&lt;script&gt;x()&lt;/script&gt;&lt;/p&gt;</rdf:value></bib:Memo>
  <bib:Book rdf:about="#item_5"><z:itemType>book</z:itemType><dc:title>Weirs</dc:title>
    <dcterms:isPartOf><bib:Series><dc:title>Blue Books</dc:title><dc:identifier>7</dc:identifier></bib:Series></dcterms:isPartOf>
    <dc:publisher><foaf:Organization><vcard:adr><vcard:Address><vcard:locality>Senn</vcard:locality></vcard:Address></vcard:adr><foaf:name>Delta Press</foaf:name></foaf:Organization></dc:publisher>
    <dc:identifier>ISBN 0-306-40615-2</dc:identifier></bib:Book>
  <z:Attachment rdf:about="#item_6"><z:itemType>attachment</z:itemType><rdf:resource rdf:resource="files/6/alone.pdf"/></z:Attachment>
  <bib:Memo rdf:about="#item_7"><rdf:value>&lt;p&gt;A thought that belongs to nothing.&lt;/p&gt;</rdf:value></bib:Memo>
  <z:Collection rdf:about="#collection_1"><dc:title>Waters</dc:title><dcterms:hasPart rdf:resource="#collection_2"/></z:Collection>
  <z:Collection rdf:about="#collection_2"><dc:title>Tolls</dc:title><dcterms:hasPart rdf:resource="https://tarn.example/a"/><dcterms:hasPart rdf:resource="#collection_1"/></z:Collection>
  <z:Collection rdf:about="#collection_3"><dc:title>Kept</dc:title><dcterms:hasPart rdf:resource="#item_5"/></z:Collection>`);

describe('Zotero RDF', () => {
  const { references, looseFiles, refused } = readZoteroRdf(exported);

  it('brings items with their creators, fields, tags, notes and files', () => {
    expect(refused).toEqual([]);
    expect(references).toHaveLength(3);
    const [article] = references;
    expect(article).toMatchObject({
      citationKey: 'vell2022',
      tags: ['trade', 'воды'],
      notes: ['Twice\nRead twice'],
      files: ['files/2/closing it.html'],
    });
    expect(article?.csl).toEqual({
      type: 'article-journal',
      title: 'Closing the <i>Tarn</i>',
      author: [
        { 'non-dropping-particle': 'van der', family: 'Vell', given: 'Ada' },
        { literal: 'Ministry of Waterways' },
      ],
      translator: [{ family: 'Orr', given: 'Max', suffix: 'Jr.' }],
      editor: [{ family: 'Brandt', given: 'Jon' }],
      'container-title': 'Ostland Quarterly',
      'container-title-short': 'OQ',
      volume: '12',
      issue: '3',
      page: '44-61',
      issued: { 'date-parts': [[2022, 4, 18]] },
      'original-date': { 'date-parts': [[1901]] },
      language: 'en',
      source: 'Tarn Library',
      'call-number': 'HF 12',
      note: 'Seen in print.',
      DOI: '10.1234/oq.2022.44',
      ISSN: '1234-5679',
      URL: 'https://tarn.example/a',
      custom: { 'dc:rights': 'All of them' },
    });
    expect(article?.lost).toEqual([expect.stringContaining('“Weirs”'), expect.stringContaining('../../etc/passwd')]);
    expect(references[1]?.csl).toMatchObject({
      type: 'book',
      'collection-title': 'Blue Books',
      'collection-number': '7',
      publisher: 'Delta Press',
      'publisher-place': 'Senn',
      ISBN: '0-306-40615-2',
    });
  });

  it('keeps what belongs to nothing: a lone note as a source with a note, a lone file by itself', () => {
    expect(references[2]).toMatchObject({
      csl: { type: 'document', title: 'A thought that belongs to nothing.' },
      notes: ['A thought that belongs to nothing.'],
    });
    expect(looseFiles).toEqual(['files/6/alone.pdf']);
  });

  it('files items in collections, also where two say that they are inside each other', () => {
    expect(references[0]?.collections).toEqual([['Waters', 'Tolls']]);
    expect(references[1]?.collections).toEqual([['Kept']]);
    const around = rdf(`<bib:Book rdf:about="#b"><dc:title>B</dc:title></bib:Book>
      <z:Collection rdf:about="#c"><dc:title>C</dc:title><dcterms:hasPart rdf:resource="#d"/><dcterms:hasPart rdf:resource="#b"/></z:Collection>
      <z:Collection rdf:about="#d"><dc:title>D</dc:title><dcterms:hasPart rdf:resource="#c"/></z:Collection>
      <z:Collection rdf:about="#e"><dc:title>E</dc:title><dcterms:hasPart rdf:resource="#c"/></z:Collection>`);
    expect(readZoteroRdf(around).references[0]?.collections[0]).toEqual(['E', 'C']);
  });

  it.each([
    [
      'an entity bomb',
      `<!DOCTYPE r [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>${rdf('<bib:Book><dc:title>&b;</dc:title></bib:Book>')}`,
      'DOCTYPE',
    ],
    ['a file that is cut short', exported.slice(0, 3000), 'well-formed'],
    ['nothing', rdf(''), 'no references'],
    ['elements nested too deeply', rdf('<bib:Book>'.repeat(5000)), 'deep'],
  ])('refuses %s in a sentence', (_, text, words) => {
    expect(() => readZoteroRdf(text)).toThrow(
      expect.objectContaining({ code: 'unreadable', message: expect.stringContaining(words) }),
    );
  });

  it.each(['/etc/passwd', 'C:\\x\\y.pdf', 'file:///etc/passwd', '..\\..\\x', 'files/../../x', '\\\\host\\share'])(
    'names no file outside its folder: %s',
    (path) => {
      const item = `<bib:Book rdf:about="#b"><dc:title>B</dc:title><link:link><z:Attachment><rdf:resource rdf:resource="${path}"/></z:Attachment></link:link></bib:Book>`;
      const [book] = readZoteroRdf(rdf(item)).references;
      expect(book?.files).toEqual([]);
      expect(book?.lost.join()).toContain('outside its folder');
    },
  );

  it('goes out with notes, nested collections and the names of its files', () => {
    const written = writeZoteroRdf(
      [
        {
          citationKey: 'k',
          csl: { type: 'book', title: 'A & B' },
          tags: [],
          notes: ['One < two\nand more'],
          collections: [['Waters', 'Tolls'], ['Waters']],
          attachments: [{ path: 'k - a&b.pdf', mediaType: 'application/pdf', title: 'a&b.pdf' }],
        },
      ],
      new Losses(),
    );
    const [back] = readZoteroRdf(written).references;
    expect(back).toMatchObject({ notes: ['One < two\nand more'], files: ['k - a&b.pdf'] });
    expect(back?.collections).toEqual(expect.arrayContaining([['Waters', 'Tolls'], ['Waters']]));
  });
});
