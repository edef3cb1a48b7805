import type { MemoExportOptions } from '../../../shared/domain/memo-export';
import { escapeHtml } from '../html';
import { bundlePage, localHref, localLink } from './page';

export interface ListedSource {
  title: string;
  shortCitation: string;
  /** Its page in the bundle. */
  page: string;
  /** The day its text was captured; null where none was kept. */
  captured: string | null;
  /** How many excerpts of it are cited. */
  passages: number;
  originals: readonly { label: string; file: string | null; problem: string }[];
}

/** Everything a memo cites, with what the bundle has of it. */
export function writeSourcesPage(
  memoTitle: string,
  sources: readonly ListedSource[],
  options: MemoExportOptions,
): string {
  const rows = sources.map(({ title, shortCitation, page, captured, passages, originals }) => {
    const text = captured === null ? 'no text was kept' : `text captured ${captured}`;
    const cited =
      passages === 0 ? 'no excerpt cited' : passages === 1 ? '1 excerpt cited' : `${passages} excerpts cited`;
    const files = originals.map(({ label, file, problem }) =>
      file === null ? escapeHtml(`${label}: ${problem}`) : localLink(localHref(file), label),
    );
    const facts = [escapeHtml(text), escapeHtml(cited), ...files].join(' · ');
    return `<li dir="auto">${localLink(localHref(page), `${shortCitation}: ${title}`)}<br><span class="facts">${facts}</span></li>`;
  });
  const body = [
    `<p class="facts">${localLink('index.html', 'Back to the memo')}</p>`,
    '<h1>Sources</h1>',
    `<p class="facts" dir="auto">${escapeHtml(memoTitle)}</p>`,
    rows.length === 0 ? '<p>The memo cites nothing.</p>' : `<ul>\n${rows.join('\n')}\n</ul>`,
  ];
  return bundlePage('Sources', body.join('\n'), options);
}
