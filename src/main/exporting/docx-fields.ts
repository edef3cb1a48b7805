import { TextRun, XmlComponent } from 'docx';

/** Fields as Word itself writes them, of several runs: programs that know no fields, pandoc among them, read what they show. */

class FieldSign extends XmlComponent {
  constructor(type: 'begin' | 'separate' | 'end') {
    super('w:fldChar');
    this.root.push({ _attr: { 'w:fldCharType': type } });
  }
}

class FieldCode extends XmlComponent {
  constructor(code: string) {
    super('w:instrText');
    this.root.push({ _attr: { 'xml:space': 'preserve' } }, code);
  }
}

const sign = (type: 'begin' | 'separate' | 'end') => new TextRun({ children: [new FieldSign(type)] });

/** What opens a field; `fieldEnd` closes it, in the same paragraph or a later one. */
export function fieldStart(code: string): TextRun[] {
  return [sign('begin'), new TextRun({ children: [new FieldCode(` ${code} `)] }), sign('separate')];
}

export function fieldEnd(): TextRun {
  return sign('end');
}

/** A field with what it shows until Word works it out. */
export function field(code: string, shown: string): TextRun[] {
  return [...fieldStart(code), new TextRun(shown), fieldEnd()];
}

/** Numbers that docx works out it writes into the run of the sign before them; they get one of their own again. */
export function partedFields(xml: string): string {
  return xml.replace(
    /(<w:fldChar w:fldCharType="separate"\/>)(<w:t[^>]*>[^<]*<\/w:t>)<\/w:r><w:r>(?:<w:t[^>]*><\/w:t>|<w:t[^>]*\/>)?<\/w:r>/g,
    '$1</w:r><w:r>$2</w:r>',
  );
}
