import { countryOf, withCountry } from '../../shared/domain/language';
import type { Direction } from './direction';
import { attributes } from './odt-xml';
import type { Look } from './prepared';

/** Named styles whose lines stand in the middle in either direction. */
const centred: ReadonlySet<string> = new Set(['Figure_20_Caption']);

/** The styles that a text needs beside the named ones: looks of words, directions of paragraphs, numbers of lists. Each is written once. */
export class AutomaticStyles {
  readonly #names = new Map<string, string>();
  readonly #written: string[] = [];

  /** The name of a paragraph style that is a named one in a direction; the named one itself where that is the memo's. */
  paragraph(parent: string, direction: Direction, own: Direction): string {
    if (direction === own) return parent;
    const mode = direction === 'rtl' ? 'rl-tb' : 'lr-tb';
    // subtle: LibreOffice takes "start" for the left, whatever the direction.
    const align = centred.has(parent) ? undefined : direction === 'rtl' ? 'right' : 'left';
    const inner = `<style:paragraph-properties${attributes({ 'style:writing-mode': mode, 'fo:text-align': align })}/>`;
    return this.#once('P', `${parent} ${inner}`, (name) => {
      const head = { 'style:name': name, 'style:family': 'paragraph', 'style:parent-style-name': parent };
      return `<style:style${attributes(head)}>${inner}</style:style>`;
    });
  }

  /** The name of a style for words of a look and a language; undefined where they need none. */
  text(look: Look, language: string | null, direction: Direction): string | undefined {
    const properties = attributes({ ...lookProperties(look), ...languageProperties(language, direction) });
    if (properties === '') return undefined;
    return this.#once('T', properties, (name) => {
      const head = attributes({ 'style:name': name, 'style:family': 'text' });
      return `<style:style${head}><style:text-properties${properties}/></style:style>`;
    });
  }

  /** The name of the style of a list. */
  list(ordered: boolean, start: number, level: number): string {
    return this.#once('L', `${ordered ? start : 'bullets'} ${level}`, (name) => {
      const levels = Array.from({ length: 10 }, (_, index) => listLevel(ordered, index === level ? start : 1, index));
      return `<text:list-style style:name="${name}">${levels.join('')}</text:list-style>`;
    });
  }

  /** The name of a style for a column of a table. @param share of the width, beside the others */
  column(share: number): string {
    return this.#once('C', `column ${share}`, (name) => {
      const head = attributes({ 'style:name': name, 'style:family': 'table-column' });
      return `<style:style${head}><style:table-column-properties style:rel-column-width="${share}*"/></style:style>`;
    });
  }

  xml(): string {
    return this.#written.join('');
  }

  #once(prefix: string, key: string, write: (name: string) => string): string {
    const known = this.#names.get(`${prefix} ${key}`);
    if (known !== undefined) return known;
    const name = `${prefix}${this.#names.size + 1}`;
    this.#names.set(`${prefix} ${key}`, name);
    this.#written.push(write(name));
    return name;
  }
}

function lookProperties(look: Look): Record<string, string | undefined> {
  const weight = look.bold ? 'bold' : undefined;
  const slant = look.italic ? 'italic' : undefined;
  return {
    'fo:font-weight': weight,
    'style:font-weight-complex': weight,
    'style:font-weight-asian': weight,
    'fo:font-style': slant,
    'style:font-style-complex': slant,
    'style:font-style-asian': slant,
    'fo:font-variant': look.smallCaps ? 'small-caps' : undefined,
    'style:text-underline-style': look.underline ? 'solid' : undefined,
    'style:text-underline-width': look.underline ? 'auto' : undefined,
    'style:text-underline-color': look.underline ? 'font-color' : undefined,
    'style:text-line-through-style': look.strikethrough ? 'solid' : undefined,
    'style:text-position': look.vertical ? `${look.vertical} 58%` : undefined,
    'style:font-name': look.code ? 'Mono' : undefined,
  };
}

/**
 * OpenDocument names languages of Arabic and Hebrew letters, and those of East Asia, apart from all others; and a language that is more
 * than a name and a country by its whole tag beside them, for programs that do not read that.
 */
function languageProperties(language: string | null, direction: Direction): Record<string, string> {
  if (language === null) return {};
  const [prefix, suffix] =
    direction === 'rtl' ? ['style', '-complex'] : /^(ja|ko|zh)\b/.test(language) ? ['style', '-asian'] : ['fo', ''];
  const { language: name, script } = new Intl.Locale(language);
  const country = countryOf(language) ?? 'none';
  const isMore = language !== name && language !== `${name}-${country}`;
  return {
    [`${prefix}:language${suffix}`]: name,
    ...(script === undefined ? {} : { [`${prefix}:script${suffix}`]: script }),
    [`${prefix}:country${suffix}`]: country,
    ...(isMore ? { [`style:rfc-language-tag${suffix}`]: withCountry(language) } : {}),
  };
}

function listLevel(ordered: boolean, start: number, level: number): string {
  const left = `${(level + 1) * 8}mm`;
  const position =
    '<style:list-level-properties text:list-level-position-and-space-mode="label-alignment">' +
    `<style:list-level-label-alignment text:label-followed-by="listtab" text:list-tab-stop-position="${left}"` +
    ` fo:text-indent="-8mm" fo:margin-left="${left}"/></style:list-level-properties>`;
  if (!ordered) {
    const bullet = ['•', '◦', '▪'][level % 3] ?? '•';
    return `<text:list-level-style-bullet text:level="${level + 1}" text:bullet-char="${bullet}">${position}</text:list-level-style-bullet>`;
  }
  const number = attributes({
    'text:level': level + 1,
    'style:num-format': '1',
    'style:num-suffix': '.',
    'text:start-value': Math.max(0, start),
  });
  return `<text:list-level-style-number${number}>${position}</text:list-level-style-number>`;
}
