import { importFormats } from '../../shared/domain/imports';
import { moved, SnapshotBuilder } from './builder';
import { documentOf } from './document';
import type { ParsedDocument, TextFormat } from './format';
import { findArticle, type Article } from './html/article';
import { writeBlocks } from './html/blocks';
import { find, named, parsePage, textOf } from './html/dom';
import { openFrames } from './html/frames';
import { mainHeading } from './html/heading';
import { jsonLdFacts } from './html/json-ld';
import { metaTags, scholarlyFacts, webFacts } from './html/meta-tags';
import {
  addressFacts,
  impliedFacts,
  remoteFacts,
  savedPageComment,
  savedPageFacts,
  visibleFacts,
  type SavedPage,
} from './html/page-facts';
import { chooseMetadata } from './metadata/choose';
import { noFacts, type Facts } from './metadata/facts';
import { guessLanguage } from './metadata/language';
import { sameTitle } from './metadata/titles';
import { cleanUrl } from './metadata/urls';

/**
 * A saved web page as a document: its article as blocks, and its metadata from, in order of trust, library tags, JSON-LD,
 * Open Graph and Dublin Core, and what the page shows. Nothing of the page's markup is kept.
 */
export function importHtml(
  html: string,
  fallbackTitle: string,
  saved: SavedPage | null = savedPageComment(html),
): ParsedDocument {
  const document = parsePage(slim(html, saved?.address ?? ''));
  openFrames(document, saved?.frames);
  const facts = noFacts();
  const tags = metaTags(document);
  const titles = [textOf(find(document, named('title'))), ...(tags.get('og:title') ?? [])];
  scholarlyFacts(tags, facts);
  const body = jsonLdFacts(document, titles, facts);
  webFacts(tags, facts);
  if (saved) savedPageFacts(saved, facts);
  addressFacts(document, facts);
  const headingElement = mainHeading(document, [...facts.title.map((fact) => fact.value), ...titles]);
  const heading = textOf(headingElement, 500);
  const base = cleanUrl(find(document, named('base'))?.value('href') ?? '');
  const found = findArticle(document, headingElement, base || (facts.url[0]?.value ?? ''));
  const article = fuller(found, body, facts);
  settleLanguage(article.text, facts);
  visibleFacts(document, heading, found.isPart, facts);
  const fallback = { value: fallbackTitle, origin: 'file name' };
  const title = facts.title.length === 0 ? '' : String(chooseMetadata(facts, heading, fallback).csl.title);
  return documentOf(withTitle(article, heading === '' ? title : heading), facts, heading, fallback, () => {
    remoteFacts(document, found.distance, facts);
    impliedFacts(document, heading, facts);
  });
}

/**
 * Without the pictures and fonts written into the page, which are most of its bytes and none of its text; and with links
 * within the page as its author wrote them, which savers make links to the page's address.
 */
function slim(html: string, address: string): string {
  const bare = html.replace(/data:[\w.+-]+\/[\w.+-]+;base64,[A-Za-z0-9+/=]{100,}/gu, 'data:,');
  return /^https?:\/\//iu.test(address) ? bare.replaceAll(`${address.replace(/#.*$/u, '')}#`, '#') : bare;
}

/** Behind a paywall a page shows the beginning of its article only, and often tells search engines all of it. */
function fuller(article: Article, body: string, facts: Facts): Article {
  if (body.length < 400 || article.text.length > 0.6 * body.length) return article;
  const builder = new SnapshotBuilder();
  for (const paragraph of body.split(/\n+/u)) writeBlocks(parsePage(paragraph), builder, { baseUrl: '' });
  facts.warnings.push('The page shows only a part of its article; the text is what it tells search engines.');
  return builder.finish();
}

/** Templates state a language that their pages are not in, most often English. */
function settleLanguage(text: string, facts: Facts): void {
  const stated = facts.language[0]?.value.split('-')[0];
  const guess = guessLanguage(text);
  if (stated === 'en' && guess !== '' && guess !== 'en') facts.language.unshift({ value: guess, origin: 'guess' });
}

/** A reader expects the text to begin with its heading, which some pages show elsewhere or not at all. */
function withTitle(article: Article, title: string): Article {
  const first = article.blocks.slice(0, 4).map((block) => article.text.slice(block.start, block.end));
  if (article.blocks.length === 0 || title === '' || first.some((text) => sameTitle(text, title))) return article;
  const builder = new SnapshotBuilder();
  builder.block({ kind: 'heading', level: 1 }, title);
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
