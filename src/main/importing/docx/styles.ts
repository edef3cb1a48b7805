import { childOf, elementsOf, type XmlElement } from '../../xml';
import type { TextStyle } from '../office/model';
import { meaningOf, type StyleMeaning } from '../office/style-names';
import { attribute, numberOf, toggle, valueOf } from './word-xml';

interface Style {
  name: string;
  basedOn: string | undefined;
  paragraph: XmlElement | undefined;
  run: XmlElement | undefined;
}

export interface ListReference {
  numId: string;
  level: number;
}

/** A document's styles, each asked with all those that it is based on. */
export class Styles {
  readonly #styles = new Map<string, Style>();
  readonly #defaultParagraph: string = '';

  constructor(root: XmlElement | undefined) {
    for (const element of elementsOf(root, 'style')) {
      const id = attribute(element, 'styleId') ?? '';
      this.#styles.set(id, {
        name: valueOf(element, 'name') ?? id,
        basedOn: valueOf(element, 'basedOn'),
        paragraph: childOf(element, 'pPr'),
        run: childOf(element, 'rPr'),
      });
      const isDefault = /^(?:1|true|on)$/u.test(attribute(element, 'default') ?? '');
      if (isDefault && attribute(element, 'type') === 'paragraph') this.#defaultParagraph = id;
    }
  }

  /** What a paragraph is, by its own outline level, its style's name, or its style's outline level. */
  meaning(properties: XmlElement | undefined): StyleMeaning | null {
    const own = numberOf(valueOf(properties, 'outlineLvl'));
    if (own !== undefined) return own < 9 ? { kind: 'heading', level: Math.min(6, own + 1) } : null;
    const id = valueOf(properties, 'pStyle') ?? this.#defaultParagraph;
    const chain = this.#chain(id);
    // A style that is not defined still has a telling name.
    for (const name of chain.length > 0 ? chain.map((style) => style.name) : [id]) {
      const meaning = meaningOf(name);
      if (meaning) return meaning;
    }
    const level = firstOf(chain, ({ paragraph }) => numberOf(valueOf(paragraph, 'outlineLvl')));
    return level !== undefined && level < 9 ? { kind: 'heading', level: Math.min(6, level + 1) } : null;
  }

  /** The list that a paragraph belongs to, by itself or by its style. Number 0 takes it out of its style's list. */
  list(properties: XmlElement | undefined): ListReference | null {
    const chain = this.#chain(valueOf(properties, 'pStyle') ?? this.#defaultParagraph);
    const reference = [properties, ...chain.map(({ paragraph }) => paragraph)].map((element) =>
      childOf(element, 'numPr'),
    );
    const numId = firstOf(reference, (element) => valueOf(element, 'numId'));
    if (numId === undefined || numId === '0') return null;
    return { numId, level: firstOf(reference, (element) => numberOf(valueOf(element, 'ilvl'))) ?? 0 };
  }

  /** How a run looks by itself and by its character style; null if it is hidden. */
  run(properties: XmlElement | undefined): Omit<TextStyle, 'href'> | null {
    const chain = this.#chain(valueOf(properties, 'rStyle') ?? '');
    const all = [properties, ...chain.map((style) => style.run)];
    const is = (local: string) => firstOf(all, (element) => toggle(element, local)) ?? false;
    if (is('vanish') || is('webHidden')) return null;
    const position = firstOf(all, (element) => valueOf(element, 'vertAlign'));
    return {
      strong: is('b'),
      emphasis: is('i'),
      code: chain.some(({ name }) => meaningOf(name)?.kind === 'preformatted'),
      position: position === 'superscript' || position === 'subscript' ? position : '',
    };
  }

  /** The language that texts have unless they say another. */
  static language(root: XmlElement | undefined): string {
    const defaults = childOf(childOf(childOf(root, 'docDefaults'), 'rPrDefault'), 'rPr');
    return valueOf(defaults, 'lang') ?? '';
  }

  /** The style and those it is based on; a style based on itself ends the chain. */
  #chain(id: string): Style[] {
    const chain: Style[] = [];
    for (let style = this.#styles.get(id); style && chain.length < 20; style = this.#styles.get(style.basedOn ?? '')) {
      chain.push(style);
    }
    return chain;
  }
}

function firstOf<T, U>(items: readonly T[], valueIn: (item: T) => U | undefined): U | undefined {
  for (const item of items) {
    const value = valueIn(item);
    if (value !== undefined) return value;
  }
  return undefined;
}
