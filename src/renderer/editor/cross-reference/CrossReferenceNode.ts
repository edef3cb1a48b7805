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
import type { ReferenceShow } from '../../../shared/memo/document';
import { readReference } from '../../../shared/memo/lexical';

export type SerializedCrossReferenceNode = Spread<{ targetId: string; show: ReferenceShow }, SerializedLexicalNode>;

/** A reference to a heading, figure or table. What it says depends on where that stands; `CrossReferenceViews` draws it. */
export class CrossReferenceNode extends DecoratorNode<null> {
  __targetId: string;
  __show: ReferenceShow;

  constructor(targetId = 'none', show: ReferenceShow = 'label-and-number', key?: string) {
    super(key);
    this.__targetId = targetId;
    this.__show = show;
  }

  override $config() {
    return this.config('cross-reference', { extends: DecoratorNode });
  }

  override afterCloneFrom(previous: this): void {
    super.afterCloneFrom(previous);
    this.__targetId = previous.__targetId;
    this.__show = previous.__show;
  }

  override exportJSON(): SerializedCrossReferenceNode {
    const { __targetId: targetId, __show: show } = this.getLatest();
    return { ...super.exportJSON(), targetId, show };
  }

  override updateFromJSON(json: LexicalUpdateJSON<SerializedCrossReferenceNode>): this {
    const self = super.updateFromJSON(json).getWritable();
    const read = readReference(json);
    if (read) [self.__targetId, self.__show] = [read.targetId, read.show];
    return self;
  }

  override createDOM(config: EditorConfig): HTMLElement {
    const element = $getDocument().createElement('span');
    element.className = String(config.theme['crossReference'] ?? '');
    return element;
  }

  override updateDOM(): false {
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

  getTargetId(): string {
    return this.getLatest().__targetId;
  }

  getShow(): ReferenceShow {
    return this.getLatest().__show;
  }

  setReference(targetId: string, show: ReferenceShow): this {
    const self = this.getWritable();
    self.__targetId = targetId;
    self.__show = show;
    return self;
  }
}

export function $createCrossReferenceNode(targetId: string, show: ReferenceShow): CrossReferenceNode {
  return $applyNodeReplacement(new CrossReferenceNode(targetId, show));
}

export function $isCrossReferenceNode(node: LexicalNode | null | undefined): node is CrossReferenceNode {
  return node instanceof CrossReferenceNode;
}
