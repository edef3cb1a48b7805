/**
 * Marks words of the page as `::highlight(name)` of a style sheet, so that the page's own elements stay as they are; gives
 * what takes the marks out again. Two texts may stand side by side, so each adds its own to the one highlight.
 */
export function markRanges(name: string, ranges: readonly Range[], priority = 0): () => void {
  let marked = CSS.highlights.get(name);
  if (!marked) {
    marked = new Highlight();
    marked.priority = priority;
    CSS.highlights.set(name, marked);
  }
  const highlight = marked;
  for (const range of ranges) highlight.add(range);
  return () => {
    for (const range of ranges) highlight.delete(range);
  };
}
