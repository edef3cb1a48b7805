import { $isListNode, ListNode } from '@lexical/list';
import { HeadingNode, QuoteNode } from '@lexical/rich-text';
import { $copyBlockFormatIndent } from '@lexical/selection';
import {
  $getState,
  $isElementNode,
  $setState,
  createState,
  ParagraphNode,
  type ElementNode,
  type Klass,
  type LexicalNode,
} from 'lexical';
import { otherLanguage, readLanguage } from '../../../shared/domain/language';
import { languageState } from '../../../shared/memo/lexical';
import { ExcerptQuotationNode } from '../excerpt-quotation/ExcerptQuotationNode';
import { $isQuotationTranslationNode } from '../excerpt-quotation/QuotationTranslationNode';
import { $selectedBlocks } from '../selectedBlocks';

const state = createState(languageState, { parse: readLanguage });

/** The blocks that keep a language. A translation of a quotation has one of its own, with who translated. */
export const spokenBlocks: readonly Klass<ElementNode>[] = [
  ParagraphNode,
  HeadingNode,
  QuoteNode,
  ListNode,
  ExcerptQuotationNode,
];

function $isSpokenBlock(node: LexicalNode | null | undefined): node is ElementNode {
  return spokenBlocks.some((block) => node instanceof block);
}

/** The language that a block says it is in; null where it is the memo's. @param version `direct` for a node of an earlier state */
export function $ownLanguage(
  node: LexicalNode | null | undefined,
  version: 'direct' | 'latest' = 'latest',
): string | null {
  if ($isQuotationTranslationNode(node)) return readLanguage(node.getFacts().language);
  return $isSpokenBlock(node) ? $getState(node, state, version) : null;
}

/** The language of a block as it was written down; nobody knows by whom. */
export function serializedLanguage(node: unknown): string | null {
  const states = typeof node === 'object' && node !== null && '$' in node ? node.$ : null;
  return typeof states === 'object' && states !== null && languageState in states
    ? readLanguage(states[languageState])
    : null;
}

/** The language of the words at a node: of the nearest block that has one, else the memo's. */
export function $languageAt(node: LexicalNode, locale: string): string {
  for (let at: LexicalNode | null = node; at; at = at.getParent()) {
    const own = $ownLanguage(at);
    if (own !== null) return otherLanguage(own, locale) ?? locale;
  }
  return locale;
}

/** @param language null for the memo's */
export function $setLanguage(node: LexicalNode, language: string | null): boolean {
  if ($isQuotationTranslationNode(node)) node.setFacts({ ...node.getFacts(), language: language ?? '' });
  else if ($isSpokenBlock(node)) $setState(node, state, language);
  else return false;
  return true;
}

interface Writing {
  direction: 'ltr' | 'rtl' | null;
  language: string | null;
}

export function $writingOf(block: ElementNode): Writing {
  return { direction: block.getDirection(), language: $ownLanguage(block) };
}

/** Gives a block a direction and language that it does not have. */
export function $keepIn(block: ElementNode, { direction, language }: Writing): void {
  if (direction !== null && block.getDirection() === null) block.setDirection(direction);
  if (language !== null && $ownLanguage(block) === null) $setLanguage(block, language);
}

/** For blocks that become others: direction and language stay. */
export function $keepWriting(before: ElementNode, after: ElementNode): void {
  $copyBlockFormatIndent(before, after);
  $keepIn(after, $writingOf(before));
}

/** The language of the blocks in which the selection is; undefined where none of them has one, or each another. */
export function $selectedLanguage(): string | null | undefined {
  const blocks = $selectedBlocks().filter((block) => $isSpokenBlock(block) || $isQuotationTranslationNode(block));
  const languages = new Set(blocks.map((block) => $ownLanguage(block)));
  return languages.size === 1 ? [...languages][0] : undefined;
}

/** Whether the selection is in a block that keeps a language. */
export function $canHaveLanguage(): boolean {
  return $selectedBlocks().some((block) => $isSpokenBlock(block) || $isQuotationTranslationNode(block));
}

/** Gives the selected blocks a language; the lists inside a list are in it too. */
export function $setSelectedLanguage(language: string | null): void {
  for (const block of $selectedBlocks()) {
    $setLanguage(block, language);
    for (const inner of $innerLists(block)) $setLanguage(inner, null);
  }
}

function $innerLists(node: ElementNode): ElementNode[] {
  return node.getChildren().flatMap((child) => {
    if (!$isElementNode(child)) return [];
    return $isListNode(child) ? [child, ...$innerLists(child)] : $innerLists(child);
  });
}
