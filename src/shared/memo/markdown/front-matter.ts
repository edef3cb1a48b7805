/**
 * The front matter that Hugo (TOML between `+++`) and pandoc (a title block of `%` lines) write, as the YAML that everything
 * else writes; a text without either as it is.
 */
export function withYamlFrontMatter(markdown: string): string {
  const toml = /^\+\+\+[ \t]*\n([\s\S]{0,20000}?)\n?\+\+\+[ \t]*(?:\n|$)/u.exec(markdown);
  if (toml) return `---\n${yamlOfToml(toml[1] ?? '')}\n---\n${markdown.slice(toml[0].length)}`;
  const block = /^%[ \t]*(.*)\n(?:%[ \t]*(.*)(?:\n|$))?(?:%[ \t]*(.*)(?:\n|$))?/u.exec(markdown);
  if (!block) return markdown;
  const [whole, title = '', authors = '', date = ''] = block;
  const names = authors.split(';').map((name) => name.trim());
  const fields = { title: title.trim(), author: names.filter((name) => name !== ''), date: date.trim() };
  const lines = Object.entries(fields).map(([key, value]) => `${key}: ${JSON.stringify(value)}`);
  return `---\n${lines.join('\n')}\n---\n${markdown.slice(whole.length)}`;
}

/** The keys above the first table: their strings, lists, numbers and dates are written the same in YAML. */
function yamlOfToml(toml: string): string {
  const lines = toml.split('\n');
  const table = lines.findIndex((line) => /^\s*\[/u.test(line));
  const top = table === -1 ? lines : lines.slice(0, table);
  return top
    .map((line) => line.replace(/^\s*["']?([\w-]+)["']?\s*=\s*/u, '$1: ').replace(/^(?=[\s"'\]])/u, ' '))
    .join('\n');
}
