import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { WordTemplate } from '../../../shared/domain/word-template';
import { anyDocument } from '../../../shared/memo/document.arbitrary';
import { openZip } from '../../importing/zip';
import { parseXml } from '../../xml';
import { writeDocx } from '../docx';
import { prepareFixture, redPixel } from '../fixture';
import { letterhead } from './letterhead';
import { readWordTemplate } from './read';

let template: WordTemplate;
beforeAll(async () => {
  template = await readWordTemplate('Letterhead.dotx', await letterhead(redPixel));
});

const refuse = (reason: string) => new Error(reason);

describe('every memo', () => {
  it('exports with a template as without: the same words in the same styles', { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(anyDocument, async (shown) => {
        const prepared = await prepareFixture('apa', shown, 'en-GB', false, { contents: true });
        const texts = [null, template].map(async (wordTemplate) => {
          const options = { ...prepared.options, wordTemplate };
          const zip = await openZip(await writeDocx({ ...prepared, options }), 50_000_000);
          for (const name of zip.names) if (/\.(xml|rels)$/.test(name)) parseXml(await zip.text(name), refuse);
          return ['document', 'footnotes'].map((part) => zip.text(`word/${part}.xml`));
        });
        const [without, withTemplate] = await Promise.all(texts.map(async (text) => Promise.all(await text)));
        expect(withTemplate?.map(wordsOnly)).toEqual(without?.map(wordsOnly));
      }),
      // Shrinking would take minutes.
      { numRuns: 8, endOnFailure: true },
    );
  });
});

/** Without the section, names of links and bookmarks and the pages and sizes that follow from the paper. */
function wordsOnly(xml: string): string[] {
  return xml
    .replace(/<w:sectPr>.*<\/w:sectPr>/s, '')
    .replace(/(<w:bookmark\w+) ([^>]*)w:id="\d+"/g, '$1 $2')
    .replace(/ r:(id|embed)="[^"]*"/g, '')
    .replace(/<w:drawing>.*?<\/w:drawing>/gs, 'picture')
    .replace(/_Toc\d+/g, '_Toc')
    .replace(/<w:(gridCol|tcW) [^>]*\/>/g, 'column')
    .replace(/ w:pos="\d+"/g, '')
    .replace(/(PAGEREF [^<]*<\/w:instrText>(?:(?!<w:t[ >]).)*<w:t[^>]*>)\d+/g, '$1')
    .split('<w:p>');
}
