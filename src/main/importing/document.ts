import type { Block } from '../../shared/domain/sources';
import { topLineFacts, withCaptions } from './captions';
import type { ParsedDocument } from './format';
import { chooseMetadata } from './metadata/choose';
import type { Fact, Facts } from './metadata/facts';
import { guessLanguage } from './metadata/language';

/**
 * A document from its text and what was found out about it: byline and date lines at its top become captions, and facts
 * after all others; its language is guessed where nothing states it, and the best of the facts are chosen.
 * @param heading the document's own title as it shows it, '' for none
 * @param fallback the title that stands when no fact names one
 * @param findMore adds the facts that count less than those lines
 */
export function documentOf(
  { text, blocks }: { text: string; blocks: readonly Block[] },
  facts: Facts,
  heading: string,
  fallback: Fact<string>,
  findMore: () => void = () => {},
): ParsedDocument {
  topLineFacts(text, blocks, facts);
  findMore();
  const language = facts.language[0]?.value ?? guessLanguage(text);
  if (facts.language.length === 0 && language !== '') facts.language.push({ value: language, origin: 'guess' });
  const { csl, metadataOrigin } = chooseMetadata(facts, heading, fallback);
  return {
    csl,
    metadataOrigin,
    text,
    blocks: withCaptions(text, blocks, heading, csl.author ?? []),
    language,
    warnings: facts.warnings,
  };
}
