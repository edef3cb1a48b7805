import type { ListBlock, MemoBlock, MemoDocument } from '../../shared/memo/document';
import { targetId } from '../../shared/memo/clusters';
import { cx } from '../ui/cx';
import styles from './editor.module.css';
import { Picture } from './image/Picture';
import { InlineWords } from './InlineWords';
import { LabelsProvider, useDocumentLabels, useLabelText } from './labels';
import { NotesAndBibliography } from './NotesAndBibliography';
import { ChipLooksProvider, useDocumentRendering } from './rendering';

export interface DocumentViewProps {
  document: MemoDocument;
  styleId: string;
  locale: string;
}

/** A document to read, not to write in: revisions and previews. */
export function DocumentView({ document, styleId, locale }: DocumentViewProps) {
  const rendering = useDocumentRendering(document, styleId, locale);
  const labels = useDocumentLabels(document, locale);
  return (
    <ChipLooksProvider value={rendering.looks}>
      <LabelsProvider value={labels}>
        <div className={cx(styles.surface, styles.small)}>
          <div className={styles.words}>
            {document.blocks.map((block, index) => (
              <BlockView key={index} block={block} id={targetId(block) ?? ''} />
            ))}
          </div>
        </div>
        <NotesAndBibliography rendering={rendering} />
      </LabelsProvider>
    </ChipLooksProvider>
  );
}

function BlockView({ block, id }: { block: MemoBlock; id: string }) {
  const label = useLabelText(id);
  switch (block.type) {
    case 'paragraph':
      return (
        <p className={styles.paragraph} dir={block.direction ?? 'auto'} lang={block.language}>
          <InlineWords inlines={block.children} />
        </p>
      );
    case 'heading': {
      const Heading = `h${Math.min(block.level + 2, 6)}` as 'h3' | 'h4' | 'h5' | 'h6';
      return (
        <Heading className={styles[`h${block.level}`]} dir={block.direction ?? 'auto'} lang={block.language}>
          <InlineWords inlines={block.children} />
        </Heading>
      );
    }
    case 'quotation':
      return (
        <blockquote className={styles.quote} dir={block.direction ?? 'auto'} lang={block.language}>
          <InlineWords inlines={block.children} />
        </blockquote>
      );
    case 'excerpt-quotation':
      return (
        <>
          <blockquote className={styles.excerptQuotation} dir={block.direction ?? 'auto'} lang={block.language}>
            <InlineWords inlines={block.children} />
          </blockquote>
          {block.translation && (
            <blockquote className={styles.quotationTranslation} lang={block.translation.language} dir="auto">
              <InlineWords inlines={block.translation.children} />
            </blockquote>
          )}
        </>
      );
    case 'list':
      return <ListView list={block} />;
    case 'image':
      return (
        <figure className={styles.image}>
          <Picture image={block} />
          <figcaption className={styles.caption} data-label={label || undefined} dir="auto">
            <InlineWords inlines={block.caption} />
          </figcaption>
        </figure>
      );
    case 'table':
      return (
        <table className={styles.table}>
          {(block.caption ?? label !== '') && (
            <caption className={cx(styles.caption, styles.tableCaption)} data-label={label || undefined} dir="auto">
              <InlineWords inlines={block.caption ?? []} />
            </caption>
          )}
          <tbody>
            {block.rows.map((row, index) => (
              <tr key={index}>
                {row.cells.map((cell, at) => {
                  const Cell = cell.header ? 'th' : 'td';
                  return (
                    <Cell key={at} className={cx(styles.td, cell.header && styles.th)} dir="auto">
                      <InlineWords inlines={cell.children} />
                    </Cell>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      );
    case 'code':
      return <pre className={styles.code}>{block.text}</pre>;
    case 'rule':
      return <hr className={styles.hr} />;
  }
}

function ListView({ list }: { list: ListBlock }) {
  const items = list.items.map((item, index) => (
    <li key={index} className={styles.li} dir={list.direction ?? 'auto'}>
      <InlineWords inlines={item.children} />
      {item.nested && <ListView list={item.nested} />}
    </li>
  ));
  return list.ordered ? (
    <ol className={styles.ol} start={list.start} dir={list.direction} lang={list.language}>
      {items}
    </ol>
  ) : (
    <ul className={styles.ul} dir={list.direction} lang={list.language}>
      {items}
    </ul>
  );
}
