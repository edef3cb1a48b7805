import {
  $applyNodeReplacement,
  $getDocument,
  DecoratorNode,
  type DOMExportOutput,
  type EditorConfig,
  type LexicalEditor,
  type LexicalNode,
  type LexicalUpdateJSON,
  type SerializedLexicalNode,
  type Spread,
} from 'lexical';
import type { CitationInline, CitationItem } from '../../../shared/memo/document';
import { readCitationItems } from '../../../shared/memo/lexical';
import { newLocalId } from '../newLocalId';

/** `narrative`: the author's name belongs to the sentence. */
export type CitationForm = CitationInline['form'];

export type SerializedCitationNode = Spread<
  { id: string; items: CitationItem[]; form?: CitationForm },
  SerializedLexicalNode
>;

/**
 * A citation in the text: which sources, where in them. What it looks like depends on the memo's style, so the node holds
 * no words; `CitationViews` draws it.
 */
export class CitationNode extends DecoratorNode<null> {
  __id: string;
  __items: readonly CitationItem[];
  __form: CitationForm;

  constructor(items: readonly CitationItem[] = [], id: string = newLocalId(), key?: string) {
    super(key);
    this.__items = items;
    this.__id = id;
  }

  override $config() {
    return this.config('citation', { extends: DecoratorNode });
  }

  override afterCloneFrom(previous: this): void {
    super.afterCloneFrom(previous);
    this.__id = previous.__id;
    this.__items = previous.__items;
    this.__form = previous.__form;
  }

  override exportJSON(): SerializedCitationNode {
    const form = this.getForm();
    const json = { ...super.exportJSON(), id: this.getCitationId(), items: [...this.getItems()] };
    return form === undefined ? json : { ...json, form };
  }

  override updateFromJSON(json: LexicalUpdateJSON<SerializedCitationNode>): this {
    const self = super.updateFromJSON(json).getWritable();
    if (typeof json.id === 'string' && json.id !== '') self.__id = json.id;
    self.__items = readCitationItems(json.items);
    self.__form = json.form === 'narrative' ? 'narrative' : undefined;
    return self;
  }

  override createDOM(config: EditorConfig): HTMLElement {
    const element = $getDocument().createElement('span');
    element.className = String(config.theme['citation'] ?? '');
    element.dataset['citation'] = this.__id;
    return element;
  }

  override updateDOM(previous: this, element: HTMLElement): boolean {
    if (previous.__id !== this.__id) element.dataset['citation'] = this.__id;
    return false;
  }

  /** For copying to other programs: the words the chip shows. */
  override exportDOM(editor: LexicalEditor): DOMExportOutput {
    const element = $getDocument().createElement('span');
    element.textContent = editor.getElementByKey(this.getKey())?.textContent ?? '';
    return { element };
  }

  override isInline(): true {
    return true;
  }

  override isKeyboardSelectable(): true {
    return true;
  }

  override getTextContent(): string {
    return '';
  }

  getCitationId(): string {
    return this.getLatest().__id;
  }

  setCitationId(id: string): this {
    const self = this.getWritable();
    self.__id = id;
    return self;
  }

  getItems(): readonly CitationItem[] {
    return this.getLatest().__items;
  }

  getForm(): CitationForm {
    return this.getLatest().__form;
  }

  setForm(form: CitationForm): this {
    const self = this.getWritable();
    self.__form = form;
    return self;
  }

  setItems(items: readonly CitationItem[]): this {
    const self = this.getWritable();
    self.__items = items;
    return self;
  }
}

export function $createCitationNode(items: readonly CitationItem[], id?: string): CitationNode {
  return $applyNodeReplacement(new CitationNode(items, id));
}

export function $isCitationNode(node: LexicalNode | null | undefined): node is CitationNode {
  return node instanceof CitationNode;
}
