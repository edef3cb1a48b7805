import type { MemoExportOptions } from '../../../shared/domain/memo-export';
import type { Block } from '../../../shared/domain/sources';
import { escapeHtml } from '../html';
import { bundlePage, localHref, localLink } from './page';
import { stretches, wholeText, type Passage, type Stretch } from './passages';

/** What a page says of a source, and its text. */
export interface SourcePage {
  title: string;
  /** Lines of facts: author and date, address, when it was captured, hash. */
  facts: readonly string[];
  /** Of the original files: name in the bundle, or null with the reason why it is not there. */
  originals: readonly { label: string; file: string | null; problem: string }[];
  /** Null where no text was kept. */
  text: { text: string; blocks: readonly Block[] } | null;
  /** The text as a file of its own, for checking its hash. */
  textFile: string | null;
  passages: readonly Passage[];
  /** Citations that name a place which the text does not tell, or that name none: what to say, under an anchor. */
  remarks: readonly { id: string; words: string }[];
}

/** The page of a source: its facts, its originals, and its text with every cited passage marked and under its anchor. */
export function writeSourcePage(page: SourcePage, options: MemoExportOptions): string {
  const originals = page.originals.map(({ label, file, problem }) =>
    file === null
      ? `<p class="facts">${escapeHtml(`${label}: ${problem}`)}</p>`
      : `<p class="facts">Original: ${localLink(localHref(file, '../'), label)}</p>`,
  );
  const body = [
    `<p class="facts">${localLink('../index.html', 'Back to the memo')} · ${localLink('../sources.html', 'All sources')}</p>`,
    `<h1 dir="auto">${escapeHtml(page.title)}</h1>`,
    ...page.facts.map((fact) => `<p class="facts" dir="auto">${escapeHtml(fact)}</p>`),
    ...originals,
    ...(page.textFile === null
      ? []
      : [
          `<p class="facts">The text below, letter for letter: ${localLink(localHref(page.textFile, '../'), page.textFile)}</p>`,
        ]),
    ...page.remarks.map(({ id, words }) => `<p class="note" id="${id}">${escapeHtml(words)}</p>`),
    page.text === null
      ? '<p>No text of this source was kept in the library, so there is no passage to show.</p>'
      : `<section class="text">\n${writeText(page.text.text, page.text.blocks, page.passages)}\n</section>`,
  ];
  return bundlePage(page.title, body.join('\n'), options, targetStyle(page.passages));
}

function writeText(text: string, blocks: readonly Block[], passages: readonly Passage[]): string {
  const begun = new Set<string>();
  return wholeText(text, blocks)
    .map((block) => {
      const tag = block.kind === 'heading' ? 'h2' : block.kind === 'preformatted' ? 'pre' : 'p';
      const number = block.paragraph === undefined ? '' : `<span class="number">${block.paragraph}</span>`;
      const words = stretches(text, block, passages, begun).map(writeStretch).join('');
      return `<${tag} class="${block.kind.replace(/[^a-z-]/g, '')}" dir="auto">${number}${words}</${tag}>`;
    })
    .join('\n');
}

function writeStretch({ text, passages, begins }: Stretch): string {
  const words = escapeHtml(text);
  const anchors = begins.map(({ id }) => `<span id="${id}"></span>`).join('');
  if (passages.length === 0) return words;
  const isExcerpt = passages.some(({ kind }) => kind === 'excerpt');
  const classes = [...passages.map(({ id }) => id), ...(isExcerpt ? [] : ['locator'])];
  return `${anchors}<mark class="${classes.join(' ')}">${words}</mark>`;
}

/** The passage that the address names is lit up, all of it, however often others cut it: no script is needed. */
function targetStyle(passages: readonly Passage[]): string {
  return passages
    .map(({ id }) => `body:has(#${id}:target) mark.${id} { background: #f3d676; color: #1d1c1a; }`)
    .join('\n');
}
