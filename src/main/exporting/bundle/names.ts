import { exportFileName } from '../file-name';

/** A name in a folder of a bundle. */
export function bundleName(folder: string, stem: string, extension: string): string {
  return `${folder}/${exportFileName(stem, extension)}`;
}

/** What no program runs when it opens it. */
const quiet = new Set('pdf docx odt epub rtf txt md csv json png jpg jpeg gif webp'.split(' '));

/**
 * The name of an original in a bundle. A web page would run its scripts in the browser that the bundle is read in, so what is
 * not known to be quiet gets a name that no program runs.
 */
export function originalName(citationKey: string, fileName: string, mediaType: string): string {
  const name = fileName.split(/[\\/]/u).at(-1) ?? '';
  const [, stem = name, extension = ''] = /^(.*)\.([A-Za-z0-9]{1,8})$/su.exec(name) ?? [];
  if (quiet.has(extension.toLowerCase()))
    return bundleName('originals', `${citationKey} ${stem}`, extension.toLowerCase());
  const text = /^text\/|html|xml/u.test(mediaType) || /^(x?html?|svg|xml|mhtml?|webarchive)$/iu.test(extension);
  return bundleName('originals', `${citationKey} ${name}`, text ? 'txt' : 'bin');
}
