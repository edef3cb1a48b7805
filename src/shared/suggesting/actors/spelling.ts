import { fold } from '../../search/fold';

const rules: readonly (readonly [RegExp, string])[] = [
  [/[^\p{L}]/gu, ''],
  [/(?:tsch|tch|ch|ç|tj)/gu, 'c'],
  [/(?:shch|sch|sh|ş)/gu, 's'],
  [/(?:kh|x)/gu, 'h'],
  [/(?:gh|q|k)/gu, 'g'],
  [/(?:dj|dzh|zh|j)/gu, 'z'],
  [/ph/gu, 'f'],
  [/th/gu, 't'],
  [/(?:ou|oo|u|w)/gu, 'v'],
  [/(?:ee|iy|ij|yi|y|i)+/gu, 'i'],
  [/(?:ae|a|e|o)+/gu, 'a'],
  [/(.)\1+/gu, '$1'],
  [/i(?=a)/gu, ''],
  [/h$/u, ''],
];

/**
 * What is left of a name when the choices of romanisation are taken out: the same for Mousavi, Musavi and Moosawi, for Əliyev and
 * Aliyev. Coarse on purpose; only names that are alike otherwise are compared by it.
 */
export function skeleton(name: string): string {
  let text = fold(name.slice(0, 100));
  for (const [pattern, to] of rules) text = text.replace(pattern, to);
  return text;
}
