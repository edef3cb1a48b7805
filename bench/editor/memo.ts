import { itemCiting } from '../../src/shared/memo/citation-item';
import type {
  CitationItem,
  Inline,
  ListBlock,
  MemoBlock,
  MemoDocument,
  TextMark,
} from '../../src/shared/memo/document';
import { memoDocumentVersion } from '../../src/shared/memo/document';
import { normaliseDocument } from '../../src/shared/memo/normalise';
import { seeded, type Random } from '../random';
import { likelyRank, wordOfRank } from '../words';

/** How long a generated memo is. */
export interface MemoAmounts {
  words: number;
  citations: number;
}

/** What a generated memo may point to. */
export interface Cited {
  sourceIds: readonly string[];
  /** Excerpts with their words and source. */
  excerpts: readonly { id: string; sourceId: string; text: string }[];
  claimIds: readonly string[];
}

/**
 * A memo as long reports are: parts and sections, paragraphs with citations, some of them in footnotes, lists, tables,
 * quotations of excerpts, links, words in bold and italics, passages marked as claims. The same for the same seed.
 */
export function makeMemo({ words, citations }: MemoAmounts, cited: Cited, seed = 6): MemoDocument {
  const random = seeded(seed);
  const writer = new MemoWriter(random, cited, citations / words);
  const blocks: MemoBlock[] = [];
  while (writer.words < words) {
    const number = blocks.length;
    if (number % 120 === 0) blocks.push({ type: 'heading', level: 1, children: [writer.text(3 + random.below(4))] });
    else if (number % 24 === 0)
      blocks.push({ type: 'heading', level: 2, children: [writer.text(4 + random.below(5))] });
    else blocks.push(writer.block());
  }
  return normaliseDocument({ version: memoDocumentVersion, blocks });
}

class MemoWriter {
  words = 0;
  #citations = 0;

  constructor(
    private readonly random: Random,
    private readonly cited: Cited,
    /** Citations for each word. */
    private readonly density: number,
  ) {}

  block(): MemoBlock {
    const roll = this.random.number();
    if (roll < 0.08) return this.#list(3 + this.random.below(5));
    if (roll < 0.1) return this.#table(4 + this.random.below(4));
    if (roll < 0.14) return { type: 'quotation', children: [this.text(25 + this.random.below(20))] };
    if (roll < 0.22) return this.#excerptQuotation();
    return { type: 'paragraph', children: this.#sentences(60 + this.random.below(70)) };
  }

  text(count: number, marks: TextMark[] = []): Inline {
    this.words += count;
    const words = Array.from({ length: count }, () => wordOfRank('Latn', likelyRank(this.random, 40_000)));
    const text = words.join(' ');
    return { type: 'text', text: `${text[0]!.toUpperCase()}${text.slice(1)}. `, formats: [], marks };
  }

  /** Sentences of so many words together, with what stands in and after them. */
  #sentences(count: number): Inline[] {
    const children: Inline[] = [];
    for (const until = this.words + count; this.words < until;) {
      const roll = this.random.number();
      const length = 10 + this.random.below(14);
      if (roll < 0.06) children.push({ ...this.text(length), formats: ['italic'] } as Inline);
      else if (roll < 0.09) children.push({ ...this.text(3), formats: ['bold'] } as Inline);
      else if (roll < 0.12) children.push(this.text(length, [{ kind: 'claim', id: this.#pick(this.cited.claimIds) }]));
      else if (roll < 0.14) {
        children.push({ type: 'link', url: `https://example.org/${this.words}`, children: [this.text(3)] });
      } else children.push(this.text(length));
      if (this.#citations < this.words * this.density) children.push(this.#noteOrCitation());
    }
    return children;
  }

  #noteOrCitation(): Inline {
    if (this.random.number() > 0.1) return this.#citation();
    const id = `note-${this.words}-${this.#citations}`;
    const before = this.words;
    const children = [this.text(8 + this.random.below(16)), this.#citation()];
    // As everywhere, the words of footnotes are not counted.
    this.words = before;
    return { type: 'footnote', id, children };
  }

  #citation(): Inline {
    const id = `cite-${this.#citations}`;
    this.#citations += 1;
    const items = Array.from({ length: this.random.number() < 0.12 ? 2 : 1 }, () => this.#item());
    return { type: 'citation', id, marks: [], items };
  }

  /** Every source in turn at first, so that all are cited, then the common ones more often. */
  #item(): CitationItem {
    const { sourceIds, excerpts } = this.cited;
    const fresh = this.#citations <= sourceIds.length ? sourceIds[this.#citations - 1] : undefined;
    if (fresh === undefined && this.random.number() < 0.5) {
      const excerpt = this.#pick(excerpts);
      return itemCiting(excerpt.sourceId, { label: 'paragraph', locator: '1', excerptId: excerpt.id });
    }
    const sourceId = fresh ?? sourceIds[likelyRank(this.random, sourceIds.length, 20)]!;
    const locator = this.random.number() < 0.7 ? String(1 + this.random.below(400)) : '';
    return itemCiting(sourceId, { locator });
  }

  #excerptQuotation(): MemoBlock {
    const { id, text } = this.#pick(this.cited.excerpts);
    this.words += text.split(' ').length;
    return { type: 'excerpt-quotation', excerptId: id, children: [{ type: 'text', text, formats: [], marks: [] }] };
  }

  #list(items: number): ListBlock {
    const ordered = this.random.number() < 0.4;
    const made = Array.from({ length: items }, () => ({ children: this.#sentences(10), nested: null }));
    return { type: 'list', ordered, start: 1, items: made };
  }

  #table(rows: number): MemoBlock {
    const cell = (header: boolean) => ({ header, children: [this.text(header ? 1 : 4)] });
    return {
      type: 'table',
      rows: Array.from({ length: rows }, (_, row) => ({ cells: Array.from({ length: 4 }, () => cell(row === 0)) })),
    };
  }

  #pick<T>(items: readonly T[]): T {
    return this.random.pick(items);
  }
}
