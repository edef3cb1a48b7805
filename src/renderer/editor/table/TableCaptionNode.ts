import {
  $applyNodeReplacement,
  $createParagraphNode,
  $getDocument,
  ElementNode,
  type EditorConfig,
  type LexicalNode,
  type LexicalUpdateJSON,
  type ParagraphNode,
  type RangeSelection,
  type SerializedElementNode,
  type Spread,
} from 'lexical';
import { newLocalId } from '../newLocalId';

export type SerializedTableCaptionNode = Spread<{ captionId: string }, SerializedElementNode>;

/**
 * The caption of the table that follows it, which has the table's id too: Lexical's tables hold rows and nothing else.
 */
export class TableCaptionNode extends ElementNode {
  __captionId: string;

  constructor(captionId: string = newLocalId(), key?: string) {
    super(key);
    this.__captionId = captionId;
  }

  override $config() {
    return this.config('table-caption', { extends: ElementNode });
  }

  override afterCloneFrom(previous: this): void {
    super.afterCloneFrom(previous);
    this.__captionId = previous.__captionId;
  }

  override exportJSON(): SerializedTableCaptionNode {
    return { ...super.exportJSON(), captionId: this.getCaptionId() };
  }

  override updateFromJSON(json: LexicalUpdateJSON<SerializedTableCaptionNode>): this {
    const self = super.updateFromJSON(json).getWritable();
    if (typeof json.captionId === 'string' && json.captionId !== '') self.__captionId = json.captionId;
    return self;
  }

  override createDOM(config: EditorConfig): HTMLElement {
    const element = $getDocument().createElement('p');
    element.className = `${String(config.theme['caption'] ?? '')} ${String(config.theme['tableCaption'] ?? '')}`;
    element.dataset['target'] = this.__captionId;
    return element;
  }

  override updateDOM(previous: this): boolean {
    return previous.__captionId !== this.__captionId;
  }

  /** Enter goes on after the table: nothing can stand between the two. */
  override insertNewAfter(_selection: RangeSelection, restoreSelection?: boolean): ParagraphNode {
    const paragraph = $createParagraphNode();
    (this.getNextSibling() ?? this).insertAfter(paragraph, restoreSelection);
    return paragraph;
  }

  /** Backspace at its very start makes it a paragraph, as with every block. */
  override collapseAtStart(): true {
    const paragraph = $createParagraphNode();
    paragraph.append(...this.getChildren());
    this.replace(paragraph);
    return true;
  }

  override canIndent(): false {
    return false;
  }

  getCaptionId(): string {
    return this.getLatest().__captionId;
  }
}

export function $createTableCaptionNode(id?: string): TableCaptionNode {
  return $applyNodeReplacement(new TableCaptionNode(id));
}

export function $isTableCaptionNode(node: LexicalNode | null | undefined): node is TableCaptionNode {
  return node instanceof TableCaptionNode;
}
