import { describe, expect, it } from 'vitest';
import { Losses } from '../values';
import { readEndNote } from './read';
import { writeEndNote } from './write';

/** As EndNote's own export has it, with our own text. */
const exported = `<?xml version="1.0" encoding="UTF-8"?><xml><records><record>
<database name="tarn.enl" path="C:\\tarn.enl">tarn.enl</database><source-app name="EndNote" version="20.0">EndNote</source-app><rec-number>1</rec-number>
<ref-type name="Journal Article">17</ref-type>
<contributors><authors><author><style face="normal" font="default" size="100%">van der Vell, Ada</style></author><author>Ministry of Waterways,</author></authors></contributors>
<titles><title><style face="normal" font="default" size="100%">Closing the </style><style face="bold italic" font="default" size="100%">Tarn</style><style face="superscript" font="default" size="100%">2</style></title>
<secondary-title><style face="normal">Ostland Quarterly</style></secondary-title></titles><periodical><full-title>Ostland Quarterly</full-title><abbr-1>OQ</abbr-1></periodical>
<pages>44-61</pages><volume>12</volume><number>3</number><keywords><keyword>trade</keyword><keyword>воды</keyword></keywords>
<dates><year>2022</year><pub-dates><date>18 April</date></pub-dates></dates><isbn>1234-5679&#xD;0-306-40615-2</isbn><abstract>A summary.</abstract><label>read later</label>
<notes>Read twice.&#xD;And again.</notes><urls><related-urls><url>https://tarn.example/a</url></related-urls><pdf-urls><url>internal-pdf://1/closing.pdf</url></pdf-urls></urls>
<electronic-resource-num>10.1234/oq.2022.44</electronic-resource-num><access-date>5 January 2023</access-date><coden>ABCD</coden><language>en</language></record></records></xml>`;

describe('EndNote XML', () => {
  it('brings records in with inline type, whatever their fonts', () => {
    const [record] = readEndNote(exported).references;
    expect(record?.csl).toMatchObject({
      type: 'article-journal',
      title: 'Closing the <i><b>Tarn</b></i><sup>2</sup>',
      author: [
        { 'non-dropping-particle': 'van der', family: 'Vell', given: 'Ada' },
        { literal: 'Ministry of Waterways' },
      ],
      'container-title': 'Ostland Quarterly',
      'container-title-short': 'OQ',
      volume: '12',
      issue: '3',
      page: '44-61',
      issued: { 'date-parts': [[2022, 4, 18]] },
      accessed: { 'date-parts': [[2023, 1, 5]] },
      ISSN: '1234-5679',
      ISBN: '0-306-40615-2',
      DOI: '10.1234/oq.2022.44',
      custom: { LB: 'read later' },
    });
    expect(record).toMatchObject({
      citationKey: '',
      tags: ['trade', 'воды'],
      notes: ['Read twice.\nAnd again.'],
      files: ['1/closing.pdf'],
      lost: ['the field “coden”'],
    });
  });

  it('keeps italics and the lines of notes on the way out and back', () => {
    const title = 'On <i>Tarn</i> & H<sub>2</sub>O < 5';
    const text = writeEndNote(
      [{ citationKey: 'k', csl: { type: 'book', title }, tags: [], notes: ['One\nTwo'], collections: [] }],
      new Losses(),
    );
    expect(text).toContain('<style face="italic" font="default" size="100%">Tarn</style>');
    expect(readEndNote(text).references[0]).toMatchObject({ citationKey: 'k', csl: { title }, notes: ['One\nTwo'] });
  });

  it.each([
    ['an entity bomb', exported.replace('?>', '?><!DOCTYPE x [<!ENTITY a "b">]>'), 'DOCTYPE'],
    ['a file that is cut short', exported.slice(0, 700), 'well-formed'],
    ['a file without records', '<xml><records></records></xml>', 'no references'],
  ])('refuses %s in a sentence', (_, text, words) => {
    expect(() => readEndNote(text)).toThrow(
      expect.objectContaining({ code: 'unreadable', message: expect.stringContaining(words) }),
    );
  });
});
