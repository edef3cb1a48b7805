import { Buffer } from 'node:buffer';
import JSZip from 'jszip';
import type { HostilePayload } from './corpus';

/** Files in every format that hold payloads as their markup where the format has any, and as their words elsewhere. */

const plain = 'Plain words that are the text of this page, long enough to be taken for an article of it.';

/** A saved page. Payloads of a head or a body tag stand where such tags are merged into the page's own. */
export function pageOf(title: string, payloads: readonly HostilePayload[]): string {
  const content = payloads.map(({ id, html }) => `<p>Before ${id}: ${plain}</p>\n${html}\n<p>After ${id}.</p>`);
  return `<!doctype html><html><head><title>${title}</title></head><body><article><h1>${title}</h1>\n${content.join('\n')}\n<p>The end of ${title}.</p></article></body></html>`;
}

/** A page whose head begins with the payload, for those that act from there. */
export function headOf(title: string, { html }: HostilePayload): string {
  return `<!doctype html><html><head>${html}<title>${title}</title></head><body><h1>${title}</h1><p>${plain}</p></body></html>`;
}

/** A page saved in one file, with a part for each payload that the page names as a frame, and one as its style. */
export function mhtmlOf(title: string, payloads: readonly HostilePayload[]): string {
  const part = (type: string, location: string, body: string) =>
    `--hostile-part\r\nContent-Type: ${type}\r\nContent-Transfer-Encoding: base64\r\nContent-ID: <${location.replaceAll(/\W/gu, '-')}@hostile>\r\nContent-Location: ${location}\r\n\r\n${wrapped(Buffer.from(body, 'utf8').toString('base64'))}\r\n`;
  const frames = payloads.map(
    ({ id }) => `<p>Frame ${id}</p><iframe src="cid:https---frame-example-${id}@hostile"></iframe>`,
  );
  return [
    `From: <Saved by a test>\r\nSnapshot-Content-Location: javascript:0\r\nSubject: ${title}\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; type="text/html"; boundary="hostile-part"\r\n\r\n`,
    part(
      'text/html; charset=utf-8',
      'https://page.example/',
      pageOf(title, payloads).replace('</article>', `${frames.join('')}</article>`),
    ),
    part('text/css', 'https://page.example/a.css', '@import "https://hostile.invalid/mhtml";'),
    ...payloads.map(({ id, html }) =>
      part('text/html', `https://frame.example/${id}`, `<p>In the frame ${id}</p>${html}`),
    ),
    '--hostile-part--\r\n',
  ].join('');
}

const wrapped = (text: string) => text.replaceAll(/.{76}/gu, '$&\r\n');

/** A book with a chapter for each payload: each is parsed by itself, and none can swallow another. */
export function epubOf(title: string, payloads: readonly HostilePayload[]): Promise<Buffer> {
  const chapters = payloads.map((payload, index) => ({
    name: `c${index}.xhtml`,
    html: pageOf(`Chapter ${payload.id}`, [payload]),
  }));
  return zipped({
    mimetype: 'application/epub+zip',
    'META-INF/container.xml': '<container><rootfiles><rootfile full-path="book.opf"/></rootfiles></container>',
    'book.opf': `<package><metadata><dc:title xmlns:dc="http://purl.org/dc/elements/1.1/">${title}</dc:title></metadata><manifest>${chapters.map(({ name }, index) => `<item id="c${index}" href="${name}" media-type="application/xhtml+xml"/>`).join('')}</manifest><spine>${chapters.map((_, index) => `<itemref idref="c${index}"/>`).join('')}</spine></package>`,
    ...Object.fromEntries(chapters.map(({ name, html }) => [name, html])),
  });
}

/** Markdown with the payloads as HTML of its own, as code, as titles and as links. */
export function markdownOf(title: string, payloads: readonly HostilePayload[]): string {
  const parts = payloads.map(({ id, html }, index) => {
    const line = html.replaceAll(/\s+/gu, ' ');
    return [
      `## Part ${id}\n\n${html}\n`,
      `Within words ${line} of ${id}.\n`,
      `> ${line}\n\n- ${line}\n\n| ${id} |\n|---|\n| ${line.replaceAll('|', '\\|')} |\n`,
      `[link](<${line.replaceAll(/[<>]/gu, '')}>) ![picture](${line.split(' ')[0]}) [to it][${id}]\n\n[${id}]: <${line.replaceAll(/[<>]/gu, '')}> "t"\n\n\`\`\`{=html}\n${html}\n\`\`\`\n`,
    ][index % 4];
  });
  return `# ${title}\n\n${parts.join('\n')}\n`;
}

