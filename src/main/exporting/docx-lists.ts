import { AlignmentType, LevelFormat, convertMillimetersToTwip, type ILevelsOptions } from 'docx';
import type { WordListLevel, WordTemplate } from '../../shared/domain/word-template';
import type { PreparedList } from './prepared';

/** Millimetres per level. */
const step = 8;
const maxLevel = 8;

/** Numbering of a Word document's lists; its definitions are known once all lists are written. */
export class ListNumbering {
  readonly #starts = new Set<number>();
  #lists = 0;

  /** @param own how a template's lists begin */
  constructor(private readonly own: WordTemplate['lists']) {}

  /** The numbering of a new list's paragraphs; every list counts for itself. */
  begin(list: PreparedList, level: number) {
    if (list.ordered) this.#starts.add(list.start);
    return {
      reference: list.ordered ? `numbers-${list.start}` : 'bullets',
      level: Math.min(level, maxLevel),
      instance: ++this.#lists,
      custom: true,
    };
  }

  /** The definitions that the lists so far ask for. */
  config() {
    const { bullets: ownBullets = [], numbers: ownNumbers = [] } = this.own ?? {};
    return [bullets(ownBullets), ...[...this.#starts].map((start) => numbers(start, ownNumbers))];
  }
}

/** The style of Word that a list's items have: "List Bullet", "List Number 2". Word has five levels of them. */
export function listStyle(ordered: boolean, level: number): string {
  return `${ordered ? 'ListNumber' : 'ListBullet'}${level === 0 ? '' : Math.min(level, 4) + 1}`;
}

/** Those styles. */
export const listStyles = [true, false].flatMap((ordered) =>
  Array.from({ length: 5 }, (_, level) => ({
    id: listStyle(ordered, level),
    name: `List ${ordered ? 'Number' : 'Bullet'}${level === 0 ? '' : ` ${level + 1}`}`,
    basedOn: 'Normal',
    ...(level === 0 ? { quickFormat: true } : {}),
  })),
);

function ownLevel({ format, text, follow, left, hanging, font, bold, colour }: WordListLevel) {
  const indent = hanging < 0 ? { left, firstLine: -hanging } : { left, hanging };
  const run = { ...(font && { font }), ...(bold && { bold }), ...(colour && { color: colour }) };
  return { format, text, suffix: follow, alignment: AlignmentType.START, style: { run, paragraph: { indent } } };
}

function levelStyle(level: number) {
  const left = convertMillimetersToTwip((level + 1) * step);
  return { paragraph: { indent: { left, hanging: convertMillimetersToTwip(step) } } };
}

const levels = Array.from({ length: maxLevel + 1 }, (_, level) => level);

function bullets(own: readonly WordListLevel[]) {
  return {
    reference: 'bullets',
    levels: levels.map((level): ILevelsOptions => ({
      format: LevelFormat.BULLET,
      text: ['•', '◦', '▪'][level % 3] ?? '•',
      alignment: AlignmentType.START,
      style: levelStyle(level),
      ...(own[level] && ownLevel(own[level])),
      level,
    })),
  };
}

function numbers(start: number, own: readonly WordListLevel[]) {
  return {
    reference: `numbers-${start}`,
    levels: levels.map((level): ILevelsOptions => ({
      format: LevelFormat.DECIMAL,
      text: `%${level + 1}.`,
      alignment: AlignmentType.START,
      style: levelStyle(level),
      ...(own[level] && ownLevel(own[level])),
      level,
      start: Math.max(0, start),
    })),
  };
}
