import type { MemoBlock } from '../../../../shared/memo/document';
import { blocksFromLexical, inlinesFromLexical } from '../../../../shared/memo/lexical';
import { newLocalId } from '../../newLocalId';
import { inertDocument } from '../inertDocument';
import type { Steps } from '../slices';
import { withFootnotes } from './footnoteNodes';
import { nodesImporter } from './importNodes';
import { settleLanguages } from './languages';
import type { ForeignPictures } from './pictures';
import { piecesOf } from './pieces';
import { tidyForeign } from './tidy';

/** What HTML of another program says. Its pictures have left markers in the words. */
export interface ReadForeign extends ForeignPictures {
  blocks: MemoBlock[];
  /** Of the first block; null where it is that of the text it is put into. */
  language: string | null;
  /** In the markers of pictures. */
  token: string;
}

/**
 * Reads any HTML, its footnotes where they are called.
 * @param own the language of the text it is put into
 * @param most elements that are read at a time
 */
export function* readForeign(html: string, own: string, most?: number): Steps<ReadForeign> {
  const pasted = inertDocument(html);
  yield 0;
  const tokens = { footnotes: newLocalId(), pictures: newLocalId() };
  const { bodies, ...pictures } = yield* tidyForeign(pasted, tokens);
  const language = settleLanguages(pasted.body, own);
  yield 0;
  const importNodes = nodesImporter();
  const stage = inertDocument('');
  const read = (parts: readonly Node[]) => {
    stage.body.replaceChildren(...parts);
    return importNodes(stage);
  };
  const notes = bodies.map((body) => inlinesFromLexical(read([body]), { inFootnote: true }));
  const blocks: MemoBlock[] = [];
  const all = pasted.body.getElementsByTagName('*').length || 1;
  let done = 0;
  for (const { nodes, continues, weight } of piecesOf(pasted.body, most)) {
    const next = blocksFromLexical(withFootnotes(read(nodes), tokens.footnotes, notes));
    join(blocks, next, continues);
    yield (done += weight) / all;
  }
  return { blocks, language, token: tokens.pictures, ...pictures };
}

function join(blocks: MemoBlock[], next: readonly MemoBlock[], continues: boolean): void {
  const [last, first] = [blocks.at(-1), next[0]];
  const joins = continues && last !== undefined && first !== undefined;
  // subtle: added to, not copied: a table comes in hundreds of pieces.
  if (joins && last.type === 'table' && first.type === 'table') last.rows.push(...first.rows);
  else if (joins && last.type === 'list' && first.type === 'list') last.items.push(...first.items);
  else return void blocks.push(...next);
  blocks.push(...next.slice(1));
}
