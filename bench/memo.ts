import type { CslItem } from '../src/shared/domain/csl';
import { itemCiting } from '../src/shared/memo/citation-item';
import {
  memoDocumentVersion,
  type CitationInline,
  type CitationItem,
  type Inline,
  type MemoBlock,
  type MemoDocument,
} from '../src/shared/memo/document';
import { personAt } from './names';
import { seeded, type Random } from './random';
import { likelyRank, wordOfRank, writeParagraph } from './words';

/** How large a generated memo is. The defaults make the one of the benchmarks: about 50,000 words. */
export interface MemoSize {
  paragraphs: number;
  wordsPerParagraph: number;
  citations: number;
  sources: number;
}

export const largeMemo: MemoSize = { paragraphs: 500, wordsPerParagraph: 100, citations: 1000, sources: 400 };

export interface MadeMemo {
  title: string;
  document: MemoDocument;
  sources: { id: string; citationKey: string; csl: CslItem }[];
}

const idOf = (kind: number, number: number) =>
  `0190${kind.toString(16).padStart(4, '0')}-0000-7000-8000-${number.toString(16).padStart(12, '0')}`;

/**
 * A memo of paragraphs under headings, with citations spread over it, always the same one for the same size and seed. Every source is cited once
 * before any is cited again as often as people do: the next time mostly soon after, often with a page, now and then two in one citation, a few in
 * footnotes of the author's own. Sources share surnames and years as real ones do, and some have organisations, no date or no author.
 */
export function makeMemo(size: MemoSize = largeMemo, seed = 1): MadeMemo {
  const random = seeded(seed);
  const sources = Array.from({ length: size.sources }, (_, number) => ({
    id: idOf(1, number),
    citationKey: `source${number}`,
    csl: makeSource(random, number, size.sources),
  }));
  const citations = makeCitations(random, size, sources);
  const blocks: MemoBlock[] = [];
  let placed = 0;
  for (let paragraph = 0; paragraph < size.paragraphs; paragraph++) {
    if (paragraph % 20 === 0)
      blocks.push({ type: 'heading', level: paragraph % 100 === 0 ? 1 : 2, children: [text(sentence(random, 5))] });
    const until = Math.round(((paragraph + 1) * size.citations) / size.paragraphs);
    blocks.push({
      type: 'paragraph',
      children: makeParagraph(random, size.wordsPerParagraph, citations.slice(placed, until)),
    });
    placed = until;
  }
  return { title: 'A memo made for measuring', document: { version: memoDocumentVersion, blocks }, sources };
}

function makeParagraph(random: Random, words: number, citations: readonly CitationInline[]): Inline[] {
  const children: Inline[] = [];
  const pieces = citations.length + 1;
  for (let piece = 0; piece < pieces; piece++) {
    const share = Math.max(3, Math.round(words / pieces));
    children.push(text(`${piece > 0 ? ' ' : ''}${sentence(random, share)}`));
    const citation = citations[piece];
    if (!citation) continue;
    children.push(
      random.number() < 0.05
        ? {
            type: 'footnote',
            id: `note-${citation.id}`,
            children: [text(`${sentence(random, 8)} `), citation, text(' And more.')],
          }
        : citation,
    );
  }
  return children;
}

function makeCitations(random: Random, size: MemoSize, sources: MadeMemo['sources']): CitationInline[] {
  const recent: string[] = [];
  let fresh = 0;
  return Array.from({ length: size.citations }, (_, number) => {
    const items: CitationItem[] = [];
    const many = random.number() < 0.1 ? 2 : 1;
    for (let item = 0; item < many; item++) {
      const due = Math.ceil(((number + 1) * sources.length) / size.citations);
      const source = fresh < due || recent.length === 0 ? sources[fresh++ % sources.length] : undefined;
      const sourceId = source?.id ?? recent[Math.max(0, recent.length - 1 - likelyRank(random, recent.length, 3))]!;
      recent.push(sourceId);
      const locator = random.number() < 0.7 ? String(1 + random.below(300)) : '';
      items.push(itemCiting(sourceId, { locator, prefix: random.number() < 0.05 ? 'see' : '' }));
    }
    return { type: 'citation', id: idOf(2, number), items, marks: [] };
  });
}

const publishers = ['Harbour Press', 'University of Tolm Press', 'Merrin & Sons', 'Oskar Verlag'];
const journals = ['Orlan Quarterly', 'Journal of Straits Studies', 'Border Review', 'The Tidewater Post'];
const organisations = ['Ministry of Waterways', 'Port Authority of Sarn', 'Orlan Institute', 'League of Harbours'];

/** A source as policy analysts cite them: articles, books, chapters, reports, pages, newspapers. */
function makeSource(random: Random, number: number, count: number): CslItem {
  const title = capital(
    sentence(random, 4 + random.below(8))
      .replace(/[.,“”—]/g, '')
      .trim(),
  );
  const people = Array.from({ length: 1 + likelyRank(random, 4) }, () => {
    const [given, family] = personAt(likelyRank(random, count, 40)).spellings[0].split(' ');
    return { family: family!, given: given! };
  });
  const issued =
    random.number() < 0.05
      ? {}
      : { issued: { 'date-parts': [[2001 + random.below(25), 1 + random.below(12), 1 + random.below(28)]] } };
  const author =
    random.number() < 0.04
      ? {}
      : random.number() < 0.15
        ? { author: [{ literal: random.pick(organisations) }] }
        : { author: people };
  const common = { title, ...author, ...issued };
  const page = 1 + random.below(200);
  const pages = { page: `${page}-${page + 5 + random.below(20)}` };
  const address = {
    URL: `https://example.org/${number}`,
    accessed: { 'date-parts': [[2026, 3, 1 + random.below(28)]] },
  };
  switch (number % 6) {
    case 0:
    case 1: {
      const volume = { volume: String(1 + random.below(60)), issue: String(1 + random.below(4)) };
      return {
        type: 'article-journal',
        ...common,
        'container-title': random.pick(journals),
        ...volume,
        ...pages,
        DOI: `10.1234/${number}`,
      };
    }
    case 2:
      return { type: 'book', ...common, publisher: random.pick(publishers), 'publisher-place': 'Tarn' };
    case 3: {
      const editor = [{ family: 'Vale', given: 'Mira' }];
      const book = {
        'container-title': capital(sentence(random, 4)),
        publisher: random.pick(publishers),
        'publisher-place': 'Sarn',
      };
      return { type: 'chapter', ...common, editor, ...book, ...pages };
    }
    case 4:
      return { type: 'report', ...common, publisher: random.pick(organisations), ...address };
    default:
      return { type: 'webpage', ...common, 'container-title': random.pick(journals), ...address };
  }
}

/** About so many words as prose of the corpus, in Latin script. */
function sentence(random: Random, words: number): string {
  if (words < 18)
    return `${Array.from({ length: words }, () => wordOfRank('Latn', likelyRank(random, 20_000))).join(' ')}.`;
  let written = '';
  for (let left = words; left > 0;) {
    const next = writeParagraph(random, 0).text;
    if (/[\u0400-\u06ff]/.test(next)) continue;
    const parts = next.split(' ').slice(0, left);
    left -= parts.length;
    written += `${written === '' ? '' : ' '}${parts.join(' ')}`;
  }
  return /[.]$/.test(written) ? written : `${written}.`;
}

const capital = (value: string) => `${(value[0] ?? '').toUpperCase()}${value.slice(1)}`;
const text = (value: string): Inline => ({ type: 'text', text: value, formats: [], marks: [] });
