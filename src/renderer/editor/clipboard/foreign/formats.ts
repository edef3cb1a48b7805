import { heldStyle } from './heldStyles';
import { styleOf } from './styleOf';

/** The elements that say in HTML what a style says. */
function elementsFor(element: Element): string[] {
  const names: string[] = [];
  const weight = styleOf(element, 'font-weight');
  if (weight === 'bold' || weight === 'bolder' || Number(weight) >= 600) names.push('strong');
  if (/^(italic|oblique)/.test(styleOf(element, 'font-style'))) names.push('em');
  const line = `${styleOf(element, 'text-decoration')} ${styleOf(element, 'text-decoration-line')}`;
  if (line.includes('underline') && element.closest('a') === null) names.push('u');
  if (line.includes('line-through')) names.push('s');
  const vertical = styleOf(element, 'vertical-align');
  if (vertical === 'super') names.push('sup');
  if (vertical === 'sub') names.push('sub');
  return names;
}

/** Formats that are written as styles become elements, and every style goes: nothing else of it is kept. */
export function stylesToElements(body: Element): void {
  for (const element of body.querySelectorAll(`[${heldStyle}]`)) {
    const isInline = /^(span|font|a|b|strong|i|em|u|s|sup|sub|code)$/.test(element.localName);
    // Headings are bold by themselves.
    const names = isInline
      ? elementsFor(element).filter((name) => name !== 'strong' || !element.closest('h1,h2,h3,h4,h5,h6'))
      : [];
    for (const name of names) {
      const format = element.ownerDocument.createElement(name);
      format.append(...element.childNodes);
      element.append(format);
    }
    element.removeAttribute(heldStyle);
  }
}
