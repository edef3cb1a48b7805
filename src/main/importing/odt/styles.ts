import { childOf, elementsOf, type XmlElement } from '../../xml';
import type { TextStyle } from '../office/model';
import { meaningOf, type StyleMeaning } from '../office/style-names';

interface Style {
  name: string;
  parent: string;
  /** Made by the program for what was formatted by hand. */
  automatic: boolean;
  text: Record<string, string>;
}

export interface ListLevel {
  ordered: boolean;
  start: number;
}

/** What characters look like by one style; what it leaves open is as around it. `hidden` ones are not shown. */
export type PartialLook = Partial<Omit<TextStyle, 'href'>> & { hidden?: boolean };

/** The styles of a text: its named ones and those that formatting by hand has made. */
export class Styles {
  readonly #styles = new Map<string, Style>();
  readonly #lists = new Map<string, Map<number, ListLevel>>();
  readonly language: string = '';

  /** @param parts the elements that hold styles: `office:styles` and `office:automatic-styles`, of all parts */
  constructor(parts: readonly XmlElement[]) {
    for (const part of parts) {
      for (const element of elementsOf(part)) {
        const name = element.attrs['style:name'] ?? '';
        const text = childOf(element, 'text-properties')?.attrs ?? {};
        if (element.name === 'style:style') {
          this.#styles.set(`${element.attrs['style:family']} ${name}`, {
            name: element.attrs['style:display-name'] ?? decodeName(name),
            parent: element.attrs['style:parent-style-name'] ?? '',
            automatic: part.local === 'automatic-styles',
            text,
          });
        } else if (element.name === 'text:list-style') this.#lists.set(name, levelsOf(element));
        else if (element.name === 'style:default-style' && element.attrs['style:family'] === 'paragraph') {
          const [language = '', country = ''] = [text['fo:language'], text['fo:country']];
          this.language = /^[A-Z]{2}$/u.test(country) ? `${language}-${country}` : language;
        }
      }
    }
  }

  /** What a paragraph's style, or one that it is based on, says by its name. */
  meaning(name: string): StyleMeaning | null {
    const chain = this.#chain('paragraph', name);
    // A style that is not defined still has a telling name.
    for (const known of [...chain.map((style) => style.name), decodeName(chain.at(-1)?.parent ?? name)]) {
      const meaning = meaningOf(known);
      if (meaning) return meaning;
    }
    return null;
  }

  /** What was given to a paragraph's characters by hand: its named style is the business of `meaning`. */
  paragraphLook(name: string): PartialLook {
    const [own] = this.#chain('paragraph', name);
    return own?.automatic ? lookOf(own.text) : {};
  }

  spanLook(name: string): PartialLook {
    const chain = this.#chain('text', name);
    const look = [...chain].reverse().reduce<PartialLook>((sum, style) => ({ ...sum, ...lookOf(style.text) }), {});
    const isCode = chain.some((style) => meaningOf(style.name)?.kind === 'preformatted');
    return isCode ? { ...look, code: true } : look;
  }

  listLevel(style: string, level: number): ListLevel | undefined {
    return this.#lists.get(style)?.get(level);
  }

  #chain(family: string, name: string): Style[] {
    const chain: Style[] = [];
    let style = this.#styles.get(`${family} ${name}`);
    while (style && chain.length < 20) {
      chain.push(style);
      style = this.#styles.get(`${family} ${style.parent}`);
    }
    return chain;
  }
}

function lookOf(text: Record<string, string>): PartialLook {
  const look: PartialLook = {};
  const weight = text['fo:font-weight'];
  const slant = text['fo:font-style'];
  const position = text['style:text-position'];
  if (weight !== undefined) look.strong = weight === 'bold' || Number(weight) >= 600;
  if (slant !== undefined) look.emphasis = slant === 'italic' || slant === 'oblique';
  if (position !== undefined) look.position = positionOf(position);
  if (text['text:display'] === 'none') look.hidden = true;
  return look;
}

/** "super 58%", "sub 58%", "33% 58%", "-33% 58%", "0% 100%". */
function positionOf(value: string): TextStyle['position'] {
  if (value.startsWith('super')) return 'superscript';
  if (value.startsWith('sub')) return 'subscript';
  const raised = Number.parseFloat(value);
  return raised > 0 ? 'superscript' : raised < 0 ? 'subscript' : '';
}

function levelsOf(list: XmlElement): Map<number, ListLevel> {
  return new Map(
    elementsOf(list).map(({ local, attrs }) => [
      Number(attrs['text:level']),
      {
        ordered: local === 'list-level-style-number' && (attrs['style:num-format'] ?? '') !== '',
        start: Number.parseInt(attrs['text:start-value'] ?? '1', 10) || 0,
      },
    ]),
  );
}

/** "Text_20_body": what may not stand in an XML name is written as its code. */
function decodeName(name: string): string {
  return name.replace(/_([0-9a-f]{2,4})_/giu, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}
