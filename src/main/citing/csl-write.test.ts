import type { CslElement } from 'citeproc';
import { expect, it } from 'vitest';
import { parseStyle } from './csl-xml';
import { writeStyle } from './csl-write';
import { styleById } from './styles';

it('writes styles that are read back as they were, without what only citeproc knows', () => {
  for (const id of ['chicago-notes', 'apa', 'mla', 'oscola']) {
    const style = styleById(id);
    if (!style) throw new Error(id);
    const again = parseStyle(writeStyle(style, id));
    expect(again).toMatchObject({ id, title: id, parent: null });
    expect(again.style?.children.slice(1).map(asText)).toEqual(style.children.filter(isNoInfo).map(asText));
  }
});

const isNot = (name: string) => (child: CslElement | string) => typeof child === 'string' || child.name !== name;
const isNoInfo = isNot('info');
const isPlain = isNot('institution');

/** An element with every attribute as text, as XML has it. */
function asText(child: CslElement | string): unknown {
  if (typeof child === 'string') return child;
  const attrs = Object.fromEntries(Object.entries(child.attrs).map(([name, value]) => [name, String(value)]));
  return { name: child.name, attrs, children: child.children.filter(isPlain).map(asText) };
}
