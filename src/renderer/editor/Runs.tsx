import type { CSSProperties } from 'react';
import type { Run } from '../../shared/citing/types';
import { isSafeUrl } from '../../shared/memo/document';
import { ExternalLink } from './ExternalLink';

function look(run: Run): CSSProperties {
  return {
    fontStyle: run.italic && 'italic',
    fontWeight: run.bold && 600,
    fontVariantCaps: run.smallCaps && 'small-caps',
    textDecorationLine: run.underline && 'underline',
    verticalAlign: run.vertical,
    fontSize: run.vertical && '0.75em',
  };
}

/** Formatted text as citeproc made it. Links only where `links` (never inside a chip, which is a button itself). */
export function Runs({ runs, links = false }: { runs: readonly Run[]; links?: boolean }) {
  return runs.map((run, index) => {
    const words = (
      <span key={index} style={look(run)}>
        {run.text}
      </span>
    );
    return links && run.url && isSafeUrl(run.url) ? (
      <ExternalLink key={index} url={run.url}>
        {words}
      </ExternalLink>
    ) : (
      words
    );
  });
}

/** The same in a chip, without React. */
export function runsInto(element: HTMLElement, runs: readonly Run[]): void {
  for (const run of runs) {
    const words = document.createElement('span');
    words.textContent = run.text;
    Object.assign(words.style, Object.fromEntries(Object.entries(look(run)).filter(([, value]) => value)));
    element.append(words);
  }
}

/** Their words alone. */
export function runsText(runs: readonly Run[]): string {
  return runs.map((run) => run.text).join('');
}
