import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inspectImage } from '../../shared/memo/images';
import { withoutMetadata } from './picture-metadata';

const secret = 'GPS 40.4093 N, Canon EOS, M. Vale';
const latin = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1');
const at = (bytes: Uint8Array, place: number, ...inserted: Uint8Array[]) =>
  new Uint8Array(Buffer.concat([bytes.subarray(0, place), ...inserted, bytes.subarray(place)]));

function chunk(type: string, data = secret): Uint8Array {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  return Buffer.concat([length, Buffer.from(type + data, 'latin1'), Buffer.alloc(4)]);
}
function segment(marker: number, data: string): Uint8Array {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(data.length + 2, 2);
  return Buffer.concat([head, Buffer.from(data, 'latin1')]);
}

const jfif = segment(0xe0, 'JFIF\0\x01\x01\0\0\x01\0\x01\0\0');
const tables = [segment(0xdb, '\0' + 'q'.repeat(64)), segment(0xc2, '\x08\0\x02\0\x03\x01\x01\x11\0')];
/** A scan with stuffed bytes and a restart, as they may look like markers. */
const scan = Buffer.concat([segment(0xda, '\x01\x01\0\0\x3f\0'), Buffer.from([1, 0xff, 0, 2, 0xff, 0xd0, 3])]);
const end = Buffer.from([0xff, 0xd9]);
const jpeg = (...more: Uint8Array[]) =>
  new Uint8Array(Buffer.concat([Buffer.from([0xff, 0xd8]), jfif, ...more, ...tables, scan, scan, end]));

describe('a picture that leaves the library', () => {
  it('is the same PNG without texts, times, Exif, programs’ own chunks and what lies after its end', async () => {
    const png = new Uint8Array(await readFile(join(import.meta.dirname, '../importing/fixtures/sources/quay.png')));
    const clean = withoutMetadata(png, 'image/png');
    const kinds = ['tEXt', 'zTXt', 'iTXt', 'eXIf', 'tIME', 'caBX', 'prVt'];
    const full = Buffer.concat([at(png, 33, ...kinds.map((kind) => chunk(kind))), Buffer.from(secret)]);
    expect(latin(full)).toContain('Canon');
    expect(withoutMetadata(full, 'image/png')).toEqual(clean);
    expect(inspectImage(clean)).toEqual(inspectImage(png));
    const drawn = at(png, 33, chunk('gAMA', '\0\0\0\0'), chunk('iCCP', 'a profile'));
    expect(latin(withoutMetadata(drawn, 'image/png'))).toContain('iCCPa profile');
  });

  it('is the same JPEG without Exif, XMP, IPTC, comments, previews and what lies after its end', () => {
    const full = jpeg(
      segment(0xe0, `JFXX\0${secret}`),
      segment(0xe1, `Exif\0\0${secret}`),
      segment(0xe1, `http://ns.adobe.com/xap/1.0/\0${secret}`),
      segment(0xe2, `MPF\0${secret}`),
      segment(0xed, `Photoshop 3.0\0${secret}`),
      segment(0xef, secret),
      segment(0xfe, secret),
    );
    const between = at(full, full.length - 2 - scan.length, segment(0xe1, secret));
    const behind = Buffer.concat([between, full]);
    expect(withoutMetadata(behind, 'image/jpeg')).toEqual(jpeg());
  });

  it('keeps how colours are meant', () => {
    const colours = [segment(0xe2, 'ICC_PROFILE\0\x01\x01profile'), segment(0xee, 'Adobe\0d\0\0\0\0\x01')];
    expect(withoutMetadata(jpeg(...colours), 'image/jpeg')).toEqual(jpeg(...colours));
  });

  it('is never longer, is clean already the second time, and hostile bytes end', () => {
    const start = fc.constantFrom(
      new Uint8Array([0xff, 0xd8]),
      new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]),
    );
    fc.assert(
      fc.property(start, fc.uint8Array({ maxLength: 200 }), fc.boolean(), (head, tail, isPng) => {
        const bytes = at(head, head.length, tail);
        const type = isPng ? 'image/png' : 'image/jpeg';
        const once = withoutMetadata(bytes, type);
        expect(once.length).toBeLessThanOrEqual(bytes.length);
        expect(withoutMetadata(once, type)).toEqual(once);
      }),
    );
  });
});
