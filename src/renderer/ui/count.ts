/** A number with its noun: "1 claim", "1,204 excerpts". */
export function count(n: number, one: string, many: string = `${one}s`): string {
  return `${n.toLocaleString()} ${n === 1 ? one : many}`;
}
