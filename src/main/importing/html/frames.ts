import { bodyOf, DomElement, findAll, named, parsePage, textOf } from './dom';

/** Frames of a page that are looked into. */
const most = 50;
const socialPost = /tweet|twitter|instagram|facebook|telegram|mastodon|bluesky|threads|vk_widget|tiktok/iu;

/**
 * Puts what stands in frames that were saved with their page into the page: posts of social networks as quotations, and a
 * frame that has most of the page's text, because the article is in it. Others hold advertising.
 * @param pages by the frames' `src`, for those that do not hold theirs in `srcdoc`
 */
export function openFrames(document: DomElement, pages: ReadonlyMap<string, string> = new Map()): void {
  const pageIn = (frame: DomElement) => frame.getAttribute('srcdoc') ?? pages.get(frame.value('src')) ?? null;
  const isSaved = (element: DomElement) => named('iframe', 'frame')(element) && pageIn(element) !== null;
  const waiting = findAll(document, isSaved, most);
  const length = waiting.length > 0 ? textOf(bodyOf(document), 1_000_000).length : 0;
  for (let opened = 0; opened < most; opened += 1) {
    const frame = waiting.shift();
    if (!frame?.parent) return;
    const isPost = socialPost.test(['src', 'id', 'class', 'title', 'name'].map((name) => frame.value(name)).join(' '));
    const content = new DomElement(isPost ? 'blockquote' : 'div', {}, frame.parent, frame.index);
    parsePage(pageIn(frame) ?? '', 'html', content);
    if (!isPost && textOf(content, 1_000_000).length < Math.max(400, length)) continue;
    frame.parent.children[frame.index] = content;
    waiting.push(...findAll(content, isSaved, most));
  }
}
