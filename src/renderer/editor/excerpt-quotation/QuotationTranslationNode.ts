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
import { translators, type Translation } from '../../../shared/memo/document';

type Facts = Pick<Translation, 'by' | 'language'>;
export type SerializedQuotationTranslationNode = Spread<Facts, SerializedElementNode>;

/**
 * The translation of the linked quotation before it: a block of its own for the editor, one with the quotation in the
 * document. Below the words stands a line that says whose they are, drawn by `QuotationTranslationViews`.
 */
export class QuotationTranslationNode extends ElementNode {
  __by: Facts['by'];
  __language: string;

  constructor({ by, language }: Facts = { by: 'author', language: '' }, key?: string) {
    super(key);
    this.__by = by;
    this.__language = language;
  }

  override $config() {
    return this.config('quotation-translation', { extends: ElementNode });
  }

  override afterCloneFrom(previous: this): void {
    super.afterCloneFrom(previous);
    this.__by = previous.__by;
    this.__language = previous.__language;
  }

  override exportJSON(): SerializedQuotationTranslationNode {
    return { ...super.exportJSON(), ...this.getFacts() };
  }

  override updateFromJSON(json: LexicalUpdateJSON<SerializedQuotationTranslationNode>): this {
    const self = super.updateFromJSON(json).getWritable();
    self.__by = translators.find((by) => by === json.by) ?? 'author';
    self.__language = String(json.language ?? '');
    return self;
  }

  override createDOM(config: EditorConfig): HTMLElement {
    const figure = $getDocument().createElement('figure');
    figure.className = String(config.theme['quotationTranslation'] ?? '');
    const words = $getDocument().createElement('blockquote');
    words.lang = this.__language;
    const caption = $getDocument().createElement('figcaption');
    caption.contentEditable = 'false';
    setDOMUnmanaged(caption, { captureSelection: true });
    figure.append(words, caption);
    return figure;
  }

  override getDOMSlot(element: HTMLElement): ElementDOMSlot<HTMLElement> {
    return super.getDOMSlot(element).withElement(element.querySelector<HTMLElement>(':scope > blockquote') ?? element);
  }

  override updateDOM(previous: this, element: HTMLElement): boolean {
    const words = element.querySelector<HTMLElement>(':scope > blockquote');
    if (words && previous.__language !== this.__language) words.lang = this.__language;
    return false;
  }

  override exportDOM(): DOMExportOutput {
    const element = $getDocument().createElement('blockquote');
    element.lang = this.__language;
    return { element };
  }

  override insertNewAfter(_selection: RangeSelection, restoreSelection?: boolean): ParagraphNode {
    const paragraph = $createParagraphNode();
    this.insertAfter(paragraph, restoreSelection);
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

  getFacts(): Facts {
    const { __by: by, __language: language } = this.getLatest();
    return { by, language };
  }

  setFacts({ by, language }: Facts): this {
    const self = this.getWritable();
    self.__by = by;
    self.__language = language;
    return self;
  }
}

export function $createQuotationTranslationNode(facts: Facts): QuotationTranslationNode {
  return $applyNodeReplacement(new QuotationTranslationNode(facts));
}

export function $isQuotationTranslationNode(node: LexicalNode | null | undefined): node is QuotationTranslationNode {
  return node instanceof QuotationTranslationNode;
}
