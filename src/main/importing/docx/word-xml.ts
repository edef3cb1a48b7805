import { childOf, type XmlElement } from '../../xml';

/** An attribute by its name without prefix: the standard gives them one, which writers may choose. */
export function attribute(element: XmlElement | undefined, local: string): string | undefined {
  if (!element) return undefined;
  const usual = element.attrs[`w:${local}`] ?? element.attrs[local];
  if (usual !== undefined) return usual;
  return Object.entries(element.attrs).find(([name]) => name.endsWith(`:${local}`))?.[1];
}

/** `w:val` of a child element, as most properties are written; undefined where the child is absent. */
export function valueOf(element: XmlElement | undefined, local: string): string | undefined {
  return attribute(childOf(element, local), 'val');
}

export function numberOf(text: string | undefined): number | undefined {
  return text !== undefined && /^-?\d{1,9}$/u.test(text) ? Number(text) : undefined;
}

/** An on/off property: there and not switched off, there and switched off, or absent. */
export function toggle(element: XmlElement | undefined, local: string): boolean | undefined {
  const child = childOf(element, local);
  return child && !/^(?:0|false|off)$/u.test(attribute(child, 'val') ?? '');
}
