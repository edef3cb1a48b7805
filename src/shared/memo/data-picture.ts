import { inspectImage, mostImageBytes, type ImageProblem } from './images';

/** A text may bring this many pictures along at once. */
export const mostPicturesAtOnce = 200;

/** Whether an address holds a picture itself, or claims to. */
export function isDataPicture(url: string): boolean {
  return /^\s*data:image\//iu.test(url.slice(0, 100));
}

/**
 * The bytes of a picture in an address (`data:image/png;base64,…`) and its size in pixels, or why there are none. What they are
 * follows from them; nothing the address says of them is believed.
 */
export function dataPicture(
  url: string,
): { bytes: Uint8Array<ArrayBuffer>; width: number; height: number } | { problem: ImageProblem } {
  const comma = url.slice(0, 500).indexOf(',');
  const head = url.slice(0, Math.max(0, comma)).toLowerCase();
  if (/^\s*data:image\/svg/u.test(head)) return { problem: 'svg' };
  if (!isDataPicture(head) || !/;\s*base64\s*$/u.test(head)) return { problem: 'unknown' };
  if ((url.length - comma) * 0.75 > mostImageBytes * 1.1) return { problem: 'bytes' };
  const bytes = decoded(url.slice(comma + 1));
  if (bytes === null) return { problem: 'damaged' };
  const facts = inspectImage(bytes);
  return 'problem' in facts ? facts : { bytes, width: facts.width, height: facts.height };
}

function decoded(base64: string): Uint8Array<ArrayBuffer> | null {
  try {
    const characters = atob(base64.includes('%') ? decodeURIComponent(base64) : base64);
    const bytes = new Uint8Array(characters.length);
    for (let at = 0; at < bytes.length; at += 1) bytes[at] = characters.charCodeAt(at);
    return bytes;
  } catch {
    return null;
  }
}

/**
 * A Markdown text whose pictures no longer stand in it (`![](data:image/png;base64,…)`): short names in the place of their bytes,
 * which would be slow to parse.
 */
export function liftPictures(markdown: string): { text: string; lifted: { url: string; data: string }[] } {
  const lifted: { url: string; data: string }[] = [];
  const text = markdown.replace(
    /(\]\(\s{0,9}<?|\]:\s{0,9}<?)(data:image\/[^\s"'()<>\]]*)/giu,
    (_, before: string, data: string) => {
      const url = `data:image/${lifted.length}`;
      lifted.push({ url, data });
      return before + url;
    },
  );
  return { text, lifted };
}
