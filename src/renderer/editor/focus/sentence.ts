/** Chips are no words of the sentence: a note's number after a full stop would hide its end. */
const chips = '[data-citation], [data-footnote]';

function wordsIn(block: Element): Text[] {
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, (node) => {
    if (node instanceof Text) return NodeFilter.FILTER_ACCEPT;
    return node instanceof Element && node.matches(chips) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_SKIP;
  });
  const found: Text[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) found.push(node as Text);
  return found;
}

/** The sentence around a point of a block, as a range of the page; null where the block has no words. */
export function sentenceAround(block: Element, point: Range, segmenter: Intl.Segmenter): Range | null {
  const texts = wordsIn(block);
  let text = '';
  let at = 0;
  for (const node of texts) {
    // Words that begin before the point are before it, or hold it.
    if (node === point.startContainer) at = text.length + point.startOffset;
    else if (point.comparePoint(node, 0) < 0) at = text.length + node.length;
    text += node.data;
  }
  const sentences = [...segmenter.segment(text)];
  const found = sentences.findLast(({ index }) => index <= Math.min(at, text.length - 1));
  if (!found) return null;
  const range = document.createRange();
  const put = (offset: number, set: (node: Text, offset: number) => void) => {
    let left = offset;
    for (const node of texts) {
      if (left <= node.length) return set(node, left);
      left -= node.length;
    }
  };
  put(found.index, (node, offset) => range.setStart(node, offset));
  put(found.index + found.segment.length, (node, offset) => range.setEnd(node, offset));
  return range;
}
