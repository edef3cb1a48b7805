/**
 * Author and year of a source, from what search says of it ("Vale & Orr · Sund Press · 2019 · vale2019gate"): a title alone does not tell
 * which of two editions it is. '' where it says neither.
 */
export function whoAndWhen(text: string): string {
  const [who = '', ...rest] = text.split(' · ');
  if (rest.length === 0 || who.startsWith('…')) return '';
  const year = rest.find((part) => /^\d{3,4}$/u.test(part));
  return [/^\d{3,4}$/u.test(who) ? '' : who, year].filter(Boolean).join(' ');
}
