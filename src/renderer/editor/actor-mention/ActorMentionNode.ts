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

export type SerializedActorMentionNode = Spread<{ actorId: string; text: string }, SerializedLexicalNode>;

/** `@name` of an actor: a word of the text that knows whom it names. */
export class ActorMentionNode extends DecoratorNode<null> {
  __actorId: string;
  __text: string;

  constructor(actorId = '', text = '', key?: string) {
    super(key);
    this.__actorId = actorId;
    this.__text = text;
  }

  override $config() {
    return this.config('actor-mention', { extends: DecoratorNode });
  }

  override afterCloneFrom(previous: this): void {
    super.afterCloneFrom(previous);
    this.__actorId = previous.__actorId;
    this.__text = previous.__text;
  }

  override exportJSON(): SerializedActorMentionNode {
    return { ...super.exportJSON(), actorId: this.getActorId(), text: this.getTextContent() };
  }

  override updateFromJSON(json: LexicalUpdateJSON<SerializedActorMentionNode>): this {
    const self = super.updateFromJSON(json).getWritable();
    self.__actorId = String(json.actorId ?? '');
    self.__text = String(json.text ?? '').slice(0, 300);
    return self;
  }

  override createDOM(config: EditorConfig): HTMLElement {
    const element = $getDocument().createElement('span');
    element.className = String(config.theme['actorMention'] ?? '');
    element.dataset['actorMention'] = this.__actorId;
    return element;
  }

  override updateDOM(): false {
    return false;
  }

  override exportDOM(): DOMExportOutput {
    const element = $getDocument().createElement('span');
    element.textContent = this.getTextContent();
    return { element };
  }

  override isInline(): true {
    return true;
  }

  override getTextContent(): string {
    return this.getLatest().__text;
  }

  getActorId(): string {
    return this.getLatest().__actorId;
  }
}

export function $createActorMentionNode(actorId: string, text: string): ActorMentionNode {
  return $applyNodeReplacement(new ActorMentionNode(actorId, text));
}

export function $isActorMentionNode(node: LexicalNode | null | undefined): node is ActorMentionNode {
  return node instanceof ActorMentionNode;
}
