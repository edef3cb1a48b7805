import { heldStyle } from './heldStyles';
import { styleOf, unwrap } from './styleOf';

/** What other programs put beside the words: their comments, deleted words, things that are hidden. */
const never = [
  'del',
  '.msoDel',
  '.MsoCommentReference',
  '.msocomoff',
  'a.msocomanchor',
  '[hidden]',
  'input',
  'button',
  'select',
  'textarea',
].join(',');

function isHidden(element: Element): boolean {
  return (
    styleOf(element, 'display') === 'none' ||
    styleOf(element, 'visibility') === 'hidden' ||
    styleOf(element, 'mso-hide') === 'all' ||
    /^comment/.test(styleOf(element, 'mso-element'))
  );
}

/** Takes out what is not the text, and wrappers that say nothing. */
export function removeNoise(body: Element): void {
  for (const element of body.querySelectorAll(never)) element.remove();
  for (const element of body.querySelectorAll(`[${heldStyle}]`)) if (isHidden(element)) element.remove();
  for (const element of body.querySelectorAll('*')) {
    // Word's own elements (o:p), and Google's bold that is not bold round everything.
    const hollow =
      element.nodeName.includes(':') ||
      (element.localName === 'b' && /^(normal|400)$/.test(styleOf(element, 'font-weight')));
    if (hollow) unwrap(element);
  }
  for (const paragraph of body.querySelectorAll('p')) {
    const empty = (paragraph.textContent ?? '').trim() === '' && !paragraph.querySelector('img, br, table');
    if (empty && paragraph.closest('td, th, li') === null) paragraph.remove();
  }
  for (const title of body.querySelectorAll('p.MsoTitle, p.title')) {
    const heading = title.ownerDocument.createElement('h1');
    heading.append(...title.childNodes);
    title.replaceWith(heading);
  }
  for (const quotation of body.querySelectorAll('p.MsoQuote, p.MsoIntenseQuote')) {
    const block = quotation.ownerDocument.createElement('blockquote');
    block.append(...quotation.childNodes);
    quotation.replaceWith(block);
  }
}
