/** What kinds of picture a memo keeps. Every format that memos are exported to takes these two. */
export const imageMediaTypes = ['image/png', 'image/jpeg'] as const;
export type ImageMediaType = (typeof imageMediaTypes)[number];

/** Larger pictures than this would be slow on every machine that opens the memo. */
export const mostImageBytes = 20_000_000;
export const mostPixels = 50_000_000;
export const mostPixelsAcross = 20_000;

/** A width that a document can hold: a tenth of the text to all of it, in steps that a person can make again. */
export function fraction(width: number): number {
  return Math.round(Math.min(1, Math.max(0.1, width)) * 20) / 20;
}

/** What a picture's own bytes say that it is. */
export interface ImageFacts {
  mediaType: ImageMediaType | 'image/gif' | 'image/webp';
  width: number;
  height: number;
  /** JPEG: how it must be turned to stand upright (1 is as it is); programs disagree whether to do so. */
  orientation: number;
  /** WebP: whether it is compressed with loss, as photographs are. */
  lossy: boolean;
}

export type ImageProblem = 'unknown' | 'svg' | 'damaged' | 'bytes' | 'pixels';

/** What to tell the user, in two sentences. */
export const imageProblems: Record<ImageProblem, string> = {
  unknown: 'This file is no picture that a memo can hold. Use a PNG, JPEG, GIF or WebP file.',
  svg: 'SVG files can carry scripts and addresses, so memos do not hold them. Save the drawing as a PNG and insert that.',
  damaged: 'This picture is cut short or damaged. Open it in another program and save it again.',
  bytes: `This picture has more than ${mostImageBytes / 1_000_000} MB. Save a smaller copy of it and insert that.`,
  pixels: `This picture has more than ${mostPixels / 1_000_000} megapixels, or is more than ${mostPixelsAcross} pixels wide or high. Save a smaller copy of it and insert that.`,
};

/**
 * Finds out by its bytes what a picture is, whatever its name or the sender calls it: only the header and the ends of its
 * parts are read, nothing is decoded.
 */
export function inspectImage(bytes: Uint8Array): ImageFacts | { problem: ImageProblem } {
  if (bytes.length > mostImageBytes) return { problem: 'bytes' };
  const reader = readers.find(({ signature }) => signature(bytes));
  if (!reader) return { problem: looksLikeSvg(bytes) ? 'svg' : 'unknown' };
  let facts: ImageFacts | null = null;
  try {
    facts = reader.read(bytes, new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  } catch {
    // Read beyond the end: cut short.
  }
  if (facts === null || facts.width < 1 || facts.height < 1) return { problem: 'damaged' };
  const { width, height } = facts;
  if (width > mostPixelsAcross || height > mostPixelsAcross || width * height > mostPixels)
    return { problem: 'pixels' };
  return facts;
}

interface ImageReader {
  signature: (bytes: Uint8Array) => boolean;
  /** Null, or a throw, where the file is damaged. */
  read: (bytes: Uint8Array, view: DataView) => ImageFacts | null;
}

const readers: ImageReader[] = [
  { signature: (bytes) => starts(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), read: readPng },
  { signature: (bytes) => starts(bytes, [0xff, 0xd8, 0xff]), read: readJpeg },
  { signature: (bytes) => ['GIF87a', 'GIF89a'].includes(ascii(bytes, 0, 6)), read: readGif },
  { signature: (bytes) => ascii(bytes, 0, 4) === 'RIFF' && ascii(bytes, 8, 4) === 'WEBP', read: readWebp },
];

function starts(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte);
}

function ascii(bytes: Uint8Array, start: number, length: number): string {
  return String.fromCharCode(...bytes.subarray(start, start + length));
}

function looksLikeSvg(bytes: Uint8Array): boolean {
  return /<svg[\s>]/iu.test(ascii(bytes, 0, 4096));
}

const plain = { orientation: 1, lossy: false };