const escaped = (text: string) =>
  text
    // eslint-disable-next-line no-control-regex
    .replaceAll(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|\p{Surrogate}/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');

/** A Word document with the payloads as its words, its links, a field's address, and an attached web page. */
export function docxOf(title: string, payloads: readonly HostilePayload[]): Promise<Buffer> {
  const run = (text: string) => `<w:r><w:t xml:space="preserve">${escaped(text)}</w:t></w:r>`;
  const paragraphs = payloads.map(
    ({ html }, index) =>
      `<w:p>${run(html)}<w:hyperlink r:id="l${index}">${run('a link')}</w:hyperlink><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>HYPERLINK "${escaped(html)}"</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run('a field')}<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>`,
  );
  const links = payloads.map(
    ({ html }, index) =>
      `<Relationship Id="l${index}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink" Target="${escaped(addressIn(html))}" TargetMode="External"/>`,
  );
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  return zipped({
    '[Content_Types].xml':
      '<Types><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    'word/document.xml': `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="${office}"><w:body><w:p><w:pPr><w:pStyle w:val="Title"/></w:pPr>${run(title)}</w:p>${paragraphs.join('')}<w:altChunk r:id="page"/></w:body></w:document>`,
    'word/_rels/document.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${links.join('')}<Relationship Id="page" Type="${office}/aFChunk" Target="page.html"/><Relationship Id="t" Type="${office}/attachedTemplate" Target="https://hostile.invalid/template.dotm" TargetMode="External"/></Relationships>`,
    'word/page.html': pageOf(title, payloads.slice(0, 5)),
  });
}

/** The first address of a payload, or all of it in the place of one. */
function addressIn(html: string): string {
  return /(?:href|src)\s*=\s*["']?([^"'>]+)/iu.exec(html)?.[1] ?? html;
}

/** Payloads as plain lines: they must be shown as they are. */
export function textOf(title: string, payloads: readonly HostilePayload[]): string {
  return `${title}\n\n${payloads.map(({ id, html }) => `${id}: ${oneLine(html)}`).join('\n\n')}\n`;
}

const oneLine = (html: string) => html.replaceAll(/\s+/gu, ' ').slice(0, 400);

/** A bibliography with the payloads as titles, names, notes, keywords and addresses. */
export function cslJsonOf(payloads: readonly HostilePayload[]): string {
  const items = payloads.map(({ id, html }) => {
    const line = oneLine(html);
    const address = addressIn(line);
    return {
      id: `hostile-${id}`,
      type: 'article-newspaper',
      title: `${id} ${line}`,
      'title-short': line,
      author: [{ family: line, given: 'A.' }, { literal: `<b onclick=__hostile(/${id}/)>Office</b>` }],
      'container-title': line,
      publisher: line,
      page: line,
      URL: address,
      DOI: address,
      note: line,
      abstract: line,
      keyword: line,
      issued: { 'date-parts': [[2023]], literal: line },
      custom: { [line]: line },
    };
  });
  return JSON.stringify(items);
}

/** The same in RIS, */
export function risOf(payloads: readonly HostilePayload[]): string {
  const entry = ({ id, html }: HostilePayload) => {
    const line = oneLine(html);
    return `TY  - NEWS\r\nID  - ${id}\r\nTI  - ${id} in RIS ${line}\r\nAU  - ${line}\r\nT2  - ${line}\r\nUR  - ${addressIn(line)}\r\nL1  - ${addressIn(line)}\r\nKW  - ${line}\r\nN1  - ${line}\r\nPY  - 2023\r\nER  - \r\n`;
  };
  return payloads.map(entry).join('\r\n');
}

/** and in BibTeX, whose braces and commands are in the way of some. */
export function bibtexOf(payloads: readonly HostilePayload[]): string {
  const entry = ({ id, html }: HostilePayload) => {
    const line = oneLine(html).replaceAll(/[{}\\]/gu, '');
    return `@article{bib-${id},\n  title = {${id} in BibTeX ${line}},\n  author = {{${line}}},\n  journal = {\\emph{${line}}},\n  url = {${addressIn(line)}},\n  note = {\\href{${addressIn(line)}}{${line}} \\input{/etc/passwd}},\n  year = 2023\n}\n`;
  };
  return payloads.map(entry).join('\n');
}

/** Zotero's RDF, with the payloads as titles, names, tags, files and notes, which are HTML there. */
export function rdfOf(payloads: readonly HostilePayload[]): string {
  const entry = ({ id, html }: HostilePayload) => {
    const line = escaped(oneLine(html));
    return `<bib:Article rdf:about="#${id}"><z:itemType>journalArticle</z:itemType><dc:title>${id} in RDF ${line}</dc:title><bib:authors><rdf:Seq><rdf:li><foaf:Person><foaf:surname>${line}</foaf:surname></foaf:Person></rdf:li></rdf:Seq></bib:authors><dc:subject>${line}</dc:subject><dc:identifier><dcterms:URI><rdf:value>${escaped(addressIn(oneLine(html)))}</rdf:value></dcterms:URI></dc:identifier><dcterms:isReferencedBy rdf:resource="#n-${id}"/><link:link rdf:resource="#f-${id}"/></bib:Article><bib:Memo rdf:about="#n-${id}"><rdf:value>${line}</rdf:value></bib:Memo><z:Attachment rdf:about="#f-${id}"><z:itemType>attachment</z:itemType><rdf:resource rdf:resource="../../${line}"/></z:Attachment>`;
  };
  return `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:z="http://www.zotero.org/namespaces/export#" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:bib="http://purl.org/net/biblio#" xmlns:foaf="http://xmlns.com/foaf/0.1/" xmlns:link="http://purl.org/rss/1.0/modules/link/" xmlns:dc="http://purl.org/dc/elements/1.1/">${payloads.map(entry).join('\n')}</rdf:RDF>`;
}

/** And EndNote's XML. */
export function endNoteOf(payloads: readonly HostilePayload[]): string {
  const entry = ({ id, html }: HostilePayload) => {
    const line = escaped(oneLine(html));
    return `<record><ref-type name="Journal Article">17</ref-type><contributors><authors><author>${line}</author></authors></contributors><titles><title><style face="italic">${id} in EndNote</style> ${line}</title><secondary-title>${line}</secondary-title></titles><keywords><keyword>${line}</keyword></keywords><notes>${line}</notes><urls><related-urls><url>${escaped(addressIn(oneLine(html)))}</url></related-urls><pdf-urls><url>internal-pdf://../../${line}</url></pdf-urls></urls></record>`;
  };
  return `<?xml version="1.0" encoding="UTF-8"?><xml><records>${payloads.map(entry).join('\n')}</records></xml>`;
}

function zipped(files: Record<string, string>): Promise<Buffer> {
  const zip = new JSZip();
  for (const [name, content] of Object.entries(files)) zip.file(name, content);
  return zip.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE', compressionOptions: { level: 1 } });
}
