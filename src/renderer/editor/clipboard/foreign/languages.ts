import { otherLanguage, readLanguage } from '../../../../shared/domain/language';
import { spokenTags } from '../../language/languageImport';

const blocks = spokenTags.join(', ');

/**
 * Says of each pasted block in which language it is, where that is another than the text's: by its own `lang`, that of what it stands in, or
 * the one in which all its words are, as Word says it. What a whole document says of itself is left aside, since most say what their program is in.
 * Answers the language of the first block.
 * @param own the language of the text it is pasted into
 */
export function settleLanguages(body: Element, own: string): string | null {
  if (!body.querySelector('[lang]')) return null;
  const found = [...body.querySelectorAll(blocks)].map((block) => {
    const inner = block.parentElement?.closest('ul, ol') ?? null;
    const language = inner === null ? languageOf(block, body) : null;
    return { block, language: language !== null && isOther(language, own) ? language : null };
  });
  for (const { block, language } of found) {
    if (language === null) block.removeAttribute('lang');
    else block.setAttribute('lang', language);
  }
  return found[0]?.language ?? null;
}

/** A variant of the text's own language is none of its own: British and American words go together in one memo. */
function isOther(language: string, own: string): boolean {
  return otherLanguage(language.split('-')[0], own) !== null;
}

function languageOf(block: Element, body: Element): string | null {
  const words = block.ownerDocument.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  const tags = new Set<string | null>();
  while (words.nextNode() && tags.size < 2) {
    const { nodeValue, parentElement } = words.currentNode;
    if (!/\p{L}/u.test(nodeValue ?? '')) continue;
    const said = parentElement?.closest('[lang]') ?? null;
    tags.add(said !== null && body.contains(said) && said !== body ? said.getAttribute('lang') : null);
  }
  const [only = null] = tags;
  return tags.size === 1 ? readLanguage(only) : null;
}
