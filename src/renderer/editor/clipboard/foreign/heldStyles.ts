/** Where pasted documents keep what their `style` attributes say. */
export const heldStyle = 'data-style';

/**
 * HTML whose `style` attributes have another name. The policy of the page refuses styles and reports every one of them, which
 * takes longer than all the rest of a paste; nothing ever applies them.
 */
export function withHeldStyles(html: string): string {
  const parts: string[] = [];
  let kept = 0;
  for (let at = html.indexOf('<'); at >= 0 && at < html.length; at = html.indexOf('<', at)) {
    if (html.startsWith('<!--', at)) {
      const end = html.indexOf('-->', at);
      if (end < 0) break;
      at = end;
      continue;
    }
    if (!/[a-z]/iu.test(html[at + 1] ?? '')) {
      at += 1;
      continue;
    }
    const tag = attributesOf(html, at + 1);
    for (const start of tag.styles) {
      parts.push(html.slice(kept, start), heldStyle);
      kept = start + 'style'.length;
    }
    at = tag.end;
  }
  return parts.join('') + html.slice(kept);
}

const name = /[^\s/>=][^\s/>=]*/y;
const equals = /\s*=\s*/y;
const bare = /[^\s>]*/y;

/** Where the names of `style` attributes begin in a tag, and where the tag ends. */
function attributesOf(html: string, start: number): { styles: number[]; end: number } {
  const styles: number[] = [];
  const take = (pattern: RegExp, at: number): number => {
    pattern.lastIndex = at;
    return pattern.test(html) ? pattern.lastIndex : at;
  };
  let at = take(name, start);
  while (at < html.length && html[at] !== '>') {
    const end = take(name, at);
    // White space, a slash or a stray sign.
    if (end === at) {
      at += 1;
      continue;
    }
    if (end - at === 5 && html.slice(at, end).toLowerCase() === 'style') styles.push(at);
    const value = take(equals, end);
    if (value === end) {
      at = end;
      continue;
    }
    const quote = html[value];
    if (quote !== '"' && quote !== "'") {
      at = take(bare, value);
      continue;
    }
    const close = html.indexOf(quote, value + 1);
    at = close < 0 ? html.length : close + 1;
  }
  return { styles, end: at };
}
