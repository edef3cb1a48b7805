import { childOf, elementsOf, type XmlElement } from '../../xml';
import type { OpenBlock } from '../builder';
import type { ListReference } from './styles';
import { attribute, numberOf, valueOf } from './word-xml';

interface Level {
  ordered: boolean;
  start: number;
}

interface List {
  abstractId: string;
  levels: Map<number, Level>;
  /** Where this list begins anew although it shares another's numbering. */
  restarts: Map<number, number>;
}

/** A document's lists, counted as its paragraphs come. */
export class Numbering {
  readonly #lists = new Map<string, List>();
  /** Numbers reached, by abstract list and level: lists that share one go on counting. */
  readonly #reached = new Map<string, number[]>();
  readonly #begun = new Set<string>();

  constructor(root: XmlElement | undefined) {
    const abstracts = new Map<string, Map<number, Level>>();
    for (const element of elementsOf(root, 'abstractNum')) {
      abstracts.set(attribute(element, 'abstractNumId') ?? '', levelsOf(elementsOf(element, 'lvl')));
    }
    for (const element of elementsOf(root, 'num')) {
      const abstractId = valueOf(element, 'abstractNumId') ?? '';
      const overrides = elementsOf(element, 'lvlOverride');
      const restarts = new Map<number, number>();
      for (const override of overrides) {
        const start = numberOf(valueOf(override, 'startOverride'));
        if (start !== undefined) restarts.set(numberOf(attribute(override, 'ilvl')) ?? 0, start);
      }
      const own = levelsOf(overrides.flatMap((override) => childOf(override, 'lvl') ?? []));
      const levels = new Map([...(abstracts.get(abstractId) ?? []), ...own]);
      this.#lists.set(attribute(element, 'numId') ?? '', { abstractId, levels, restarts });
    }
  }

  /** The list item that a paragraph of a list is, with its number where the list is numbered. */
  next({ numId, level }: ListReference): OpenBlock {
    const item: OpenBlock = { kind: 'list-item', level: Math.max(1, Math.min(9, level + 1)) };
    const list = this.#lists.get(numId);
    const format = list?.levels.get(level);
    if (!list || !format) return item;
    const reached = this.#reached.get(list.abstractId) ?? [];
    this.#reached.set(list.abstractId, reached);
    const restart = this.#begun.has(`${numId}/${level}`) ? undefined : list.restarts.get(level);
    this.#begun.add(`${numId}/${level}`);
    const before = reached[level];
    const ordinal = restart ?? (before === undefined ? format.start : before + 1);
    reached.length = Math.min(reached.length, level);
    reached[level] = ordinal;
    return format.ordered && ordinal >= 0 ? { ...item, ordinal } : item;
  }
}

function levelsOf(elements: readonly XmlElement[]): Map<number, Level> {
  return new Map(
    elements.map((element) => [
      numberOf(attribute(element, 'ilvl')) ?? 0,
      {
        ordered: !/^(?:bullet|none)$/u.test(valueOf(element, 'numFmt') ?? 'decimal'),
        start: numberOf(valueOf(element, 'start')) ?? 1,
      },
    ]),
  );
}
