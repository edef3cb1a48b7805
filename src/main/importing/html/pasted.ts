import { SnapshotBuilder } from '../builder';
import { withHeader } from '../captions';
import { documentOf } from '../document';
import type { ParsedDocument } from '../format';
import { noFacts, oneLine, pushText } from '../metadata/facts';
import { cleanUrl } from '../metadata/urls';
import { firstWords } from '../text';
import { writeBlocks } from './blocks';
import { bodyOf, parsePage } from './dom';

/**
 * What was copied from a page or a word processor, as the clipboard holds it in HTML: all of it as blocks, because a person
 * chose it. Nothing of its markup is kept.
 */
export function importPasted(html: string, givenTitle: string): ParsedDocument {
  const { markup, url } = fragmentOf(html);
  const page = parsePage(markup);
  const builder = new SnapshotBuilder();
  writeBlocks(bodyOf(page), builder, { baseUrl: url });
  const { text, blocks } = builder.finish();
  const facts = noFacts();
  pushText(facts.title, givenTitle, 'given');
  const heading = blocks.slice(0, 3).find(({ kind }) => kind === 'heading');
  const headingText = heading ? oneLine(text.slice(heading.start, heading.end)) : '';
  pushText(facts.title, headingText, 'heading');
  if (url !== '') facts.url.push({ value: url, origin: 'clipboard' });
  const fallback = { value: firstWords(text), origin: 'first words' };
  return documentOf({ text, blocks: withHeader(text, blocks, facts) }, facts, headingText, fallback);
}

/** Windows puts a header before the HTML, with the page's address, and marks what was selected. */
function fragmentOf(html: string): { markup: string; url: string } {
  const header = /^Version:[\d.]+\s[^<]*/u.exec(html)?.[0] ?? '';
  const url = cleanUrl(/^SourceURL:(.+)$/mu.exec(header)?.[1] ?? '');
  const start = html.indexOf('<!--StartFragment-->');
  const end = html.lastIndexOf('<!--EndFragment-->');
  return { markup: start >= 0 && end > start ? html.slice(start, end) : html.slice(header.length), url };
}
