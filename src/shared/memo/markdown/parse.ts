import type { Definition, FootnoteDefinition, Root, RootContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { frontmatterFromMarkdown } from 'mdast-util-frontmatter';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { frontmatter } from 'micromark-extension-frontmatter';
import { gfm } from 'micromark-extension-gfm';
import { CommonplaceError } from '../../result';
import { withYamlFrontMatter } from './front-matter';

/** A Markdown file as a tree, with the lookups its references need. */
export interface ParsedMarkdown {
  root: Root;
  /** The front matter at the top, as YAML; '' if there is none. */
  frontMatter: string;
  definitions: Map<string, Definition>;
  footnotes: Map<string, FootnoteDefinition>;
}

/** Nesting no writer uses, and at which Markdown parsers grow slow or run out of stack. */
const deepestNesting = 60;
const containerMarkers = /^(?:[ \t]*(?:>|[-*+]|\d{1,9}[.)])(?=[ \t>]|$)){60}/mu;

/**
 * Parses CommonMark with GitHub's extensions (tables, footnotes, strikethrough, task lists) and front matter.
 * Throws `unreadable` for text nested deeper than people write.
 */
export function parseMarkdown(markdown: string): ParsedMarkdown {
  if (containerMarkers.test(markdown)) throw tooDeep();
  let root: Root;
  try {
    root = fromMarkdown(withYamlFrontMatter(markdown), {
      extensions: [gfm({ singleTilde: false }), frontmatter(['yaml'])],
      mdastExtensions: [gfmFromMarkdown(), frontmatterFromMarkdown(['yaml'])],
    });
  } catch (error) {
    if (error instanceof RangeError) throw tooDeep();
    throw error;
  }
  const definitions = new Map<string, Definition>();
  const footnotes = new Map<string, FootnoteDefinition>();
  let frontMatter = '';
  const stack: { node: RootContent; depth: number }[] = root.children.map((node) => ({ node, depth: 1 }));
  while (stack.length > 0) {
    const { node, depth } = stack.pop() as { node: RootContent; depth: number };
    if (depth > deepestNesting * 4) throw tooDeep();
    if (node.type === 'yaml') frontMatter = node.value;
    if (node.type === 'definition' && !definitions.has(node.identifier)) definitions.set(node.identifier, node);
    if (node.type === 'footnoteDefinition' && !footnotes.has(node.identifier)) footnotes.set(node.identifier, node);
    if ('children' in node) for (const child of node.children) stack.push({ node: child, depth: depth + 1 });
  }
  return { root, frontMatter, definitions, footnotes };
}

function tooDeep(): CommonplaceError {
  return new CommonplaceError(
    'unreadable',
    'This Markdown is nested too deeply to be read. Remove the deepest quotations or lists and try again.',
  );
}
