import type { ImageMediaType } from '../../shared/memo/images';

/**
 * A picture without what cameras and programs write beside it (place, time, device, names, previews, whatever lies after
 * its end), for files that leave the library. Nothing is decoded: the parts that draw it, colours among them, stay byte for
 * byte. What cannot be read as a part ends it.
 */
export function withoutMetadata(bytes: Uint8Array, mediaType: ImageMediaType): Uint8Array {
  const spans = mediaType === 'image/png' ? pngSpans(bytes) : jpegSpans(bytes);
  const parts = spans.map(([start, end]) => bytes.subarray(start, end));
  const kept = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    kept.set(part, at);
    at += part.length;
  }
  return kept;
}

type Span = readonly [start: number, end: number];

/** Chunks that say how a PNG is drawn, moving ones too. Times, texts, Exif and what programs add of their own are none. */
const pngChunks = new Set(
  'IHDR PLTE IDAT IEND tRNS cHRM gAMA iCCP sBIT sRGB cICP mDCV cLLI bKGD hIST pHYs acTL fcTL fdAT'.split(' '),
);

function pngSpans(bytes: Uint8Array): Span[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const spans: Span[] = [[0, 8]];
  for (let at = 8; at + 12 <= bytes.length;) {
    const type = ascii(bytes, at + 4, 4);
    const end = at + 12 + view.getUint32(at);
    if (pngChunks.has(type)) spans.push([at, end]);
    // What lies behind the end may be the rest of a picture that was cut to size.
    if (type === 'IEND') break;
    at = end;
  }
  return spans;
}

/** Segment after segment, scans among them, to the end of the picture: cameras put films and further pictures behind it. */
function jpegSpans(bytes: Uint8Array): Span[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const spans: Span[] = [[0, 2]];
  for (let at = 2; at + 2 <= bytes.length && bytes[at] === 0xff;) {
    const marker = view.getUint8(at + 1);
    // Padding between segments.
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker === 0xd9) {
      spans.push([at, at + 2]);
      break;
    }
    if (at + 4 > bytes.length) break;
    const segmentEnd = at + 2 + view.getUint16(at + 2);
    const end = marker === 0xda ? scanEnd(bytes, segmentEnd) : segmentEnd;
    if (drawsJpeg(bytes, marker, at + 4, segmentEnd)) spans.push([at, end]);
    at = end;
  }
  return spans;
}

/** The next marker that does not belong to the scan itself, as stuffed bytes and restarts do. */
function scanEnd(bytes: Uint8Array, from: number): number {
  for (let at = from; at + 1 < bytes.length; at += 1) {
    const next = bytes[at + 1] ?? 0;
    if (bytes[at] === 0xff && next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at;
  }
  return bytes.length;
}

/** Application segments and comments go, but for JFIF without a preview, colour profiles and how Adobe stores colours. */
function drawsJpeg(bytes: Uint8Array, marker: number, start: number, end: number): boolean {
  if (marker === 0xe0) return ascii(bytes, start, 5) === 'JFIF\0' && end - start === 14;
  if (marker === 0xe2) return ascii(bytes, start, 12) === 'ICC_PROFILE\0';
  if (marker === 0xee) return ascii(bytes, start, 5) === 'Adobe';
  return marker !== 0xfe && !(marker >= 0xe0 && marker <= 0xef);
}

function ascii(bytes: Uint8Array, start: number, length: number): string {
  return String.fromCharCode(...bytes.subarray(start, start + length));
}
