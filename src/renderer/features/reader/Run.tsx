import type { ReactNode } from 'react';
import type { Span } from '../../../shared/domain/sources';
import { innermost, type Segment } from './segments';
import styles from './reader.module.css';

const elements = {
  emphasis: 'em',
  strong: 'strong',
  code: 'code',
  superscript: 'sup',
  subscript: 'sub',
} as const;

function inSpan(span: Span, children: ReactNode): ReactNode {
  if (span.kind === 'cell') return children;
  // A link of a source is shown, and opened from its title: the text itself is for selecting.
  if (span.kind === 'link') {
    return (
      <span className={styles.link} title={span.href}>
        {children}
      </span>
    );
  }
  const Element = elements[span.kind];
  return <Element>{children}</Element>;
}

/** One run of snapshot text. See selection.ts for what `data-start` promises. */
export function Run({ segment, activeId }: { segment: Segment; activeId: string | undefined }) {
  const highlight = innermost(segment.highlights);
  const text = (
    <span
      data-start={segment.start}
      data-highlight={highlight?.id}
      data-colour={highlight?.colour}
      data-proposed={highlight?.proposed || undefined}
      data-layers={Math.min(segment.highlights.length, 3) || undefined}
      data-active={segment.highlights.some(({ id }) => id === activeId) || undefined}
    >
      {segment.text}
    </span>
  );
  return segment.spans.reduceRight<ReactNode>((children, span) => inSpan(span, children), text);
}
