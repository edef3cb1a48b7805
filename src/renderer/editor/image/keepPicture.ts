import {
  imageMediaTypes,
  imageProblems,
  inspectImage,
  mostImageBytes,
  type ImageFacts,
  type ImageProblem,
} from '../../../shared/memo/images';
import type { ImageBlock } from '../../../shared/memo/document';
import { CommonplaceError } from '../../../shared/result';
import { call } from '../../client';

/**
 * Keeps a picture in the library. What it is follows from its bytes, never from its name; it has to be one that this window
 * can draw. GIF and WebP, which Word and LaTeX do not take, and photographs that lie on their side are drawn anew.
 * @throws CommonplaceError in words for the user
 */
export async function keepPicture(file: Blob): Promise<Pick<ImageBlock, 'sha256' | 'mediaType' | 'pixels'>> {
  if (file.size > mostImageBytes) throw problem('bytes');
  const bytes = new Uint8Array(await file.arrayBuffer());
  const facts = inspectImage(bytes);
  if ('problem' in facts) throw problem(facts.problem);
  const kept = await drawable(bytes, facts);
  const { sha256, mediaType, width, height } = await call('memos.addImage', { bytes: kept });
  return { sha256, mediaType, pixels: { width, height } };
}

/** The same bytes, or those of the picture drawn anew. @throws where the window cannot draw it: its inside is damaged */
async function drawable(bytes: Uint8Array<ArrayBuffer>, facts: ImageFacts): Promise<Uint8Array> {
  const bitmap = await createImageBitmap(new Blob([bytes], { type: facts.mediaType })).catch(() => {
    throw problem('damaged');
  });
  try {
    if (facts.orientation === 1 && imageMediaTypes.some((type) => type === facts.mediaType)) return bytes;
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
    canvas.getContext('2d')?.drawImage(bitmap, 0, 0);
    const isPhotograph = facts.lossy || facts.mediaType === 'image/jpeg';
    const drawn = await canvas.convertToBlob({ type: isPhotograph ? 'image/jpeg' : 'image/png', quality: 0.92 });
    return new Uint8Array(await drawn.arrayBuffer());
  } finally {
    bitmap.close();
  }
}

function problem(which: ImageProblem): CommonplaceError {
  return new CommonplaceError('bad-input', imageProblems[which]);
}