/** Chunk after chunk to the last one, so that a file that ends too early is found out. */
function readPng(bytes: Uint8Array, view: DataView): ImageFacts | null {
  if (ascii(bytes, 12, 4) !== 'IHDR') return null;
  let hasPixels = false;
  for (let at = 8; ;) {
    const length = view.getUint32(at);
    const type = ascii(bytes, at + 4, 4);
    if (at + 12 + length > bytes.length) return null;
    if (type === 'IDAT') hasPixels = true;
    if (type === 'IEND') break;
    at += 12 + length;
  }
  return hasPixels ? { mediaType: 'image/png', width: view.getUint32(16), height: view.getUint32(20), ...plain } : null;
}

/** Segments up to the picture itself, which has to end with its own marker. */
function readJpeg(bytes: Uint8Array, view: DataView): ImageFacts | null {
  let size: { width: number; height: number } | null = null;
  let orientation = 1;
  for (let at = 2; ;) {
    if (bytes[at] !== 0xff) return null;
    const marker = view.getUint8(at + 1);
    // Padding between segments.
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    const length = view.getUint16(at + 2);
    if (length < 2) return null;
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) size = { height: view.getUint16(at + 5), width: view.getUint16(at + 7) };
    if (marker === 0xe1) orientation = exifOrientation(bytes, view, at + 4, at + 2 + length) ?? orientation;
    at += 2 + length;
    if (marker === 0xda)
      return size && endsJpeg(bytes, at) ? { mediaType: 'image/jpeg', ...size, ...plain, orientation } : null;
  }
}

/** Cameras write things after the picture, so the end is looked for from the back. */
function endsJpeg(bytes: Uint8Array, from: number): boolean {
  for (let at = bytes.length - 2; at >= from; at -= 1) if (bytes[at] === 0xff && bytes[at + 1] === 0xd9) return true;
  return false;
}

/** Tag 0x0112 of the first directory of Exif data (TIFF); null where there is none. */
function exifOrientation(bytes: Uint8Array, view: DataView, start: number, end: number): number | null {
  if (ascii(bytes, start, 6) !== 'Exif\0\0') return null;
  const tiff = start + 6;
  const little = ascii(bytes, tiff, 2) === 'II';
  const directory = tiff + view.getUint32(tiff + 4, little);
  if (directory + 2 > end) return null;
  const entries = view.getUint16(directory, little);
  for (let index = 0; index < entries; index += 1) {
    const entry = directory + 2 + index * 12;
    if (entry + 12 > end) return null;
    if (view.getUint16(entry, little) !== 0x0112) continue;
    const value = view.getUint16(entry + 8, little);
    return value >= 1 && value <= 8 ? value : null;
  }
  return null;
}

function readGif(bytes: Uint8Array, view: DataView): ImageFacts | null {
  // The trailer; some programs pad the file after it.
  if (!bytes.subarray(-16).includes(0x3b)) return null;
  return { mediaType: 'image/gif', width: view.getUint16(6, true), height: view.getUint16(8, true), ...plain };
}

function readWebp(bytes: Uint8Array, view: DataView): ImageFacts | null {
  if (view.getUint32(4, true) + 8 > bytes.length) return null;
  const facts = (width: number, height: number, lossy: boolean): ImageFacts => ({
    mediaType: 'image/webp',
    width,
    height,
    orientation: 1,
    lossy,
  });
  const uint24 = (at: number) => view.getUint16(at, true) | (view.getUint8(at + 2) << 16);
  switch (ascii(bytes, 12, 4)) {
    case 'VP8 ':
      return facts(view.getUint16(26, true) & 0x3fff, view.getUint16(28, true) & 0x3fff, true);
    case 'VP8L': {
      const bits = view.getUint32(21, true);
      return facts((bits & 0x3fff) + 1, ((bits >>> 14) & 0x3fff) + 1, false);
    }
    case 'VP8X':
      return facts(uint24(24) + 1, uint24(27) + 1, false);
    default:
      return null;
  }
}
