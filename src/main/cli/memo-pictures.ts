import { dirname } from 'node:path';
import type { MarkdownPicture } from '../../shared/domain/memos';
import { dataPicture, liftPictures, mostPicturesAtOnce } from '../../shared/memo/data-picture';
import { imageProblems, mostImageBytes } from '../../shared/memo/images';
import { CommonplaceError, failureFrom } from '../../shared/result';
import type { Call } from '../core/session';
import { readInput } from '../importing/read-input';
import { pictureFilesAside } from '../library/memos/markdown/reading';
import { fileIn } from './beside';

export interface MarkdownWithPictures {
  text: string;
  pictures: MarkdownPicture[];
  warnings: string[];
}

/**
 * Keeps the pictures that stand in a Markdown file, and those that lie in its folder or below; says which could not be kept. What
 * lies elsewhere is not looked at, and nothing is fetched.
 */
export async function keepMarkdownPictures(call: Call, file: string, markdown: string): Promise<MarkdownWithPictures> {
  const { text, lifted } = liftPictures(markdown);
  const wanted = [
    ...lifted.map(({ url, data }) => ({ url, name: url, read: () => bytesIn(data) })),
    ...(await pictureFilesAside(text)).map(({ url, path }) => ({
      url,
      name: path,
      read: () => bytesBeside(file, path),
    })),
  ];
  const pictures: MarkdownPicture[] = [];
  const warnings: string[] = [];
  for (const { url, name, read } of wanted.slice(0, mostPicturesAtOnce)) {
    try {
      const bytes = await read();
      // The import itself says of those that are not there.
      if (bytes === null) continue;
      const { sha256, mediaType, width, height } = await call('memos.addImage', { bytes });
      pictures.push({ url, image: { sha256, mediaType, pixels: { width, height } } });
    } catch (error) {
      pictures.push({ url, image: null });
      warnings.push(`The picture “${name.slice(0, 80)}” was left out. ${failureFrom(error).message}`);
    }
  }
  if (wanted.length > mostPicturesAtOnce)
    warnings.push(`The memo names ${wanted.length} pictures; the first ${mostPicturesAtOnce} were looked for.`);
  return { text, pictures, warnings };
}

async function bytesIn(data: string): Promise<Uint8Array> {
  const picture = dataPicture(data);
  if ('problem' in picture) throw new CommonplaceError('bad-input', imageProblems[picture.problem]);
  return picture.bytes;
}

async function bytesBeside(file: string, path: string): Promise<Uint8Array | null> {
  const real = await fileIn(dirname(file), path);
  return real === null ? null : readInput(real, mostImageBytes);
}
