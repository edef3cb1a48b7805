import { roleThenInWords } from '../actors/roles';
import { displayDate } from '../dates/display';
import type { PositionStance } from '../domain/claims';
import type { ActorCell, Matrix, MatrixCitation, SourceCell } from '../domain/matrix';
import { shortLocator } from '../excerpts/locator';
import { itemAt } from '../memo/citation-item';
import type { Inline, MemoBlock, TableBlock } from '../memo/document';

const said: Record<PositionStance, string> = {
  asserts: 'asserts',
  denies: 'denies',
  confirms: 'confirms',
  declines: 'declines to comment',
  retracts: 'took it back',
};

/** A cell in words: "denies, 11 Mar 2023; reported: asserts, Apr 2023". Held and reported are never put alike. */
export function actorCellWords({ stand, perhaps, latest, reported }: ActorCell): string {
  const parts: string[] = [];
  if (latest) parts.push(dated(stand === 'divided' ? 'asserts and denies' : said[latest.stance], latest.date, perhaps));
  if (reported) parts.push(dated(`reported: ${said[reported.stance]}`, reported.date, false));
  return parts.join('; ');
}

/** "supports (2), contradicts". */
export function sourceCellWords(cell: SourceCell): string {
  const words = (['supports', 'contradicts', 'context'] as const)
    .filter((stance) => cell[stance] > 0)
    .map((stance) => (cell[stance] > 1 ? `${stance} (${cell[stance]})` : stance));
  return `${words.join(', ')}${cell.perhaps ? ' (perhaps later)' : ''}`;
}

/** A cell as it is printed: with the office that the actor held then. */
function printedActorCell(cell: ActorCell): string {
  const office = roleThenInWords(cell.roleThen);
  return office === '' ? actorCellWords(cell) : `${actorCellWords(cell)} (${office})`;
}

/** What each cell says, by claim and column; '' where there is nothing. */
export function matrixWords(matrix: Matrix, ofActor = actorCellWords): (claimId: string, columnId: string) => string {
  const words = new Map<string, string>();
  if (matrix.across === 'actors') for (const cell of matrix.cells) words.set(keyOf(cell), ofActor(cell));
  else for (const cell of matrix.cells) words.set(keyOf(cell), sourceCellWords(cell));
  return (claimId, columnId) => words.get(keyOf({ claimId, columnId })) ?? '';
}

/** What a cell is found by. */
export function keyOf({ claimId, columnId }: { claimId: string; columnId: string }): string {
  return `${claimId} ${columnId}`;
}

function dated(words: string, date: string, perhaps: boolean): string {
  return `${words}${date === '' ? '' : `, ${displayDate(date)}`}${perhaps ? ' (perhaps later)' : ''}`;
}

/** Rows of text: a head, then one row a claim with its status, each cell with the citations it rests on. */
export function matrixRows(matrix: Matrix): string[][] {
  const wordsOf = matrixWords(matrix, printedActorCell);
  const citations = citationsOf(matrix);
  return [
    ['Claim', 'Status', ...matrix.columns.map(({ name }) => name)],
    ...matrix.claims.map((claim) => [
      claim.statement,
      claim.status,
      ...matrix.columns.map((column) => {
        const words = wordsOf(claim.id, column.id);
        const cited = citations(claim.id, column.id).map(cite).join('; ');
        return cited === '' ? words : `${words} [${cited}]`;
      }),
    ]),
  ];
}

function citationsOf(matrix: Matrix): (claimId: string, columnId: string) => MatrixCitation[] {
  const cells: readonly (ActorCell | SourceCell)[] = matrix.cells;
  const byKey = new Map(cells.map((cell) => [keyOf(cell), cell.citations]));
  return (claimId, columnId) => byKey.get(keyOf({ claimId, columnId })) ?? [];
}

function cite({ citationKey, locator }: MatrixCitation): string {
  const where = shortLocator(locator);
  return where === '' ? `@${citationKey}` : `@${citationKey}, ${where}`;
}

/** The matrix as a table of a memo, every cell with its citations. `newId` gives each citation an id of its own. */
export function matrixTable(matrix: Matrix, newId: () => string): TableBlock {
  const wordsOf = matrixWords(matrix, printedActorCell);
  const citations = citationsOf(matrix);
  const head = ['Claim', ...matrix.columns.map(({ name }) => name)];
  return {
    type: 'table',
    rows: [
      { cells: head.map((name) => ({ header: true, children: text(name) })) },
      ...matrix.claims.map((claim) => ({
        cells: [
          { header: true, children: text(claim.statement, claim.id) },
          ...matrix.columns.map((column) => ({
            header: false,
            children: cell(wordsOf(claim.id, column.id), citations(claim.id, column.id), newId),
          })),
        ],
      })),
    ],
  };
}

/** The matrix as a document of its own: on which date it is, then the table. */
export function matrixBlocks(matrix: Matrix, newId: () => string): MemoBlock[] {
  const date =
    matrix.asOf === '' ? [] : [{ type: 'paragraph' as const, children: text(`As of ${displayDate(matrix.asOf)}.`) }];
  return [...date, matrixTable(matrix, newId)];
}

function cell(words: string, citations: readonly MatrixCitation[], newId: () => string): Inline[] {
  if (words === '' || citations.length === 0) return text(words);
  const items = citations.map(({ sourceId, locator, excerptId }) => itemAt(sourceId, locator, excerptId));
  return [...text(`${words} `), { type: 'citation', id: newId(), items, marks: [] }];
}

function text(words: string, claimId?: string): Inline[] {
  if (words === '') return [];
  return [
    { type: 'text', text: words, formats: [], marks: claimId === undefined ? [] : [{ kind: 'claim', id: claimId }] },
  ];
}
