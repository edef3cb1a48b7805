import type { CslName } from '../../../shared/domain/csl';
import { SnapshotBuilder } from '../builder';
import { topLineFacts, withHeader } from '../captions';
import { documentOf } from '../document';
import type { ParsedDocument } from '../format';
import { parsePublicationDate } from '../metadata/dates';
import { noFacts, oneLine, pushText, type Facts } from '../metadata/facts';
import { parseNames } from '../metadata/names';
import { paragraphText, type FlowNode } from './model';
import { languageFacts, propertyFacts, type Properties } from './properties';
import { writeFlow } from './write';

export interface OfficeContent {
  nodes: readonly FlowNode[];
  properties: Properties;
  warnings: readonly string[];
}

/** Headings that many documents begin with and none is called. */
const sectionTitle =
  /^(?:[\dIVX]+\.?\s+)?(?:introduction|(?:executive )?summary|abstract|foreword|preface|contents|background|einleitung|zusammenfassung|vorwort|introducción|resumen|résumé|introduzione|введение|предисловие|giriş|özet|xülasə|مقدمه|چکیده)$/iu;

/**
 * An office document as a source. Its metadata comes from what it shows (title, author and date by their styles, a byline,
 * a heading at its top), then from its properties, and for want of both from its first lines.
 */
export function officeDocument({ nodes, properties, warnings }: OfficeContent, fallbackTitle: string): ParsedDocument {
  const builder = new SnapshotBuilder();
  writeFlow(nodes, builder);
  const { text, blocks: written } = builder.finish();
  const facts = noFacts();
  facts.warnings.push(...warnings);
  styledFacts(nodes, facts);
  const [top] = written;
  const line = top?.kind === 'heading' ? oneLine(text.slice(top.start, top.end)) : '';
  if (!sectionTitle.test(line)) pushText(facts.title, line, 'heading');
  // Before the properties, which are often a template's.
  topLineFacts(text, written, facts);
  propertyFacts(properties, facts);
  const blocks = withHeader(text, written, facts);
  if (facts.url.length === 0) facts.type.push({ value: 'document', origin: 'guess' });
  languageFacts(text, properties.language ?? '', facts);
  return documentOf({ text, blocks }, facts, facts.title[0]?.value ?? '', {
    value: fallbackTitle,
    origin: 'file name',
  });
}

/** What paragraphs say whose style names their part, as pandoc and templates write them. */
function styledFacts(nodes: readonly FlowNode[], facts: Facts): void {
  const names: CslName[] = [];
  for (const node of nodes.slice(0, 40)) {
    if (node.type !== 'paragraph' || node.role === undefined) continue;
    const line = paragraphText(node);
    const date = node.role === 'date' ? parsePublicationDate(line) : null;
    if (node.role === 'title') pushText(facts.title, line, 'title style');
    if (node.role === 'author') names.push(...parseNames(line.slice(0, 1000)));
    if (date) facts.issued.push({ value: date, origin: 'visible date' });
  }
  if (names.length > 0) facts.authors.push({ value: names, origin: 'byline' });
}
