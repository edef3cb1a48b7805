import { importFormats } from '../../shared/domain/imports';
import { moved, SnapshotBuilder } from './builder';
import type { ParsedDocument, TextFormat } from './format';
import { findArticle, type Article } from './html/article';
import { find, named, parsePage, textOf } from './html/dom';
import { jsonLdFacts } from './html/json-ld';
import { metaTags, scholarlyFacts, webFacts } from './html/meta-tags';
import { mainHeading, savedPageFacts, visibleFacts } from './html/page-facts';
import { chooseMetadata } from './metadata/choose';
import { topLineFacts, withCaptions } from './captions';
import { noFacts } from './metadata/facts';
import { guessLanguage } from './metadata/language';
import { sameTitle } from './metadata/titles';
import { cleanUrl } from './metadata/urls';

/**
 * A saved web page as a document: its article as blocks, and its metadata from, in order of trust, library tags, JSON-LD,
 * Open Graph and Dublin Core, and what the page shows. Nothing of the page's markup is kept.
 */
export function importHtml(html: string, fallbackTitle: string): ParsedDocument {
  const slim = withoutData(html);
  const document = parsePage(slim);
  const facts = noFacts();
  const tags = metaTags(document);
  scholarlyFacts(tags, facts);
  jsonLdFacts(document, facts);
  webFacts(tags, facts);
  savedPageFacts(slim, facts);
  const base = cleanUrl(find(document, named('base'))?.value('href') ?? '');
  const headingElement = mainHeading(document, [
    ...facts.title.map((fact) => fact.value),
    textOf(find(document, named('title'))),
  ]);
  const heading = textOf(headingElement, 500);
  const article = findArticle(document, headingElement, base || (facts.url[0]?.value ?? ''));
  visibleFacts(document, heading, facts);
  topLineFacts(article.text, article.blocks, facts);
  const language = facts.language[0]?.value ?? guessLanguage(article.text);
  if (facts.language.length === 0 && language !== '') facts.language.push({ value: language, origin: 'guess' });

  const { csl, metadataOrigin } = chooseMetadata(facts, heading, { value: fallbackTitle, origin: 'file name' });
  const { text, blocks } = withTitle(
    article,
    metadataOrigin['title'] === 'file name' ? '' : String(csl.title ?? ''),
    heading,
  );
  return {
    csl,
    metadataOrigin,
    text,
    blocks: withCaptions(text, blocks, heading),
    language,
    warnings: facts.warnings,
  };
}

/** Pictures and fonts written into the page are most of its bytes and none of its text. */
function withoutData(html: string): string {
  return html.replace(/data:[\w.+-]+\/[\w.+-]+;base64,[A-Za-z0-9+/=]{100,}/gu, 'data:,');
}

/** The article finder takes the page's heading away; a reader expects the text to begin with it. */
function withTitle(article: Article, title: string, heading: string): Pick<Article, 'text' | 'blocks'> {
  const first = article.blocks.slice(0, 4).map((block) => article.text.slice(block.start, block.end));
  const wanted = heading !== '' ? heading : title;
  if (article.blocks.length === 0 || wanted === '' || first.some((text) => sameTitle(text, wanted))) return article;
  const builder = new SnapshotBuilder();
  builder.block({ kind: 'heading', level: 1 }, wanted);
  const shift = builder.length + 2;
  const { text, blocks } = builder.finish();
  return { text: `${text}\n\n${article.text}`, blocks: [...blocks, ...moved(article.blocks, shift)] };
}

export const html: TextFormat = {
  ...importFormats.html,
  reads: 'text',
  recognises: (start) => /^(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)*(?:<!doctype\s+html|<html[\s>])/iu.test(start),
  parse: (text, { fallbackTitle }) => importHtml(text, fallbackTitle),
};
