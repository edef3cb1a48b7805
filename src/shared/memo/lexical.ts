/**
 * Between the stored document and the editor's state. Pure, no editor involved:
 * `lexicalToDocument(documentToLexical(d))` equals `normaliseDocument(d)` for every valid document.
 */
export { blocksToLexical, documentToLexical, inlinesToLexical, markId } from './lexical-write';
export {
  blocksFromLexical,
  commentsFromLexical,
  createDocumentReader,
  lexicalToDocument,
  readImage,
} from './lexical-read';
export { inlinesFromLexical, readCitationItems, readMarkId, readReference } from './lexical-read-inlines';
export { normaliseDocument, normaliseInlines } from './normalise';
export {
  commentsState,
  idState,
  languageState,
  smallCapsStyle,
  type SerializedNode,
  type SerializedState,
} from './lexical-json';
