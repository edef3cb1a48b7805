import { memo, type ReactNode } from 'react';
import type { Block } from '../../../shared/domain/sources';
import type { Flow } from './flows';
import { Run } from './Run';
import { segmentsOf, type Highlight } from './segments';
import styles from './reader.module.css';

interface TextProps {
  text: string;
  highlights: readonly Highlight[];
  activeId: string | undefined;
}

function Runs({ block, text, highlights, activeId }: TextProps & { block: Block }): ReactNode {
  return segmentsOf(text, block, highlights).map((segment) => (
    <Run key={segment.start} segment={segment} activeId={activeId} />
  ));
}

/** The paragraph number in the gutter: the locator a web page has. */
function Number({ block }: { block: Block }) {
  return block.paragraph === undefined ? null : (
    <span className={styles.number} data-paragraph={block.paragraph} aria-hidden="true" />
  );
}

function BlockView({ block, ...rest }: TextProps & { block: Block }) {
  const runs = <Runs block={block} {...rest} />;
  switch (block.kind) {
    case 'heading': {
      const Heading = `h${Math.min(Math.max(block.level ?? 2, 1) + 2, 6)}` as 'h2';
      return (
        <Heading className={styles.heading} dir="auto">
          {runs}
        </Heading>
      );
    }
    case 'quotation':
      return (
        <blockquote className={styles.quotation} dir="auto">
          <Number block={block} />
          {runs}
        </blockquote>
      );
    case 'preformatted':
      return <pre className={styles.preformatted}>{runs}</pre>;
    default:
      return (
        <p className={styles.paragraph} data-kind={block.kind} dir="auto">
          <Number block={block} />
          {block.ordinal !== undefined && (
            <span className={styles.bullet} data-ordinal={block.ordinal} aria-hidden="true" />
          )}
          {runs}
        </p>
      );
  }
}

/** A table row cut into its cells, which tabs part: an empty cell keeps its place. */
function cellsOf(block: Block, text: string): Block[] {
  let start = block.start;
  return text
    .slice(block.start, block.end)
    .split('\t')
    .map((cell) => {
      const end = start + cell.length;
      const within = {
        ...block,
        start,
        end,
        spans: block.spans.filter((span) => span.start >= start && span.end <= end),
      };
      start = end + 1;
      return within;
    });
}

/** A block, list or table of a snapshot with its highlights. Drawn again only when what it shows changes. */
export const FlowView = memo(function FlowView({ flow, ...rest }: TextProps & { flow: Flow }) {
  if (flow.kind === 'block') return <BlockView block={flow.block} {...rest} />;
  if (flow.kind === 'table') {
    return (
      <table className={styles.table}>
        <tbody>
          {flow.rows.map((row) => (
            <tr key={row.start}>
              {cellsOf(row, rest.text).map((cell) => (
                <td key={cell.start} dir="auto">
                  <Runs block={cell} {...rest} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    );
  }
  return (
    <ul className={styles.list}>
      {flow.items.map((item) => (
        <li key={item.start} data-level={item.level ?? 1} dir="auto">
          <Number block={item} />
          <span
            className={styles.bullet}
            data-ordinal={item.ordinal === undefined ? '•' : `${item.ordinal}.`}
            aria-hidden="true"
          />
          <Runs block={item} {...rest} />
        </li>
      ))}
    </ul>
  );
});
