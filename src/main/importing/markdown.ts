import type { FootnoteDefinition, Nodes, PhrasingContent, RootContent } from 'mdast';
import { parse as parseYaml } from 'yaml';
import { cslItem } from '../../shared/domain/csl';
import { importFormats } from '../../shared/domain/imports';
import { isSafeUrl } from '../../shared/memo/document';
import { parseMarkdown, type ParsedMarkdown } from '../../shared/memo/markdown/parse';
import * as v from 'valibot';
import { footnote, SnapshotBuilder, type OpenBlock } from './builder';
import { documentOf } from './document';
import { writeBlocks } from './html/blocks';
import { parsePage } from './html/dom';
import type { ParsedDocument, TextFormat } from './format';
import { parsePublicationDate } from './metadata/dates';
import { noFacts, oneLine, pushText, type Facts } from './metadata/facts';
import { cleanLanguage } from '../../shared/domain/language';
import { isOrganisation, parseNames } from './metadata/names';
import { cleanDoi, cleanUrl } from './metadata/urls';

/**
 * A Markdown file as a source: CommonMark and GitHub's extensions as blocks and spans, metadata from YAML front matter (as
 * web clippers, Hugo, Jekyll and pandoc write it), then from the first heading and the lines below it.
 */
function importMarkdown(source: string, fallbackTitle: string): ParsedDocument {
  const parsed = parseMarkdown(source);
  const facts = noFacts();
  frontMatterFacts(parsed.frontMatter, facts);
  const builder = new SnapshotBuilder();
  for (const node of parsed.root.children) writeNode(node, { kind: 'paragraph' }, 0, builder, parsed);
  for (const { label, identifier, children } of inOrder(parsed)) {
    for (const [index, node] of children.entries()) {
      writeNode(node, footnote(index === 0 ? (label ?? identifier) : ''), 0, builder, parsed);
    }
  }
  const { text, blocks } = builder.finish();
  const heading = blocks.find((block) => block.kind === 'heading' && block.level === 1);
  const headingText = heading ? text.slice(heading.start, heading.end) : '';
  pushText(facts.title, headingText, 'heading');
  return documentOf({ text, blocks }, facts, headingText, { value: fallbackTitle, origin: 'file name' });
}

/** The notes in the order in which the text refers to them; those it does not refer to come last. */
function inOrder({ root, footnotes }: ParsedMarkdown): Iterable<FootnoteDefinition> {
  const referred = new Set<FootnoteDefinition>();
  const visit = (node: Nodes) => {
    const note = node.type === 'footnoteReference' ? footnotes.get(node.identifier) : undefined;
    if (note) referred.add(note);
    if ('children' in node && node.type !== 'footnoteDefinition') node.children.forEach(visit);
  };
  visit(root);
  for (const note of footnotes.values()) referred.add(note);
  return referred;
}

function frontMatterFacts(yaml: string, facts: Facts): void {
  if (yaml === '') return;
  let data: Record<string, unknown>;
  try {
    const parsed: unknown = parseYaml(yaml, { maxAliasCount: 20, schema: 'core' });
    if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) return;
    data = Object.fromEntries(Object.entries(parsed).map(([key, value]) => [key.toLowerCase(), value]));
  } catch {
    facts.warnings.push('The front matter at the top is not valid YAML and was passed over.');
    return;
  }
  const origin = 'front matter';
  const first = (...keys: string[]) =>
    keys.map((key) => data[key]).find((value) => value !== undefined && value !== null && value !== '');
  pushText(facts.title, first('title'), origin);
  const authors = [first('author', 'authors', 'by', 'creator')].flat(3).flatMap((value) => {
    const name = typeof value === 'object' && value !== null && 'name' in value ? value.name : value;
    return parseNames(oneLine(name, 500).replace(/^\[\[|\]\]$/gu, ''));
  });
  if (authors.length > 0) facts.authors.push({ value: authors.slice(0, 100), origin });
  const dated = first('published', 'date', 'pubdate', 'issued', 'created');
  const date = parsePublicationDate(oneLine(dated, 60));
  if (date) facts.issued.push({ value: date, origin });
  else if (/^\d{4}$/u.test(oneLine(dated))) facts.issued.push({ value: { 'date-parts': [[Number(dated)]] }, origin });
  pushText(facts.publisher, first('publisher', 'organization', 'organisation'), origin);
  const site = oneLine(first('site', 'site_name', 'publication', 'container-title', 'journal', 'website'));
  pushText(facts.site, site, origin);
  for (const value of [first('url'), first('source'), first('link'), first('canonical'), first('canonical_url')]) {
    const url = cleanUrl(oneLine(value, 2000));
    if (url !== '') facts.url.push({ value: url, origin });
    else if (isOrganisation(oneLine(value))) pushText(facts.site, value, origin);
  }
  const doi = cleanDoi(oneLine(first('doi'), 300));
  if (doi !== '') facts.plain.push({ field: 'DOI', fact: { value: doi, origin } });
  const language = cleanLanguage(oneLine(first('lang', 'language'), 40));
  if (language !== '') facts.language.push({ value: language, origin });
  pushText(facts.abstract, first('abstract', 'description', 'summary'), origin, 5000);
  const type = v.safeParse(cslItem.entries.type, first('type'));
  if (type.success) facts.type.push({ value: type.output, origin });
}

