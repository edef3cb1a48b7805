import { displayDate } from '../../dates/display';
import type { Excerpt } from '../../domain/excerpts';
import type { SourceSummary } from '../../domain/sources';
import type { MemoBlock } from '../document';
import { citeSource, heading, paragraph, quoted, text } from './parts';

export interface AnnotatedSource {
  source: Pick<SourceSummary, 'id' | 'title' | 'authors' | 'publisher' | 'issued'>;
  /** In the order of the text. */
  excerpts: readonly Excerpt[];
}

/** Every source with its excerpts and what the researcher remarked on them. */
export function annotatedBibliography(sources: readonly AnnotatedSource[], newId: () => string): MemoBlock[] {
  return sources.flatMap(({ source, excerpts }) => {
    const date = source.issued === '' ? '' : displayDate(source.issued);
    const facts = [source.authors, source.publisher, date].filter((fact) => fact !== '').join(', ');
    return [
      heading(2, text(source.title === '' ? 'Untitled source' : source.title)),
      paragraph(...text(facts === '' ? 'Cited' : facts), citeSource(source.id, newId)),
      ...excerpts.flatMap((excerpt) => [
        quoted(excerpt, newId),
        ...(excerpt.note === '' ? [] : [paragraph(...text(excerpt.note))]),
      ]),
    ];
  });
}
