/** Of a whole line. */
const lineWidth = 88;
const between = ' | ';

/**
 * A table in plain text, its columns under each other: cells are wrapped where the table would be wider than a line. Rows of
 * several lines are told apart by rules. Every row has the same number of cells.
 */
export function textTable(rows: readonly (readonly string[])[], headed: boolean): string {
  const widths = columnWidths(rows);
  const wrapped = rows.map((row) => row.map((cell, column) => wrap(cell, widths[column] ?? 1)));
  const rule = widths.map((width) => '-'.repeat(width)).join('-|-');
  const tall = wrapped.some((row) => row.some((lines) => lines.length > 1));
  return wrapped
    .flatMap((row, index) => {
      const ruled = index > 0 && (tall || (headed && index === 1));
      return ruled ? [rule, ...lined(row, widths)] : lined(row, widths);
    })
    .join('\n');
}

/** Each column is as wide as its longest cell, or has its share of what the narrow ones leave. */
function columnWidths(rows: readonly (readonly string[])[]): number[] {
  const columns = rows[0]?.length ?? 0;
  const longest = Array.from({ length: columns }, (_, column) =>
    Math.max(3, ...rows.map((row) => [...(row[column] ?? '')].length)),
  );
  const share = Math.max(12, Math.floor((lineWidth - between.length * (columns - 1)) / Math.max(1, columns)));
  const long = longest.filter((length) => length > share).length;
  const left = longest.reduce((sum, length) => sum + Math.max(0, share - length), 0);
  const most = share + Math.floor(left / Math.max(1, long));
  return longest.map((length) => Math.min(length, most));
}

function lined(row: readonly (readonly string[])[], widths: readonly number[]): string[] {
  const height = Math.max(1, ...row.map((lines) => lines.length));
  return Array.from({ length: height }, (_, at) =>
    row
      .map((lines, column) => padded(lines[at] ?? '', widths[column] ?? 0))
      .join(between)
      .trimEnd(),
  );
}

/** Words in lines of at most `width` characters; a word that is longer is cut. */
function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line: string[] = [];
  for (const word of text.split(' ')) {
    let rest = [...word];
    if (line.length > 0 && line.length + 1 + rest.length <= width) {
      line.push(' ', ...rest);
      continue;
    }
    if (line.length > 0) lines.push(line.join(''));
    for (; rest.length > width; rest = rest.slice(width)) lines.push(rest.slice(0, width).join(''));
    line = rest;
  }
  return [...lines, line.join('')];
}

function padded(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - [...text].length));
}
