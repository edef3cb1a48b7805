import { AlignmentType, LevelFormat, convertMillimetersToTwip } from 'docx';
import type { PreparedList } from './prepared';

/** Millimetres per level. */
const step = 8;
const maxLevel = 8;

/** Numbering of a Word document's lists; its definitions are known once all lists are written. */
export class ListNumbering {
  readonly #starts = new Set<number>();
  #lists = 0;

  /** The numbering of a new list's paragraphs; every list counts for itself. */
  begin(list: PreparedList, level: number) {
    if (list.ordered) this.#starts.add(list.start);
    return {
      reference: list.ordered ? `numbers-${list.start}` : 'bullets',
      level: Math.min(level, maxLevel),
      instance: ++this.#lists,
    };
  }

  /** The definitions that the lists so far ask for. */
  config() {
    return [bullets(), ...[...this.#starts].map(numbers)];
  }
}

function levelStyle(level: number) {
  const left = convertMillimetersToTwip((level + 1) * step);
  return { paragraph: { indent: { left, hanging: convertMillimetersToTwip(step) } } };
}

const levels = Array.from({ length: maxLevel + 1 }, (_, level) => level);

function bullets() {
  return {
    reference: 'bullets',
    levels: levels.map((level) => ({
      level,
      format: LevelFormat.BULLET,
      text: ['•', '◦', '▪'][level % 3] ?? '•',
      alignment: AlignmentType.START,
      style: levelStyle(level),
    })),
  };
}

function numbers(start: number) {
  return {
    reference: `numbers-${start}`,
    levels: levels.map((level) => ({
      level,
      format: LevelFormat.DECIMAL,
      text: `%${level + 1}.`,
      start: Math.max(0, start),
      alignment: AlignmentType.START,
      style: levelStyle(level),
    })),
  };
}
