import { childOf, elementsOf, xmlEscape, type XmlElement } from '../../xml';
import { attributesOf, letterLook, lookXml, paragraphLook, type ThemeFonts } from './looks';

/** A style of paragraphs or of letters. Its looks are XML that has been checked. */
export interface TemplateStyle {
  id: string;
  type: 'paragraph' | 'character';
  name: string;
  isDefault: boolean;
  basedOn: string | undefined;
  next: string | undefined;
  link: string | undefined;
  paragraph: string;
  letters: string;
}

export interface TemplateStyles {
  /** What holds where no style says otherwise. */
  defaults: { paragraph: string; letters: string };
  styles: TemplateStyle[];
}

const namespace = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const mostStyles = 2000;

/** What is taken over of a part "styles.xml". Hostile input is met here each time, since libraries travel. */
export function readStyles(root: XmlElement, fonts?: ThemeFonts): TemplateStyles {
  const defaults = childOf(root, 'docDefaults');
  const seen = new Set<string>();
  const styles = elementsOf(root, 'style')
    .slice(0, mostStyles)
    .flatMap((element) => readStyle(element, fonts))
    .filter(({ id, name }) => {
      const isNew = !seen.has(`id ${id}`) && !seen.has(`name ${name.toLowerCase()}`);
      seen.add(`id ${id}`).add(`name ${name.toLowerCase()}`);
      return isNew;
    });
  return {
    defaults: {
      paragraph: lookXml(childOf(childOf(defaults, 'pPrDefault'), 'pPr'), paragraphLook, fonts),
      letters: lookXml(childOf(childOf(defaults, 'rPrDefault'), 'rPr'), letterLook, fonts),
    },
    styles,
  };
}

function readStyle(element: XmlElement, fonts?: ThemeFonts): TemplateStyle[] {
  const { type, styleId: id = '', default: byDefault } = attributesOf(element);
  const value = (name: string) => {
    const child = childOf(element, name);
    return child && attributesOf(child)['val'];
  };
  const name = (value('name') ?? '').trim();
  if ((type !== 'paragraph' && type !== 'character') || !isName(id) || !isName(name)) return [];
  return [
    {
      id,
      type,
      name,
      isDefault: byDefault === '1' || byDefault === 'true',
      basedOn: value('basedOn'),
      next: type === 'paragraph' ? value('next') : undefined,
      link: value('link'),
      paragraph: type === 'paragraph' ? lookXml(childOf(element, 'pPr'), paragraphLook, fonts) : '',
      letters: lookXml(childOf(element, 'rPr'), letterLook, fonts),
    },
  ];
}

function isName(text: string): boolean {
  return /^[^\p{C}]{1,200}$/u.test(text);
}

/** As a part "styles.xml" again. */
export function writeStyles({ defaults, styles }: TemplateStyles): string {
  return `<w:styles xmlns:w="${namespace}">${defaultsXml(defaults)}${styles.map(styleXml).join('')}</w:styles>`;
}

/** @param language of the document, as XML, among what holds for all letters */
export function defaultsXml({ paragraph, letters }: TemplateStyles['defaults'], language = ''): string {
  const run = `<w:rPrDefault><w:rPr>${letters}${language}</w:rPr></w:rPrDefault>`;
  return `<w:docDefaults>${run}<w:pPrDefault><w:pPr>${paragraph}</w:pPr></w:pPrDefault></w:docDefaults>`;
}

export function styleXml({
  id,
  type,
  name,
  isDefault,
  basedOn,
  next,
  link,
  paragraph,
  letters,
}: TemplateStyle): string {
  const reference = (element: string, value: string | undefined) =>
    value === undefined ? '' : `<w:${element} w:val="${xmlEscape(value)}"/>`;
  return (
    `<w:style w:type="${type}"${isDefault ? ' w:default="1"' : ''} w:styleId="${xmlEscape(id)}">` +
    reference('name', name) +
    reference('basedOn', basedOn) +
    reference('next', next) +
    reference('link', link) +
    '<w:qFormat/>' +
    (paragraph === '' ? '' : `<w:pPr>${paragraph}</w:pPr>`) +
    (letters === '' ? '' : `<w:rPr>${letters}</w:rPr>`) +
    '</w:style>'
  );
}
