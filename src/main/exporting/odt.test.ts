import { describe, expect, it } from 'vitest';
import { openZip, readXml } from '../importing/zip';
import { prepareFixture } from './fixture';
import { document, heading, paragraph, text } from './fixtures/build';
import { writeOdt } from './odt';
import { odtText } from './odt-xml';

const decode = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
const open = async (...parameters: Parameters<typeof prepareFixture>) =>
  openZip(await writeOdt(await prepareFixture(...parameters)), 10_000_000);

describe('an OpenDocument text', () => {
  it('begins with its media type, uncompressed, and holds well-formed parts only', async () => {
    const bytes = await writeOdt(await prepareFixture());
    expect(decode(bytes.subarray(30, 77))).toBe('mimetypeapplication/vnd.oasis.opendocument.text');
    const zip = await openZip(bytes, 10_000_000);
    expect(zip.names).toEqual(['mimetype', 'META-INF/manifest.xml', 'meta.xml', 'styles.xml', 'content.xml']);
    for (const name of zip.names.slice(1)) await expect(readXml(zip, name)).resolves.toBeDefined();
  });

  it('is the same, byte for byte, for the same memo', async () => {
    const memo = await prepareFixture();
    expect(await writeOdt(memo)).toEqual(await writeOdt(memo));
  });

  it('marks direction and language of every stretch of letters', async () => {
    const memo = document(
      paragraph('A toll, ', text('سلام', ['bold']), ', Жуков, then Їжак, Μαύρος.'),
      paragraph('وزارت'),
    );
    const zip = await open('apa', memo);
    const content = await zip.text('content.xml');
    for (const language of [
      'fo:language="ru"',
      'fo:language="uk"',
      'fo:language="el"',
      'style:language-complex="ar"',
    ]) {
      expect(content).toContain(language);
    }
    expect(content).toContain('style:writing-mode="rl-tb"');
    expect(await zip.text('styles.xml')).toContain('fo:language="en" fo:country="GB"');
  });

  it('takes letters of the memo’s own script for the memo’s language', async () => {
    const zip = await open('apa', document(paragraph('Жуков')), 'bg-BG');
    expect(await zip.text('content.xml')).not.toContain('fo:language');
  });

  it('has contents that point to its headings, where they are asked for', async () => {
    const memo = document(heading(2, 'First'), heading(3, 'Within'), paragraph('x'), heading(2, 'Second'));
    const options = { contents: true, numberedHeadings: true };
    const content = await (await open('apa', memo, 'en-GB', false, options)).text('content.xml');
    expect(content.match(/text:reference-format="page" text:ref-name="heading-\d"/g)?.length).toBe(3);
    for (const mark of ['heading-1', 'heading-2', 'heading-3']) {
      expect(content).toContain(`<text:bookmark text:name="${mark}"/>`);
    }
    expect(content).toContain('1.1 Within');
    // The text keeps its distance from the last of them.
    const lines = [...content.matchAll(/<text:p text:style-name="Contents_20_(\d(?:_20_End)?)">/g)].map(
      ([, end]) => end,
    );
    expect(lines).toEqual(['1', '2', '1_20_End']);
    expect(await (await open('apa', memo)).text('content.xml')).not.toContain('table-of-content');
  });

  it('keeps white space that OpenDocument would join', () => {
    expect(odtText('  a  b\tc\nd e', true)).toBe(
      '<text:s text:c="2"/>a <text:s text:c="1"/>b<text:tab/>c<text:line-break/>d e',
    );
    expect(odtText(' a', false)).toBe(' a');
  });

  it('links to the web and to itself, to nothing else', async () => {
    const evil = document(paragraph({ type: 'link', url: 'javascript:alert(1)', children: [text('click')] }));
    const content = await (await open('apa', evil)).text('content.xml');
    expect(content).toContain('click');
    expect(content).not.toContain('javascript');
  });
});
