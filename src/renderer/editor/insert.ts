import { $createMarkNode } from '@lexical/mark';
import {
  $createParagraphNode,
  $createTextNode,
  $getRoot,
  $getSelection,
  $insertNodes,
  $isElementNode,
  $isParagraphNode,
  $isRangeSelection,
  type LexicalNode,
} from 'lexical';
import type { InputOf, MethodName, OutputOf } from '../../shared/contract';
import type { Excerpt } from '../../shared/domain/excerpts';
import { readLanguage } from '../../shared/domain/language';
import { itemAt, itemCiting } from '../../shared/memo/citation-item';
import type { CitationItem, Inline } from '../../shared/memo/document';
import { markId } from '../../shared/memo/lexical';
import { $createActorMentionNode } from './actor-mention/ActorMentionNode';
import { $createCitationNode, type CitationNode } from './citation/CitationNode';
import type { Entity } from './entities/useEntities';
import { $createExcerptQuotationNode, $isExcerptQuotationNode } from './excerpt-quotation/ExcerptQuotationNode';
import { $setLanguage } from './language/blockLanguage';
import { $createFootnoteNode, type FootnoteNode } from './footnote/FootnoteNode';
import { $isImageNode } from './image/ImageNode';

type Call = <M extends MethodName>(method: M, input: InputOf<M>) => Promise<OutputOf<M>>;

/** What citing a source, or an excerpt with its place in the source, puts into a citation. */
export async function citationItemOf(entity: Pick<Entity, 'kind' | 'id'>, call: Call): Promise<CitationItem> {
  return entity.kind === 'excerpt' ? excerptItem(await call('excerpts.get', { id: entity.id })) : itemCiting(entity.id);
}

function excerptItem({ id, sourceId, locator }: Excerpt): CitationItem {
  return itemAt(sourceId, locator, id);
}

/** All of these must run in an update; they work at the selection, or at the end where there is none. */

export function $insertCitation(items: readonly CitationItem[]): CitationNode {
  $ensureSelection();
  const selection = $getSelection();
  // A citation of selected words stands after them and leaves them as they are.
  if ($isRangeSelection(selection) && !selection.isCollapsed()) $collapseToEnd();
  const node = $createCitationNode(items);
  $insertNodes([node]);
  node.selectNext(0, 0);
  return node;
}

export function $insertFootnote(content: readonly Inline[] = []): FootnoteNode {
  $ensureSelection();
  $collapseToEnd();
  const node = $createFootnoteNode(content);
  $insertNodes([node]);
  node.selectNext(0, 0);
  return node;
}

export function $insertActorMention(actorId: string, name: string): LexicalNode {
  $ensureSelection();
  const node = $createActorMentionNode(actorId, name);
  $insertNodes([node]);
  node.selectNext(0, 0);
  return node;
}

/** A claim's statement as words of the text, marked as that claim. Within a sentence, whose own stop follows, it brings none. */
export function $insertClaim(claimId: string, statement: string): LexicalNode {
  $ensureSelection();
  const mark = $createMarkNode([markId({ kind: 'claim', id: claimId })]);
  mark.append($createTextNode($isWithinSentence() ? statement.replace(/(?<!\.)\.$/u, '') : statement));
  $insertNodes([mark]);
  mark.selectNext(0, 0);
  return mark;
}

/**
 * An excerpt with its citation: a quotation as a block of its own after the paragraph at the caret, other kinds (the
 * researcher's own words) as text. Answers the block, or the citation after the words.
 */
export function $insertExcerpt(excerpt: Excerpt): LexicalNode {
  $ensureSelection();
  const citation = $createCitationNode([excerptItem(excerpt)]);
  if (excerpt.kind !== 'quotation') {
    $collapseToEnd();
    $insertNodes([$createTextNode(`${excerpt.text} `), citation]);
    citation.selectNext(0, 0);
    return citation;
  }
  const block = $createExcerptQuotationNode(excerpt.id);
  const lines = excerpt.text.split(/\n+/).join(' ');
  block.append($createTextNode(`${lines} `), citation);
  $setLanguage(block, readLanguage(excerpt.language));
  $insertBlock(block);
  return block;
}

/** A block after the one at the caret, or in its place if that one is empty; the caret goes to the paragraph after it. */
export function $insertBlock(block: LexicalNode): void {
  const selection = $getSelection();
  const at = $isRangeSelection(selection) ? selection.focus.getNode() : null;
  const current = at?.getTopLevelElement() ?? null;
  if ($isParagraphNode(current) && current.isEmpty()) current.replace(block);
  else if (current) current.insertAfter(block);
  else $getRoot().append(block);
  const next = block.getNextSibling();
  if ($isElementNode(next) && !$isExcerptQuotationNode(next)) next.selectStart();
  else {
    const paragraph = $createParagraphNode();
    block.insertAfter(paragraph);
    paragraph.select();
  }
  // What one writes next belongs to the picture, not to whatever stood below.
  if ($isImageNode(block)) block.selectEnd();
}

/** Whether words stand before the caret that no sentence ends with. */
function $isWithinSentence(): boolean {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return false;
  const { anchor } = selection;
  const node = anchor.getNode();
  const before = $isElementNode(node)
    ? node.getChildAtIndex(anchor.offset - 1)?.getTextContent()
    : node.getTextContent().slice(0, anchor.offset) || node.getPreviousSibling()?.getTextContent();
  return /[\p{L}\p{N},;)\]”’»"']\s*$/u.test(before ?? '');
}

function $ensureSelection(): void {
  if ($getSelection() === null) $getRoot().selectEnd();
}

function $collapseToEnd(): void {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) || selection.isCollapsed()) return;
  const end = selection.isBackward() ? selection.anchor : selection.focus;
  const { key, offset, type } = end;
  selection.anchor.set(key, offset, type);
  selection.focus.set(key, offset, type);
}
