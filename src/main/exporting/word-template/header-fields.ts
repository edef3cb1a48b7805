/**
 * Fields in headers and footers. Only those are kept that look at the document itself (numbers of pages, title, headings, dates); of others, which may
 * fetch files, start programs or run code, what they showed last stays as text.
 */
const format = String.raw`(?:\s+\\[*@#]\s*(?:"[^"\\]{0,60}"|[A-Za-z\d]{1,30}))*`;
const counted = new RegExp(String.raw`^(PAGE|NUMPAGES|SECTION|SECTIONPAGES)${format}$`, 'i');
const property = new RegExp(String.raw`^(TITLE|SUBJECT|AUTHOR)${format}$`, 'i');
const dated = new RegExp(String.raw`^(DATE|TIME|CREATEDATE|SAVEDATE|PRINTDATE)${format}$`, 'i');
const styled =
  /^STYLEREF\s+(?:"([^"\\]{1,100})"|([\p{L}\p{N}]{1,100}))((?:\s+\\[lnprtw])*)(?:\s+\\\*\s*MERGEFORMAT)?$/iu;

/** What fields can say of the document they end up in; '' for what it does not have. */
export interface RunningTexts {
  title: string;
  subject: string;
  author: string;
  /** The first heading of each level that it has. */
  headings: ReadonlyMap<number, string>;
}

/** A field to write: its code, and what it shows until it is worked out (undefined: as it did). Without a code it is text. */
export interface KeptField {
  code: string | null;
  shown?: string;
}

/** @param texts undefined while a template is read, when there is no document yet */
export function keptField(code: string, texts: RunningTexts | undefined): KeptField {
  const said = code.trim().replace(/\s+/gu, ' ');
  if (said.length > 200) return { code: null };
  if (counted.test(said)) return { code: said, shown: '1' };
  if (dated.test(said)) return { code: said };
  const [, name = ''] = property.exec(said) ?? [];
  if (name !== '') return { code: said, ...(texts && { shown: ownProperty(name, texts) }) };
  const [whole, quoted, word = quoted, switches = ''] = styled.exec(said) ?? [];
  if (whole === undefined) return { code: null };
  return texts ? runningHead(word ?? '', switches, texts) : { code: said };
}

function ownProperty(name: string, texts: RunningTexts): string {
  return texts[name.toLowerCase() as 'title' | 'subject' | 'author'];
}

/**
 * A running head by the name of its style. Headings are called by their level, which Word knows in every language; where the memo has no heading of
 * that level Word would print an error, so its topmost level stands there, or the title.
 */
function runningHead(style: string, switches: string, { title, headings }: RunningTexts): KeptField {
  const asked = /^\D*([1-9])$/u.exec(style)?.[1];
  if (asked === undefined) return /^title$/i.test(style) ? { code: 'TITLE', shown: title } : { code: null, shown: '' };
  const level = headings.has(Number(asked)) ? Number(asked) : Math.min(...headings.keys());
  const shown = headings.get(level);
  if (shown === undefined) return { code: null, shown: title };
  return { code: `STYLEREF ${level}${switches}`, shown };
}

/** Content controls that show a property of the document, by the end of what they are bound to. */
export function boundField(xpath: string): string | undefined {
  const name = /(?:^|[/:])(title|subject|creator)(?:\[1\])?$/i.exec(xpath)?.[1]?.toLowerCase();
  return name === 'creator' ? 'AUTHOR' : name?.toUpperCase();
}
