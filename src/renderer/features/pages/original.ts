import { call } from '../../client/call';

/** Bytes asked for at once: a part of a large file must not hold up other calls. */
const PART = 4_000_000;

/**
 * The bytes of an original file, part by part.
 * @param onProgress is told the share that is there, 0 to 1
 * @throws CommonplaceError `not-found` if the file is gone, `library-damaged` if it was changed; DOMException when aborted
 */
export async function readOriginal(
  id: string,
  { signal, onProgress }: { signal?: AbortSignal; onProgress?: (share: number) => void } = {},
): Promise<Uint8Array<ArrayBuffer>> {
  const first = await call('attachments.read', { id, length: PART });
  const whole = new Uint8Array(first.total);
  whole.set(first.bytes);
  for (let offset = first.bytes.length; offset < first.total;) {
    signal?.throwIfAborted();
    onProgress?.(offset / first.total);
    const { bytes } = await call('attachments.read', { id, offset, length: PART });
    whole.set(bytes, offset);
    offset += bytes.length;
  }
  signal?.throwIfAborted();
  return whole;
}
