const signs: Record<string, string> = {
  '\\': '\\textbackslash{}',
  '{': '\\{',
  '}': '\\}',
  $: '\\$',
  '&': '\\&',
  '#': '\\#',
  _: '\\_',
  '%': '\\%',
  '^': '\\textasciicircum{}',
  '~': '\\textasciitilde{}',
  '<': '\\textless{}',
  '>': '\\textgreater{}',
  '"': '\\textquotedbl{}',
  '`': '\\textasciigrave{}',
  // An option's brackets would end it.
  '[': '{[}',
  ']': '{]}',
  '\u00A0': '~',
};

/** Text for LaTeX's running text and arguments: nothing in it is a command, and two hyphens stay two hyphens. */
export function escapeLatex(text: string): string {
  return text
    .replace(/[\\{}$&#_%^~<>"`[\]\u00A0]/g, (sign) => signs[sign] ?? sign)
    .replace(/-(?=-)/g, '-{}')
    .replace(/'(?=')/g, "'{}");
}
