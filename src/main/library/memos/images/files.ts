import { inspectImage, imageProblems, imageMediaTypes, type ImageMediaType } from '../../../../shared/memo/images';
import { CommonplaceError } from '../../../../shared/result';
import { readAttachment, storeAttachment } from '../../attachments';

/** A picture of a memo as it lies in the library, checked by its bytes. */
export interface Picture {
  bytes: Uint8Array;
  mediaType: ImageMediaType;
  width: number;
  height: number;
}

/**
 * Keeps a picture in the library's folder, once, whatever its sender calls it.
 * @throws CommonplaceError `bad-input` if it is none that a memo can hold, `too-large`, `disk-full`, `read-only`
 */
export async function storePicture(
  folder: string,
  bytes: Uint8Array,
): Promise<Omit<Picture, 'bytes'> & { sha256: string }> {
  const { mediaType, width, height } = pictureFacts(bytes);
  return { sha256: await storeAttachment(folder, bytes), mediaType, width, height };
}

/**
 * A picture by its hash.
 * @throws CommonplaceError `not-found` if its file is gone, `library-damaged` if it is not what was stored, `bad-input` if
 * that is no picture: a memo from elsewhere may name any file
 */
export async function readPicture(folder: string, sha256: string): Promise<Picture> {
  const bytes = await readAttachment(folder, sha256);
  return { bytes, ...pictureFacts(bytes) };
}

/** Those of the pictures that are there and whole. */
export async function readPictures(folder: string, hashes: Iterable<string>): Promise<Map<string, Picture>> {
  const pictures = new Map<string, Picture>();
  for (const sha256 of new Set(hashes)) {
    const picture = await readPicture(folder, sha256).catch((error: unknown) => {
      if (error instanceof CommonplaceError) return null;
      throw error;
    });
    if (picture) pictures.set(sha256, picture);
  }
  return pictures;
}

function pictureFacts(bytes: Uint8Array): Omit<Picture, 'bytes'> {
  const facts = inspectImage(bytes);
  if ('problem' in facts) {
    const isLarge = facts.problem === 'bytes' || facts.problem === 'pixels';
    throw new CommonplaceError(isLarge ? 'too-large' : 'bad-input', imageProblems[facts.problem]);
  }
  const { mediaType, width, height } = facts;
  const kept = imageMediaTypes.find((each) => each === mediaType);
  if (!kept)
    throw new CommonplaceError(
      'bad-input',
      'Memos keep PNG and JPEG pictures. Save this one as a PNG and insert that.',
    );
  return { mediaType: kept, width, height };
}