function writeNode(
  node: RootContent,
  block: OpenBlock,
  listDepth: number,
  builder: SnapshotBuilder,
  parsed: ParsedMarkdown,
): void {
  switch (node.type) {
    case 'paragraph':
      builder.begin(block);
      writeInlines(node.children, builder, parsed);
      return builder.end();
    case 'heading':
      builder.begin({ kind: 'heading', level: node.depth });
      writeInlines(node.children, builder, parsed);
      return builder.end();
    case 'blockquote':
      for (const child of node.children) writeNode(child, { kind: 'quotation' }, listDepth, builder, parsed);
      return;
    case 'list':
      for (const [index, item] of node.children.entries()) {
        const ordinal = node.ordered ? { ordinal: (node.start ?? 1) + index } : {};
        let open: OpenBlock = { kind: 'list-item', level: listDepth + 1, ...ordinal };
        for (const child of item.children) {
          writeNode(child, open, listDepth + 1, builder, parsed);
          if (child.type === 'paragraph') open = { kind: 'paragraph' };
        }
      }
      return;
    case 'table':
      for (const row of node.children) {
        builder.begin({ kind: 'table-row' });
        for (const [index, cell] of row.children.entries()) {
          if (index > 0) builder.separateCells();
          builder.openSpan('cell');
          writeInlines(cell.children, builder, parsed);
          builder.closeSpan();
        }
        builder.end();
      }
      return;
    case 'code':
      return builder.block({ kind: 'preformatted' }, node.value);
    case 'html':
      return writeBlocks(parsePage(node.value), builder, { baseUrl: '' });
    default:
  }
}

function writeInlines(nodes: PhrasingContent[], builder: SnapshotBuilder, parsed: ParsedMarkdown): void {
  const inside = (kind: 'emphasis' | 'strong', children: PhrasingContent[]) => {
    builder.openSpan(kind);
    writeInlines(children, builder, parsed);
    builder.closeSpan();
  };
  for (const node of nodes) {
    switch (node.type) {
      case 'text':
        builder.write(node.value);
        break;
      case 'emphasis':
        inside('emphasis', node.children);
        break;
      case 'strong':
        inside('strong', node.children);
        break;
      case 'delete':
        writeInlines(node.children, builder, parsed);
        break;
      case 'inlineCode':
        builder.openSpan('code');
        builder.write(node.value);
        builder.closeSpan();
        break;
      case 'break':
        builder.breakLine();
        break;
      case 'link':
      case 'linkReference': {
        const url = node.type === 'link' ? node.url : (parsed.definitions.get(node.identifier)?.url ?? '');
        const safe = isSafeUrl(url) && url.length <= 2000;
        if (safe) builder.openSpan('link', url);
        writeInlines(node.children, builder, parsed);
        if (safe) builder.closeSpan();
        break;
      }
      case 'footnoteReference':
        builder.openSpan('superscript');
        builder.write(node.label ?? node.identifier);
        builder.closeSpan();
        break;
      case 'image':
      case 'imageReference':
        builder.image(node.alt ?? '');
        break;
      case 'html':
        if (/^<br\s*\/?>$/iu.test(node.value)) builder.breakLine();
        break;
      default:
    }
  }
}

export const markdown: TextFormat = {
  ...importFormats.markdown,
  reads: 'text',
  // Front matter; any other Markdown looks like plain text and is known by its name.
  recognises: (start) => /^(---|\+\+\+)\n[\s\S]{0,1500}?\n\1\n/u.test(start),
  parse: (text, { fallbackTitle }) => importMarkdown(text, fallbackTitle),
};
