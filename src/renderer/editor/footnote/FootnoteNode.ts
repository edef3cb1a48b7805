import {
  $applyNodeReplacement,
  $getDocument,
  DecoratorNode,
  type DOMExportOutput,
  type EditorConfig,
  type LexicalNode,
  type LexicalUpdateJSON,
  type SerializedLexicalNode,
  type Spread,
} from 'lexical';
import type { Inline } from '../../../shared/memo/document';
import { inlinesFromLexical } from '../../../shared/memo/lexical';
import { newLocalId } from '../newLocalId';

export type SerializedFootnoteNode = Spread<{ id: string; content: Inline[] }, SerializedLexicalNode>;

/**
 * A footnote of the author's own. In the text it is a number; its words are kept in the document's form and edited in a
 * popover with the reduced editor.
 */
export class FootnoteNode extends DecoratorNode<null> {
  __id: string;
  __content: readonly Inline[];

  constructor(content: readonly Inline[] = [], id: string = newLocalId(), key?: string) {
    super(key);
    this.__content = content;
    this.__id = id;
  }

  override $config() {
    return this.config('footnote', { extends: DecoratorNode });
  }

  override afterCloneFrom(previous: this): void {
    super.afterCloneFrom(previous);
    this.__id = previous.__id;
    this.__content = previous.__content;
  }

  override exportJSON(): SerializedFootnoteNode {
    return { ...super.exportJSON(), id: this.getFootnoteId(), content: [...this.getContent()] };
  }

  override updateFromJSON(json: LexicalUpdateJSON<SerializedFootnoteNode>): this {
    const self = super.updateFromJSON(json).getWritable();
    if (typeof json.id === 'string' && json.id !== '') self.__id = json.id;
    // The converter's clamps are the only way in: no footnotes inside, safe links, valid ids.
    const [read] = inlinesFromLexical([{ type: 'footnote', id: self.__id, content: json.content }]);
    self.__content = read?.type === 'footnote' ? read.children : [];
    return self;
  }

  override createDOM(config: EditorConfig): HTMLElement {
    const element = $getDocument().createElement('span');
    element.className = String(config.theme['footnote'] ?? '');
    element.dataset['footnote'] = this.__id;
    return element;
  }

  override updateDOM(previous: this, element: HTMLElement): boolean {
    if (previous.__id !== this.__id) element.dataset['footnote'] = this.__id;
    return false;
  }

  override exportDOM(): DOMExportOutput {
    const element = $getDocument().createElement('span');
    element.textContent = '';
    return { element };
  }

  override isInline(): true {
    return true;
  }

  override getTextContent(): string {
    return '';
  }

  getFootnoteId(): string {
    return this.getLatest().__id;
  }

  setFootnoteId(id: string): this {
    const self = this.getWritable();
    self.__id = id;
    return self;
  }

  getContent(): readonly Inline[] {
    return this.getLatest().__content;
  }

  setContent(content: readonly Inline[]): this {
    const self = this.getWritable();
    self.__content = content;
    return self;
  }
}

export function $createFootnoteNode(content: readonly Inline[] = [], id?: string): FootnoteNode {
  return $applyNodeReplacement(new FootnoteNode(content, id));
}

export function $isFootnoteNode(node: LexicalNode | null | undefined): node is FootnoteNode {
  return node instanceof FootnoteNode;
}
