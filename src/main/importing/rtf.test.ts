import { describe, expect, it } from 'vitest';
import { outline, readDocument } from './testing';

const bytesOf = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));
const read = (body: string, head = '\\ansi\\ansicpg1252') =>
  readDocument('note.rtf', bytesOf(`{\\rtf1${head}{\\info{\\title A title}}${body}}`));

describe('a rich-text document', () => {
  it('is read in the code pages of its fonts, and in Unicode where it has that', async () => {
    const fonts =
      '{\\fonttbl{\\f0\\fswiss\\fcharset0 Arial;}{\\f1\\fcharset204 Arial;}{\\f2\\fcharset128 MS;}{\\f3\\fcharset2 Symbol;}{\\f4\\cpg1254 Arial;}}\\deff0';
    const document = await read(
      `${fonts}caf\\'e9 \\'93quoted\\'94 {\\f1 \\'cf\\'ee\\'f0\\'f2} {\\f2 \\'8d\\'60} {\\f3 a} {\\f4 \\'fe\\'fd}\\par ` +
        "{\\uc1\\u1055?\\u1086\\'ee\\u1088?} {\\uc2\\u8364\\'80\\'80}{\\uc0\\u-10179\\u-8704} \\u55357?x{\\upr{old}{\\*\\ud new}}\\par " +
        'a\\~b\\_c\\-d\\emdash e\\{\\}\\\\ \\lquote f\\rquote\\line g\\tab h',
    );
    expect(outline(document)).toEqual([
      'paragraph|café “quoted” Порт 港 α şı',
      'paragraph|Пор €😀 \uFFFDxnew',
      'paragraph|a\u00A0b\u2011c\u00ADd—e{}\\ ‘f’\ng h',
    ]);
  });

  it('has headings and quotations by its style sheet or by their level', async () => {
    const styles =
      '{\\stylesheet{\\s0 Normal;}{\\s1\\outlinelevel0\\b heading 1;}{\\s2\\sbasedon1 Rubrik;}{\\s3 Quote;}{\\*\\cs4 Strong;}{\\s5\\outlinelevel2 Zwischen;}{\\s6\\sbasedon6 Kreis;}}';
    const line = (style: string, text: string) => `\\pard\\plain${style} ${text}\\par `;
    const document = await read(
      styles +
        line('\\s1\\b', 'The mole') +
        line('\\s2', 'In stone') +
        line('\\s3', 'We built it.') +
        line('\\s5', 'Twice') +
        line('\\outlinelevel3', 'In wood') +
        line('\\s6', '{\\b Bold}, {\\i slanted}, x{\\super 2}, {\\v hidden}{\\deleted gone}plain.'),
    );
    expect(outline(document)).toEqual([
      'heading 1|The mole',
      'heading 1|In stone',
      'quotation|We built it.',
      'heading 3|Twice',
      'heading 4|In wood',
      'paragraph|Bold, slanted, x2, plain.|strong:Bold|emphasis:slanted|superscript:2',
    ]);
    expect(document.warnings).toEqual([expect.stringContaining('tracked changes')]);
  });

  it('has lists by what is printed before them, and tables', async () => {
    const item = (label: string, level: number, text: string) =>
      `{\\listtext ${label}\\tab}\\pard\\ls1\\ilvl${level} ${text}\\par `;
    const document = await read(
      item('3.', 0, 'Three') +
        item('a)', 1, 'A') +
        item('b)', 1, 'B') +
        item("\\'b7", 0, 'Dot') +
        '\\pard\\trowd\\cellx100\\cellx200\\intbl One\\par two\\cell \\cell Three\\cell\\row\\trowd\\intbl Four\\cell {Five\\nestcell{\\nonesttables\\par}six}\\cell\\row\\pard After.\\par',
    );
    expect(outline(document)).toEqual([
      'list-item 1 #3|Three',
      'list-item 2 #1|A',
      'list-item 2 #2|B',
      'list-item 1|Dot',
      'table-row|One two\t\tThree',
      'table-row|Four\tFive six',
      'paragraph|After.',
    ]);
  });

  it('has notes, links, text boxes and what pictures show, and no headers or instructions', async () => {
    const field = (instruction: string, shown: string) =>
      `{\\field{\\*\\fldinst {${instruction}}}{\\fldrslt {${shown}}}}`;
    const document = await read(
      '{\\header Page one}{\\*\\generator Some program;}Paid{\\super\\chftn}{\\footnote {\\super\\chftn} The \\i ledger\\i0 .} twice{\\super *}{\\footnote * Starred.}, ' +
        field('HYPERLINK "https://a.example/?q=1"', 'here') +
        field('HYPERLINK "file:///etc/passwd"', ' there') +
        field('TOC \\\\o', 'The mole 3') +
        '.{\\shp{\\*\\shpinst{\\sp{\\sn wzName}{\\sv Box}}{\\shptxt In the box.\\par}}{\\shprslt In the box.}}' +
        '{\\*\\shppict{\\pict{\\*\\picprop{\\sp{\\sn wzDescription}{\\sv The quay at night}}}\\pngblip 89504e47}}{\\nonshppict{\\pict 00}}\\par Next.',
    );
    expect(outline(document)).toEqual([
      'paragraph|Paid1 twice*, here there.|superscript:1|superscript:*|link:here→https://a.example/?q=1',
      'caption|[The quay at night]',
      'paragraph|In the box.',
      'paragraph|Next.',
      'footnote #1|The ledger.|emphasis:ledger',
      'footnote|* Starred.',
    ]);
  });

  it('survives binary data, stray braces, cut ends and deep nesting', async () => {
    expect(outline(await read('a{\\*\\x\\bin3 }}}b}{\\pict\\bin2 {{}c\\par}}} d'))).toEqual([
      'paragraph|ac',
      'paragraph|d',
    ]);
    const cut = await readDocument('cut.rtf', bytesOf('{\\rtf1 Some words {\\b and more \\u12'));
    expect(cut.text).toContain('Some words and more');
    expect(cut.warnings).toEqual([expect.stringContaining('cut short')]);
    await expect(read('{'.repeat(5000))).rejects.toThrow(/nested too deeply/u);
  });
});
