import type { InputOf } from '../../../shared/contract';
import type { MarkdownPicture } from '../../../shared/domain/memos';
import { dataPicture, liftPictures, mostPicturesAtOnce } from '../../../shared/memo/data-picture';
import { CommonplaceError } from '../../../shared/result';
import { keepPicture } from '../../editor/image/keepPicture';

/** With the pictures that stand in it, and without them. */
const mostBytes = 50_000_000;
const mostText = 5_000_000;

/**
 * A Markdown file with the pictures that stand in it or were chosen with it, which are kept in the library. One that is none is
 * left to the import, which says so. Null where nothing was chosen.
 * @throws CommonplaceError in words for the user
 */
export async function readMarkdownFiles(files: readonly File[]): Promise<InputOf<'memos.importMarkdown'> | null> {
  const isPicture = ({ type }: File) => type.startsWith('image/');
  const file = files.find((each) => !isPicture(each));
  if (!file) {
    if (files.length === 0) return null;
    throw new CommonplaceError('bad-input', 'Only pictures were chosen. Choose the Markdown file together with them.');
  }
  const { text, lifted } = liftPictures(file.size > mostBytes ? '' : await file.text());
  if (file.size > mostBytes || text.length > mostText)
    throw new CommonplaceError('too-large', 'The file is larger than 5 MB. Split it, or import it as a source.');
  const wanted = [
    ...lifted.map(({ url, data }) => ({ url, blob: () => blobOf(data) })),
    ...files.filter(isPicture).map((each) => ({ url: each.name, blob: () => each, inAnyFolder: true })),
  ];
  const pictures: MarkdownPicture[] = [];
  for (const { blob, ...place } of wanted.slice(0, mostPicturesAtOnce)) {
    const bytes = blob();
    const image = bytes && (await keepPicture(bytes).catch(() => null));
    if (image) pictures.push({ ...place, image });
  }
  return { fileName: file.name, text, pictures };
}

function blobOf(data: string): Blob | null {
  const picture = dataPicture(data);
  return 'problem' in picture ? null : new Blob([picture.bytes]);
}
