import {
  $applyNodeReplacement,
  $createParagraphNode,
  $getDocument,
  ElementNode,
  setDOMUnmanaged,
  type DOMExportOutput,
  type EditorConfig,
  type ElementDOMSlot,
  type LexicalNode,
  type LexicalUpdateJSON,
  type ParagraphNode,
  type RangeSelection,
  type SerializedElementNode,
  type Spread,
} from 'lexical';

export type SerializedExcerptQuotationNode = Spread<{ excerptId: string }, SerializedElementNode>;

/** A block quotation that knows the excerpt its words come from. Below the words stands a line that leads back to the source. */
export class ExcerptQuotationNode extends ElementNode {
  __excerptId: string;

  constructor(excerptId = '', key?: string) {
    super(key);
    this.__excerptId = excerptId;
  }

  override $config() {
    return this.config('excerpt-quotation', { extends: ElementNode });
  }

  override afterCloneFrom(previous: this): void {
    super.afterCloneFrom(previous);
    this.__excerptId = previous.__excerptId;
  }

  override exportJSON(): SerializedExcerptQuotationNode {
    return { ...super.exportJSON(), excerptId: this.getExcerptId() };
  }

  override updateFromJSON(json: LexicalUpdateJSON<SerializedExcerptQuotationNode>): this {
    const self = super.updateFromJSON(json).getWritable();
    self.__excerptId = String(json.excerptId ?? '');
    return self;
  }

  /** figure > blockquote (the words) + figcaption (drawn by `ExcerptQuotationViews`, not part of the text). */
  override createDOM(config: EditorConfig): HTMLElement {
    const figure = $getDocument().createElement('figure');
    figure.className = String(config.theme['excerptQuotation'] ?? '');
    figure.dataset['excerpt'] = this.__excerptId;
    const words = $getDocument().createElement('blockquote');
    const caption = $getDocument().createElement('figcaption');
    caption.contentEditable = 'false';
    setDOMUnmanaged(caption, { captureSelection: true });
    figure.append(words, caption);
    return figure;
  }

  override getDOMSlot(element: HTMLElement): ElementDOMSlot<HTMLElement> {
    return super.getDOMSlot(element).withElement(element.querySelector<HTMLElement>(':scope > blockquote') ?? element);
  }

  override updateDOM(previous: this): boolean {
    return previous.__excerptId !== this.__excerptId;
  }

  override exportDOM(): DOMExportOutput {
    return { element: $getDocument().createElement('blockquote') };
  }

  override insertNewAfter(_selection: RangeSelection, restoreSelection?: boolean): ParagraphNode {
    const paragraph = $createParagraphNode();
    paragraph.setDirection(this.getDirection());
    // What follows stands after its translation: the two stay together.
    const next = this.getNextSibling();
    (next?.getType() === 'quotation-translation' ? next : this).insertAfter(paragraph, restoreSelection);
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

  getExcerptId(): string {
    return this.getLatest().__excerptId;
  }
}

export function $createExcerptQuotationNode(excerptId: string): ExcerptQuotationNode {
  return $applyNodeReplacement(new ExcerptQuotationNode(excerptId));
}

export function $isExcerptQuotationNode(node: LexicalNode | null | undefined): node is ExcerptQuotationNode {
  return node instanceof ExcerptQuotationNode;
}
