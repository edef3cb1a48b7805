import type { ExportedFile } from '../../shared/domain/exports';

/** Hands a file to the shell as a download: the shell asks where to put it and answers with 'shell.saved'. */
export function saveFile(file: ExportedFile): void {
  // subtle: a copy, because bytes that crossed the bridge may be a view on a shared or larger buffer.
  saveBlob(file.fileName, new Blob([new Uint8Array(file.bytes)], { type: file.mediaType }));
}

/** The same of what is too large to be in memory at once: the browser keeps parts of a blob on the disk. */
export function saveBlob(fileName: string, blob: Blob): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = fileName;
  document.body.append(link);
  link.click();
  link.remove();
  // The download has read the blob long before this; holding it on for ever would leak every export.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
