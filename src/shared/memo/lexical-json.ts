/**
 * The editor's serialised state as plain data: only the node types that Commonplace's editor registers, with the fields
 * it reads. No editor is needed to make or read it. Shapes follow Lexical 0.52's `exportJSON`.
 */

/** Bits of a Lexical text node's `format`. */
export const formatBits = {
  bold: 1,
  italic: 2,
  strikethrough: 4,
  underline: 8,
  code: 16,
  subscript: 32,
  superscript: 64,
} as const;

/** Lexical has no small-caps format, so it is kept as this one allowed text style. */
export const smallCapsStyle = 'font-variant-caps: small-caps;';

/** Name under which the root keeps the memo's comments, among Lexical's states of a node (its `$` field). */
export const commentsState = 'comments';

/** A node as Lexical writes it; what is inside is only known after reading. */
export interface SerializedNode {
  type: string;
  version: number;
  children?: SerializedNode[];
  [field: string]: unknown;
}

/** A whole serialised editor state. */
export interface SerializedState {
  root: SerializedNode;
}

/** A serialised element node with the fields that every element has. */
export function elementNode(
  type: string,
  children: SerializedNode[],
  fields: Record<string, unknown> = {},
): SerializedNode {
  return { type, version: 1, direction: null, format: '', indent: 0, ...fields, children };
}

/** A built-in node that something refers to carries its id as node state, under this key; Lexical writes states under `$`. */
export const idState = 'memo-id';

/** Name under which a block keeps its language, among its node's states. */
export const languageState = 'language';
