import { boxAround, type Placed, type Row } from './rows';

/** What stands in one cell of a row. */
export type Cell = Placed[];

/**
 * The rows of a column that are rows of a table, with their cells: neighbours that are parted by wide gaps at the same
 * places. Lines of a table of contents, whose dots lead to a number, are rows of two cells.
 */
export function tableRows(rows: readonly Row[]): Map<Row, Cell[]> {
  const tables = new Map<Row, Cell[]>();
  let run: { row: Row; cells: Cell[] }[] = [];
  const closeRun = () => {
    if (run.length >= 3 || (run.length === 2 && run.every(({ cells }) => cells.length >= 3))) {
      for (const { row, cells } of run) tables.set(row, cells);
    }
    run = [];
  };
  for (const row of rows) {
    const led = leaders(row);
    if (led) {
      tables.set(row, led);
      closeRun();
      continue;
    }
    const cells = cellsOf(row);
    const last = run.at(-1);
    if (cells.length < 2 || (last && !areAligned(last.cells, cells, row.size))) closeRun();
    if (cells.length >= 2) run.push({ row, cells });
  }
  closeRun();
  return tables;
}

/** Spaces in justified lines are seldom wider than this, in type sizes; gaps between cells are. */
const widestSpace = 1.4;

function cellsOf(row: Row): Cell[] {
  const cells: Cell[] = [];
  for (const placed of row.words) {
    const before = cells.at(-1)?.at(-1)?.word;
    const { word } = placed;
    const gap = before ? Math.max(before.left, word.left) - Math.min(before.right, word.right) : 0;
    if (before && gap < widestSpace * row.size) cells.at(-1)?.push(placed);
    else cells.push([placed]);
  }
  return cells;
}

/** Whether two rows have an edge or a middle in common where one cell ends and the next begins. */
function areAligned(above: readonly Cell[], below: readonly Cell[], size: number): boolean {
  const boxes = [above, below].map((cells) => cells.map((cell) => boxAround(cell.map(({ word }) => word))));
  const [first = [], second = []] = boxes;
  const left = Math.min(...boxes.flat().map((box) => box.left));
  const right = Math.max(...boxes.flat().map((box) => box.right));
  const near = (a: number, b: number) => Math.abs(a - b) < 0.5 * size;
  const inner = (edge: number) => !near(edge, left) && !near(edge, right);
  return first.some((a) =>
    second.some(
      (b) =>
        (inner(a.left) && near(a.left, b.left)) ||
        (inner(a.right) && near(a.right, b.right)) ||
        near(a.left + a.right, b.left + b.right),
    ),
  );
}

function leaders(row: Row): Cell[] | null {
  const from = row.words.findIndex(({ word }, index) => {
    const run = row.words.slice(index, index + 4);
    return (
      /^[.·…_]{4,}$/u.test(word.text) || (run.length === 4 && run.every((each) => /^[.·…_]+$/u.test(each.word.text)))
    );
  });
  if (from < 1) return null;
  const rest = row.words.slice(from).findIndex(({ word }) => !/^[.·…_]+$/u.test(word.text));
  return rest === -1 ? null : [row.words.slice(0, from), row.words.slice(from + rest)];
}
