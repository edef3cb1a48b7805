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
import type { ImageBlock } from '../../../shared/memo/document';
import { readImage } from '../../../shared/memo/lexical';

/** Everything about an image but its caption, which is the node's text. */
export type ImageFields = Omit<ImageBlock, 'type' | 'caption'>;
export type SerializedImageNode = Spread<{ image: ImageFields }, SerializedElementNode>;

const none: ImageFields = {
  id: 'none',
  sha256: '0'.repeat(64),
  mediaType: 'image/png',
  pixels: { width: 1, height: 1 },
  alt: '',
  width: 1,
};

/** A picture with its caption: the caption is text like any other, the picture above it is drawn by `ImageViews`. */
export class ImageNode extends ElementNode {
  __image: ImageFields;

  constructor(image: ImageFields = none, key?: string) {
    super(key);
    this.__image = image;
  }

  override $config() {
    return this.config('image', { extends: ElementNode });
  }

  override afterCloneFrom(previous: this): void {
    super.afterCloneFrom(previous);
    this.__image = previous.__image;
  }

  override exportJSON(): SerializedImageNode {
    return { ...super.exportJSON(), image: this.getImage() };
  }

  override updateFromJSON(json: LexicalUpdateJSON<SerializedImageNode>): this {
    const self = super.updateFromJSON(json).getWritable();
    const read = readImage(json.image);
    if (read) {
      const { type: _, ...image } = read;
      self.__image = image;
    }
    return self;
  }

  /** figure > div (the picture, not part of the text) + figcaption (the caption's words). */
  override createDOM(config: EditorConfig): HTMLElement {
    const figure = $getDocument().createElement('figure');
    figure.className = String(config.theme['image'] ?? '');
    figure.dataset['target'] = this.__image.id;
    const picture = $getDocument().createElement('div');
    picture.contentEditable = 'false';
    setDOMUnmanaged(picture, { captureSelection: true });
    const caption = $getDocument().createElement('figcaption');
    caption.className = String(config.theme['caption'] ?? '');
    figure.append(picture, caption);
    return figure;
  }

  override getDOMSlot(element: HTMLElement): ElementDOMSlot<HTMLElement> {
    return super.getDOMSlot(element).withElement(element.querySelector<HTMLElement>(':scope > figcaption') ?? element);
  }

  override updateDOM(previous: this, element: HTMLElement): boolean {
    if (previous.__image.id !== this.__image.id) element.dataset['target'] = this.__image.id;
    return false;
  }

  /** For copying to other programs, which cannot see into the library: the caption's words. */
  override exportDOM(): DOMExportOutput {
    return { element: $getDocument().createElement('p') };
  }

  override insertNewAfter(_selection: RangeSelection, restoreSelection?: boolean): ParagraphNode {
    const paragraph = $createParagraphNode();
    paragraph.setDirection(this.getDirection());
    this.insertAfter(paragraph, restoreSelection);
    return paragraph;
  }

  /** A caption stays a caption; the picture goes by its own keys. */
  override collapseAtStart(): true {
    return true;
  }

  override canBeEmpty(): true {
    return true;
  }

  override canIndent(): false {
    return false;
  }

  getImage(): ImageFields {
    return this.getLatest().__image;
  }

  setImage(change: Partial<ImageFields>): this {
    const self = this.getWritable();
    self.__image = { ...self.__image, ...change };
    return self;
  }
}

export function $createImageNode(image: ImageFields): ImageNode {
  return $applyNodeReplacement(new ImageNode(image));
}

export function $isImageNode(node: LexicalNode | null | undefined): node is ImageNode {
  return node instanceof ImageNode;
}
