import type { MarkdownPicture } from '../../domain/memos';
import type { ImageBlock } from '../document';
import { parseMarkdown } from './parse';

/** A file that a text shows: the address as it stands there, and the path from the text's folder. */
export interface PictureFileOf {
  url: string;
  path: string;
}

/** The files that a Markdown text shows as pictures, by their paths from its folder; none that leads anywhere else by its name. */
export function pictureFilesOf(markdown: string): PictureFileOf[] {
  const { root, definitions } = parseMarkdown(markdown);
  const urls = new Set<string>();
  const stack: { type: string; url?: string; identifier?: string; children?: unknown }[] = [root];
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (node.type === 'image' && node.url) urls.add(node.url);
    if (node.type === 'imageReference') urls.add(definitions.get(node.identifier ?? '')?.url ?? '');
    // The first child is looked at first.
    if (Array.isArray(node.children))
      for (const child of (node.children as typeof stack).toReversed()) stack.push(child);
  }
  return [...urls].flatMap((url) => {
    const path = relativePath(url);
    return path === null ? [] : [{ url, path }];
  });
}

/** The facts of a picture by the address that a text gives: of the very one, else of a file of its name. */
export function pictureFinder(
  pictures: readonly MarkdownPicture[],
): (url: string) => MarkdownPicture['image'] | undefined {
  const exact = new Map<string, MarkdownPicture['image']>();
  const byName = new Map<string, MarkdownPicture['image']>();
  for (const { url, image, inAnyFolder } of pictures) (inAnyFolder ? byName : exact).set(url, image);
  return (url) => {
    if (exact.has(url) || byName.size === 0) return exact.get(url);
    return byName.get(relativePath(url)?.split('/').at(-1) ?? '');
  };
}

function relativePath(url: string): string | null {
  if (url === '' || url.length > 4000 || /^([a-z][a-z\d+.-]*:|[/\\~])/iu.test(url)) return null;
  const path = decoded(url.replace(/[?#].*$/su, '')).replaceAll('\\', '/');
  return path === '' || path.includes('\0') || path.split('/').includes('..') ? null : path;
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** What pandoc's attributes behind a picture say of it: `{#figure-1 alt="A strait" width=50%}`. */
export function pictureAttributes(text: string): Partial<Pick<ImageBlock, 'alt' | 'width'>> {
  const [, alt] = /\salt="([^"]*)"/u.exec(` ${text}`) ?? [];
  const [, percent] = /[\s{]width="?(\d{1,3})(?:\.\d+)?%/u.exec(text) ?? [];
  return {
    ...(alt === undefined ? {} : { alt: oneLine(unescaped(alt)) }),
    ...(percent === undefined ? {} : { width: Math.min(1, Math.max(0.1, Number(percent) / 100)) }),
  };
}

/** What a document can hold of it. */
export function oneLine(text: string): string {
  return text.replace(/\s+/gu, ' ').trim().slice(0, 2000);
}

/** A caption without the number that our own exports write before it; it is counted again. */
export function withoutNumber(caption: string): string {
  return caption.replace(/^[\p{L}\p{M}]+\u00A0\d+(\. |$)/u, '');
}

function unescaped(text: string): string {
  const signs: Record<string, string> = { amp: '&', quot: '"', lt: '<', gt: '>', '#92': '\\' };
  return text.replace(/&(amp|quot|lt|gt|#92);/gu, (_, name: string) => signs[name] ?? '');
}
