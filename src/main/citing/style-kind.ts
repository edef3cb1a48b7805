import type { StyleKind } from '../../shared/citing/types';

/** An element of a style in either of its forms: citeproc's, or the short one of the package. */
export interface ReadableElement {
  name: string;
  attrs: Readonly<Record<string, string | undefined>>;
  children: readonly (ReadableElement | string)[];
}

/** How a style cites: in notes, or in the text by author and date, by number or by a label such as "Smi20". */
export function styleKind(style: ReadableElement): StyleKind {
  if (style.attrs['class'] === 'note') return 'note';
  const macros = new Map<string, ReadableElement>();
  for (const child of elements(style)) if (child.name === 'macro') macros.set(child.attrs['name'] ?? '', child);
  const printed = new Set<string>();
  const called = new Set<string>();
  const visit = (element: ReadableElement) => {
    for (const variable of (element.attrs['variable'] ?? '').split(/\s+/)) printed.add(variable);
    const macro = element.attrs['macro'];
    if (macro !== undefined && !called.has(macro)) {
      called.add(macro);
      const body = macros.get(macro);
      if (body) visit(body);
    }
    for (const child of elements(element)) visit(child);
  };
  const citation = elements(style).find(({ name }) => name === 'citation');
  const layout = citation && elements(citation).find(({ name }) => name === 'layout');
  if (layout) visit(layout);
  if (printed.has('citation-number')) return 'numeric';
  return printed.has('citation-label') ? 'label' : 'author-date';
}

function elements({ children }: ReadableElement): ReadableElement[] {
  return children.filter((child): child is ReadableElement => typeof child !== 'string');
}
