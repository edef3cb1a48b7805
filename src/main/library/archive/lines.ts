import { StringDecoder } from 'node:string_decoder';

/**
 * The lines of a UTF-8 stream, parted by line feeds only: JSON may hold other line separators.
 * @param longest in UTF-16 code units
 * @throws the error that `tooLong` makes
 */
export async function* linesOf(
  stream: AsyncIterable<Buffer>,
  longest: number,
  tooLong: () => Error,
): AsyncGenerator<string> {
  const decoder = new StringDecoder('utf8');
  let pieces: string[] = [];
  let length = 0;
  for await (const chunk of stream) {
    const parts = decoder.write(chunk).split('\n');
    for (const [index, part] of parts.entries()) {
      pieces.push(part);
      length += part.length;
      if (length > longest) throw tooLong();
      if (index === parts.length - 1) break;
      yield pieces.join('');
      pieces = [];
      length = 0;
    }
  }
  const last = pieces.join('') + decoder.end();
  if (last !== '') yield last;
}
